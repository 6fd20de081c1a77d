using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.Vtiger;

/// <summary>Reads the results of recorded answers: with the connector's own mappings where a row is whole enough, else row by row.</summary>
internal static class RecordedRows
{
    private static readonly VtigerOptions Options = new() { BaseAddress = new Uri("https://crm.example/"), UserName = "admin", AccessKey = "0000" };

    private static readonly CrmSetup Setup = new()
    {
        VersionText = "8.2.0",
        UserId = "19x1",
        IsAdmin = true,
        Decimals = 2,
        Currencies = [.. new[] { "EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "JPY" }.Select((code, at) => new CurrencyRow($"21x{JsonValues.Invariant(at + 1)}", new CurrencyCode(code)) { IsBase = at == 0, IsActive = true, Rate = 1 })],
        Taxes = [.. Enumerable.Range(1, 20).Select(number => new TaxRow($"34x{JsonValues.Invariant(number)}", $"tax{JsonValues.Invariant(number)}") { IsActive = true, IsCompound = number == 5 })],
    };

    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["2"] = Modules.Vendors,
        ["4"] = Modules.Quotes,
        ["5"] = Modules.PurchaseOrder,
        ["6"] = Modules.SalesOrder,
        ["7"] = Modules.Invoice,
        ["8"] = Modules.PriceBooks,
        ["10"] = Modules.Leads,
        ["11"] = Modules.Accounts,
        ["12"] = Modules.Contacts,
        ["13"] = Modules.Potentials,
        ["14"] = Modules.Products,
        ["15"] = Modules.Documents,
        ["21"] = Modules.Currency,
        ["26"] = Modules.Services,
        ["33"] = Modules.LineItem,
        ["34"] = Modules.Tax,
    };

    public static async Task<WireOutcome> ReadAsync(RecordedRequest request, JsonElement result, ConnectionClient http, CancellationToken cancellationToken)
    {
        using var session = new VtigerSession(http, Options, TimeProvider.System);
        var run = new VtigerRun(session, Setup, DateTimeOffset.UnixEpoch);
        run.Schema.Take(new ModuleSchema(Modules.Services, "26"));
        run.Services.Assume();
        var (labels, problems, count) = (new List<string>(), new List<SyncProblem>(), 0);
        foreach (var (what, row) in Rows(request, result))
        {
            count++;
            try
            {
                labels.Add(await LabelAsync(request, what, row, run, cancellationToken));
            }
            catch (ConnectorException fault)
            {
                problems.Add(fault.Problem with { Connection = "recording" });
            }
        }

        return new WireOutcome.Read(count, count == 0 ? "an empty list" : string.Join("; ", labels.Take(5)), problems);
    }

    /// <summary>The rows in an answer, whatever the operation: a list, the parts of sync and of batches, or the one result.</summary>
    private static IEnumerable<(string What, JsonElement Row)> Rows(RecordedRequest request, JsonElement result)
    {
        if (result.ValueKind == JsonValueKind.Array)
            return result.EnumerateArray().Select(row => ("row", row));
        if (request.Operation is "sync" or "wsapp_get" or "wsapp_put" && result.ValueKind == JsonValueKind.Object)
            return result.EnumerateObject().SelectMany(part => part.Value.Items().Select(row => (part.Name, row)));
        return [("row", result)];
    }

    private static async Task<string> LabelAsync(RecordedRequest request, string what, JsonElement row, VtigerRun run, CancellationToken cancellationToken)
    {
        if (request.Operation == "describe")
        {
            var schema = ModuleSchema.Read(row);
            return $"{schema.Name} ({schema.IdPrefix}): {schema.Fields.Count} fields, mandatory {string.Join(", ", schema.Fields.Values.Where(field => field.IsMandatory).Select(field => field.Name).Order(StringComparer.Ordinal))}";
        }

        if (RecordNumber.Parse(row.Text("id")) is not { } number || row.ValueKind != JsonValueKind.Object)
            return row.ValueKind == JsonValueKind.Object ? $"{request.Operation} {string.Join(", ", row.EnumerateObject().Take(4).Select(field => $"{field.Name} {Short(field.Value.AsText())}".Trim()))}" : $"{what} {row.AsText() ?? row.ValueKind.ToString()}";
        var module = Prefixes.GetValueOrDefault(number.Prefix, request.Module);

        // Batches tell references by the name of the record; the connector does not use them.
        var isBatch = request.Operation.StartsWith("wsapp_", StringComparison.Ordinal);
        var record = !isBatch && what is "row" or "updated" ? await RecordAsync(module, row, run, cancellationToken) : null;
        return record ?? $"{what} {module} {number}".Trim();
    }

    private static async Task<string?> RecordAsync(string module, JsonElement row, VtigerRun run, CancellationToken cancellationToken)
    {
        var reader = new RowReader(row, new EntityKind(module.ToLowerInvariant()));
        bool Has(params string[] fields) => fields.All(field => row.Get(field).ValueKind != JsonValueKind.Undefined);
        return module switch
        {
            Modules.Leads when Has("lastname") => LeadKind.Read(reader, Options.TextDefault, Nothing) is var lead ? $"lead {lead.Id} {lead.Value.LastName} {lead.Value.Status}".Trim() : null,
            Modules.Contacts when Has("lastname") => ContactKind.Read(reader, Options.TextDefault, Nothing) is var contact ? $"contact {contact.Id} {contact.Value.LastName}" : null,
            Modules.Accounts when Has("accountname") => CustomerMapping.Read(reader, new CustomerRow(row, default), Options, Nothing) is var customer ? $"customer {customer.Id} {customer.Value.Company}" : null,
            Modules.Vendors when Has("vendorname") => SupplierKind.Read(reader, Options.TextDefault, Nothing) is var supplier ? $"supplier {supplier.Id} {supplier.Value.Name}" : null,
            Modules.Potentials when Has("potentialname") => DealKind.Read(reader, run.Setup, Nothing) is var deal ? $"deal {deal.Id} {deal.Value.Name} {deal.Value.Amount}" : null,
            Modules.Products or Modules.Services when Has("unit_price") => Product(module, reader, row, run),
            Modules.PriceBooks when Has("bookname") => PriceBookKind.Read(reader, run.Setup) is var book ? $"price book {book.Id} {book.Value.Name} {book.Value.Currency}" : null,
            Modules.Documents when Has("notes_title") => DocumentKind.Read(reader) is var document ? $"document {document.Id} {document.Value.Title}" : null,
            Modules.SalesOrder or Modules.Invoice or Modules.Quotes or Modules.PurchaseOrder => await InventoryAsync(module, reader, row, run, cancellationToken),
            Modules.LineItem when Has("listprice") => $"line {reader.Id} {row.Text("productid")} {reader.Decimal("quantity")} x {reader.Decimal("listprice")}, taxes {string.Join(" + ", LineMapping.Rates(row, run.Setup, compounds: false).Select(rate => JsonValues.Invariant(rate.Percent)))}",
            Modules.Currency when Has("currency_code") => CurrencyRow.Read(row) is var currency ? $"currency {currency.Id} {currency.Code} {currency.Rate} {(currency.IsActive ? "active" : "inactive")}" : null,
            Modules.Tax when Has("taxname") => TaxRow.Read(row) is var tax ? $"tax {tax.Field} {tax.Label} {JsonValues.Invariant(tax.Percent)} %{(tax.IsCompound ? " compound" : "")}" : null,
            _ => null,
        };
    }

    private static string Product(string module, RowReader reader, JsonElement row, VtigerRun run)
    {
        var record = ProductMapping.Read(reader, module == Modules.Services, ProductDetail.IsTold(row) ? ProductDetail.Read(row) : null, run.Setup, Options, Nothing);
        var taxes = record.Value.Taxes is { } rates ? $", taxes {string.Join(" + ", rates.Select(rate => JsonValues.Invariant(rate.Percent)))}" : "";
        return $"product {record.Id} {record.Value.Reference} {record.Value.PriceNet}{taxes}";
    }

    private static async Task<string?> InventoryAsync(string module, RowReader reader, JsonElement row, VtigerRun run, CancellationToken cancellationToken)
    {
        if (row.Get("subject").ValueKind == JsonValueKind.Undefined)
            return null;
        if (!InventoryRow.HasLines(row))
            return $"{module} {reader.Id} {reader.Text("subject")} {reader.Text("sostatus") ?? reader.Text("invoicestatus") ?? reader.Text("postatus")}";
        var content = await DocumentContent.ReadAsync(reader, InventoryRow.Of(row), run, cancellationToken);
        var check = content.Lines.Count == 0 ? null : DocumentTotals.Check(content.Lines, new DocumentAmounts(content.Net, content.Tax, content.Gross), DocumentContent.Rounding);
        return $"{module} {reader.Id} {reader.Text("subject")} {content.Gross} {content.Lines.Count} lines{(check is null ? "" : $" ({check.Verdict})")}";
    }

    private static TextMap Nothing(RowReader row) => TextMap.Empty;

    private static string? Short(string? text) => text is { Length: > 40 } ? text[..40] : text;
}
