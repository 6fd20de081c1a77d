using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Reads the data of recorded answers: with the connector's own mappings where it carries the resource, else row by row.</summary>
internal static class RecordedRecords
{
    private static readonly DolibarrSetup Setup = new() { Currency = new CurrencyCode("EUR"), ZoneOffset = TimeSpan.Zero };

    public static WireOutcome Read(string method, string path, JsonElement root, string connection)
    {
        var rows = Rows(root) ?? Grouped(path, root);
        if (rows is null)
            return root.ValueKind == JsonValueKind.Object ? Single(method, path, root, connection) : Scalar(method, path, root);
        var labels = new List<string>();
        var problems = new List<SyncProblem>();
        foreach (var row in rows)
            Take(path, row, labels, problems, connection);
        return new WireOutcome.Read(rows.Count, rows.Count == 0 ? "an empty list" : $"{rows.Count} {DolibarrResources.Of(path)}: {string.Join("; ", labels.Take(5))}", problems);
    }

    // A list, or a list in the envelope of pagination_data.
    private static IReadOnlyList<JsonElement>? Rows(JsonElement root) => root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()]
        : root.Get("data") is { ValueKind: JsonValueKind.Array } data && root.Get("pagination").ValueKind == JsonValueKind.Object ? [.. data.EnumerateArray()]
        : null;

    // Lists that the server groups in a map: supplier prices by product, extra fields by kind of object.
    private static IReadOnlyList<JsonElement>? Grouped(string path, JsonElement root) => root.ValueKind != JsonValueKind.Object ? null : path switch
    {
        "products/purchase_prices" => [.. root.EnumerateObject().SelectMany(product => product.Value.Items())],
        _ => null,
    };

    private static WireOutcome Single(string method, string path, JsonElement root, string connection)
    {
        if (root.Get("success") is { ValueKind: JsonValueKind.Object } success)
            return new WireOutcome.Read(1, success.Text("message") ?? success.Text("dolibarr_version") ?? "success", []);
        var hasId = root.TryGetProperty("id", out var id);
        if (hasId && id.AsWhole() is null && !path.StartsWith("setup/", StringComparison.Ordinal) && path != "objectlinks")
        {
            return new WireOutcome.Classified(new SyncProblem(ProblemKind.Ambiguous, "dolibarr.record-blank", $"{method} {path}: the answer is a record without an id: several records match, or none.")
            {
                Connection = connection,
                HttpStatus = 200,
            });
        }

        var labels = new List<string>();
        var problems = new List<SyncProblem>();
        Take(path, root, labels, problems, connection);

        // Of one record that cannot be read nothing is left to read: it is recognised as what it is.
        return problems is [var problem] ? new WireOutcome.Classified(problem) : new WireOutcome.Read(1, labels.Count > 0 ? labels[0] : "", problems);
    }

    private static WireOutcome Scalar(string method, string path, JsonElement root) => root.AsWhole() is { } number && method == "POST"
        ? new WireOutcome.Read(1, $"id {JsonValues.Invariant(number)} of {DolibarrResources.Of(path)}", [])
        : new WireOutcome.Read(1, $"{root.AsText()}", []);

    private static void Take(string path, JsonElement row, List<string> labels, List<SyncProblem> problems, string connection)
    {
        try
        {
            labels.Add(Label(path, row));
        }
        catch (ConnectorException fault)
        {
            problems.Add(fault.Problem with { Connection = connection });
        }
    }

    private static string Label(string path, JsonElement row)
    {
        var segments = path.Split('/');
        var last = segments[^1];
        if (row.ValueKind != JsonValueKind.Object)
            return row.AsText() ?? row.GetRawText();
        if (RecordedTrade.Label(segments, row) is { } trade)
            return trade;
        return segments switch
        {
            ["products", .., "categories"] or ["categories", "object", ..] => Category(row),
            ["products", _, "variants"] => CombinationRow.Read(row).Print,
            ["products", _, "stock"] => Stock(row),
            ["products", "attributes", ..] => row.Text("label") ?? row.Text("value") ?? "",
            ["products", _] when last.All(char.IsAsciiDigit) => Product(row),
            ["products"] or ["products", "ref" or "ref_ext" or "barcode", _] or ["categories", _, "objects"] or ["warehouses", _, "products"] => Product(row),
            ["categories"] or ["categories", _] => Category(row),
            ["warehouses"] or ["warehouses", _] => Warehouse.Read(row)?.Reference ?? "",
            ["documents"] => DocumentRow.Read(row)?.File ?? "",
            ["products", .., "purchase_prices"] => SupplierPrice(row),
            ["products", var product, "selling_multiprices", "per_customer"] => CustomerPrice(row, product),
            ["products", _, "selling_multiprices", "per_segment"] => string.Join(", ", row.Entries("multiprices").Select(level => $"{level.Name}: {level.Value.AsText() ?? "none"}")),
            ["products", var product, "selling_multiprices", "per_quantity"] => string.Join(", ", row.Get("prices_by_qty_list").Items().Select(price => QuantityPrice(price, product))),
            ["stockmovements", ..] => Movement(row),
            ["setup", "extrafields"] => string.Join(", ", row.EnumerateObject().Select(element => $"{element.Name}: {string.Join(' ', ExtraFieldTypes.Read(row, element.Name).Codes)}")),
            ["setup", "dictionary", "vat"] => VatRate.Read(row) is { } rate ? $"{rate.Key}: {TaxRatesField.Instance.Display(rate.Taxes)}" : "",
            ["setup", "dictionary", ..] => Dictionary(row),
            ["multicurrencies", ..] when row.Text("code") is { } code => $"{code} {row.Get("rate").Text("rate")}",
            ["documents", "download"] => $"{row.Text("filename")} {FileContent.Read(row, row.Text("filename") ?? "", ErpSync.Product.Kind).Length} bytes",
            _ => $"{last} {row.Text("id") ?? row.Text("rowid") ?? row.Text("code")} {row.Text("ref") ?? row.Text("label") ?? row.Text("name")}".Trim(),
        };
    }

    private static string Product(JsonElement json)
    {
        var row = ProductRow.Read(json, Setup.ZoneOffset);
        var record = ProductMapping.Read(row, Setup with { Prices = row.Levels.Count > 0 ? PriceStore.Levels : PriceStore.Single }, RefSet.Empty, hasVariants: false);
        return $"{record.Id} {record.Value.Reference} {record.Value.Name} {record.Value.PriceNet}";
    }

    private static string Category(JsonElement json)
    {
        var record = CategoryMapping.Read(CategoryRow.Read(json), null, Setup);
        return $"{record.Id} {record.Value.Name}";
    }

    private static string SupplierPrice(JsonElement json)
    {
        var record = SupplierPriceMapping.Read(SupplierPriceRow.Read(json), isVariant: false, Setup);
        return $"{record.Id} {record.Value.SupplierName} {record.Value.Reference} {record.Value.Net}";
    }

    private static string CustomerPrice(JsonElement json, string product)
    {
        var record = PriceRecords.OfCustomer(json, Numbers.Of(new RemoteId(product)) ?? 0, isVariant: false, Setup);
        return $"{record.Id} {record.Value.CustomerKey} {record.Value.Net}";
    }

    private static string QuantityPrice(JsonElement json, string product)
    {
        var record = PriceRecords.OfQuantity(json, Numbers.Of(new RemoteId(product)) ?? 0, isVariant: false, 0, Setup);
        return $"{record.Id} from {record.Value.FromQuantity} {record.Value.Net}";
    }

    private static string Movement(JsonElement json)
    {
        var row = new RowReader(json, EntityKind.StockLevel);
        return $"{row.Number("qty")} of {row.Whole("product_id")} in {row.Whole("warehouse_id")} {row.Text("inventorycode")}".Trim();
    }

    private static string Dictionary(JsonElement row) =>
        $"{row.Text("id") ?? row.Text("rowid") ?? row.Text("code_iso")} {row.Text("code")} {row.Text("label")}".Trim();

    private static string Stock(JsonElement json) =>
        string.Join(", ", json.Entries("stock_warehouses").Select(entry => $"{entry.Name}: {entry.Value.Text("real")}"));
}
