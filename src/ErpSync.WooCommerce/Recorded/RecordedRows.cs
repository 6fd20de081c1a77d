using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>Reads the data of recorded answers: with the connector's own mappings where a row is whole enough, else row by row.</summary>
internal static class RecordedRows
{
    private static readonly ShopSetup Setup = new() { Currency = new CurrencyCode("EUR"), Language = "en", HasTaxes = true };
    private static readonly WooCommerceOptions Options = new() { BaseAddress = new Uri("https://shop.example/") };

    public static WireOutcome Read(string path, JsonElement root, string connection)
    {
        var problems = new List<SyncProblem>();
        var labels = new List<string>();
        if (root.ValueKind == JsonValueKind.Array)
        {
            foreach (var row in root.EnumerateArray())
                Take(path, row, labels, problems, connection);
            return Outcome(root.GetArrayLength(), labels, problems);
        }

        if (path.EndsWith("/batch", StringComparison.Ordinal) && root.ValueKind == JsonValueKind.Object)
            return Batch(path[..^"/batch".Length], root, labels, problems, connection);
        Take(path, root, labels, problems, connection);
        return Outcome(1, labels, problems);
    }

    // Errors of single elements come inside the answer and belong to their element only.
    private static WireOutcome Batch(string path, JsonElement root, List<string> labels, List<SyncProblem> problems, string connection)
    {
        var count = 0;
        foreach (var part in root.EnumerateObject())
        {
            foreach (var row in part.Value.Items())
            {
                count++;
                if (row.Get("error") is { ValueKind: JsonValueKind.Object } error)
                    labels.Add($"{part.Name} refused [{WooErrors.Judge(part.Name == "delete" ? "DELETE" : "POST", 400, error)?.Code ?? WooCodes.Rejected}]");
                else
                    Take(path, row, labels, problems, connection);
            }
        }

        return Outcome(count, labels, problems);
    }

    private static WireOutcome Outcome(int count, List<string> labels, List<SyncProblem> problems) => new WireOutcome.Read(count, count == 0 ? "an empty list" : string.Join("; ", labels.Take(5)), problems);

    private static void Take(string path, JsonElement row, List<string> labels, List<SyncProblem> problems, string connection)
    {
        try
        {
            labels.Add(Label(path.Split('/'), row));
        }
        catch (ConnectorException fault)
        {
            problems.Add(fault.Problem with { Connection = connection });
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or ArgumentException or InvalidOperationException)
        {
            problems.Add(new SyncProblem(ProblemKind.Unreadable, WooCodes.Unreadable, $"The record cannot be read: {fault.Message}") { Connection = connection });
        }
    }

    private static string Label(string[] path, JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object || row.Whole("id") is null)
            return Plain(path, row);
        return path switch
        {
            ["products", var product, "variations", ..] => Variant(row, JsonValues.Number(new RemoteId(product)) ?? 0),
            ["variations"] => Variant(row, 0),
            ["products", "categories", ..] or ["products", "brands", ..] when row.Get("name").ValueKind != JsonValueKind.Undefined => Category(row),
            ["products", "categories" or "tags" or "brands" or "attributes" or "shipping_classes" or "reviews", ..] => Plain(path, row),
            ["products", ..] => Product(row),
            ["coupons", ..] => Coupon(row),
            ["customers"] or ["customers", _] => Customer(row),
            ["orders"] or ["orders", _] when row.Get("total").ValueKind != JsonValueKind.Undefined && row.Get("currency").ValueKind != JsonValueKind.Undefined => Order(row),
            ["orders", _, "refunds", ..] or ["refunds"] when row.Get("amount").ValueKind != JsonValueKind.Undefined => Refund(path, row),
            ["orders", _, "fulfillments", ..] => Shipment(path, row),
            _ => Plain(path, row),
        };
    }

    private static string Product(JsonElement row)
    {
        var record = ProductMapping.Read(ProductRow.Read(row, []), Setup, 0);
        return $"product {record.Id} {record.Value.Reference} {record.Value.Name} {record.Value.PriceNet}".Trim();
    }

    private static string Variant(JsonElement row, long product)
    {
        var read = ProductRow.Read(row, []);
        var record = VariantMapping.Read(read.Parent == 0 ? read with { Parent = product } : read, Setup, null);
        return $"variation {record.Id} {record.Value.Reference} {string.Join(", ", record.Value.Options.Select(option => option.Value))} {record.Value.PriceNet}".Trim();
    }

    private static string Category(JsonElement row)
    {
        var record = CategoryMapping.Read(CategoryRow.Read(row), null, Setup, 0);
        return $"{record.Id} {record.Value.Name}";
    }

    private static string Coupon(JsonElement row)
    {
        var coupon = CouponReader.Read(row, Setup).Value;
        return $"coupon {coupon.Code} {coupon.DiscountPercent?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? coupon.DiscountAmount?.ToString()}".Trim();
    }

    private static string Customer(JsonElement row)
    {
        var record = CustomerMapping.Read(CustomerRow.Read(row, Options, isGuest: false));
        return $"customer {record.Id}";
    }

    private static string Order(JsonElement row)
    {
        var record = OrderMapping.Read(row, Setup, Options);
        var check = record.Value.Lines.Count > 0 ? DocumentTotals.Check(record.Value.Lines, DocumentAmounts.Of(record.Value), record.Value.Rounding) : null;
        var paid = row.Get("date_paid_gmt").ValueKind == JsonValueKind.String ? PaymentMapping.Read(row, Setup) : null;
        return $"order {record.Id} {record.Value.Stage} {record.Value.TotalGross} {record.Value.Lines.Count} lines{(check is null ? "" : $" ({check.Verdict})")}{(paid is null ? "" : " paid")}";
    }

    private static string Refund(string[] path, JsonElement row)
    {
        var order = path is [_, var number, ..] && JsonValues.Number(new RemoteId(number)) is { } id ? id : row.Whole("parent_id") ?? 0;
        var record = RefundMapping.Read(row, order, Setup.Currency!.Value, Setup, Options);
        return $"refund {record.Id} {record.Value.TotalGross}";
    }

    private static string Shipment(string[] path, JsonElement row)
    {
        var record = ShipmentMapping.Read(row, JsonValues.Number(new RemoteId(path[1])) ?? 0);
        return $"shipment {record.Id} {string.Join(", ", record.Value.TrackingNumbers)}";
    }

    private static string Plain(string[] path, JsonElement row) => row.ValueKind == JsonValueKind.Object
        ? $"{path[0]} {row.Text("id") ?? row.Text("slug") ?? row.Text("code")} {Texts.Plain(row.Text("name") ?? row.Text("title") ?? row.Text("topic") ?? row.Text("value"))}".Trim()
        : row.AsText() ?? row.ValueKind.ToString();
}
