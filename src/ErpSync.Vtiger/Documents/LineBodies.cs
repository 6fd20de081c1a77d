using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>
/// Makes the lines of a document as vtiger takes them. Where one set of taxes holds for every line, it is written once for all: then nothing depends on which taxes a product has,
/// and compound taxes work. Otherwise each line bears its own, and vtiger counts only those that the product has.
/// </summary>
internal static class LineBodies
{
    private const int PriceDecimals = 8;

    /// <summary>Puts lines, kind of taxes and amounts of the header into a body.</summary>
    /// <param name="body">The body of the document.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="present">The lines as they are, whose comments stay; empty for a new document.</param>
    /// <param name="run">The run.</param>
    /// <param name="isNew">Whether the document is new.</param>
    /// <param name="cancellationToken">Cancels the requests that it may take.</param>
    /// <exception cref="ConnectorException">A line cannot be kept in vtiger.</exception>
    public static async Task PutAsync(JsonObject body, ValueList<DocumentLine> lines, IReadOnlyList<JsonElement> present, VtigerRun run, bool isNew, CancellationToken cancellationToken)
    {
        var sold = lines.Where(line => line.Kind is not (LineKind.Text or LineKind.Rounding)).ToList();
        if (sold.Count == 0)
            throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, VtigerCodes.FieldMissing, "A document without a line with an amount cannot be kept in vtiger.") { Field = nameof(Order.Lines) });
        var sets = sold.Select(line => Set(line.Taxes)).Distinct().ToList();
        var isGroup = sets.Count == 1;
        if (!isGroup && sets.Any(set => set.Any(rate => rate.Compound)))
            throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, VtigerCodes.TaxesMixed, "The document has a compound tax and lines with other taxes: vtiger reckons compound taxes only where one set of taxes holds for every line.") { Field = nameof(Order.Lines) });
        var products = new List<string>(sold.Count);
        foreach (var line in sold)
            products.Add(await ProductOfAsync(line, run, cancellationToken));
        if (!isGroup)
            await DemandTaxesAsync(sold, products, run, cancellationToken);
        var rows = new JsonArray();
        for (var at = 0; at < sold.Count; at++)
            rows.Add((JsonNode)Row(sold[at], products[at], isGroup, run.Setup, present.FirstOrDefault(row => sold[at].Id is { } id && row.Text("id") == id)));
        body["LineItems"] = rows;
        body["productid"] = products[0];
        body["hdnTaxType"] = isGroup ? "group" : "individual";
        body["txtAdjustment"] = JsonValues.Invariant(lines.Where(line => line.Kind == LineKind.Rounding).Sum(line => (line.Net ?? line.UnitNet)?.Amount ?? 0));
        if (isNew)
            return;

        // What was in the header is in lines now.
        body["hdnDiscountAmount"] = "0";
        body["hdnS_H_Amount"] = "0";
    }

    private static ValueList<TaxRate> Set(ValueList<TaxRate>? taxes) =>
        (taxes ?? []).Where(rate => rate.Percent != 0).Select(rate => rate with { Percent = decimal.Parse(JsonValues.Invariant(Math.Round(rate.Percent, 3, MidpointRounding.AwayFromZero)), System.Globalization.CultureInfo.InvariantCulture) }).OrderBy(rate => rate.Compound).ThenBy(rate => rate.Percent).ToValueList();

    private static JsonObject Row(DocumentLine line, string product, bool isGroup, CrmSetup setup, JsonElement present)
    {
        var (quantity, price, percent, amount) = Amounts(line);
        var row = new JsonObject { ["productid"] = product, ["quantity"] = JsonValues.Invariant(quantity), ["listprice"] = JsonValues.Invariant(price) };
        if (percent != 0)
            row["discount_percent"] = JsonValues.Invariant(percent);
        if (amount != 0)
            row["discount_amount"] = JsonValues.Invariant(amount);
        if (Comment(line, present) is { } comment)
            row["comment"] = comment;
        if (present.Text("description") is { } description)
            row["description"] = description;
        var taxes = TaxSlots.Fields(Set(line.Taxes), setup, isGroup, nameof(Order.Lines));
        foreach (var tax in isGroup ? [] : setup.Taxes.Where(tax => tax.IsActive && !taxes.ContainsKey(tax.Field)))
            row[tax.Field] = "0";
        foreach (var (field, rate) in taxes)
            row[field] = JsonValues.Invariant(rate);
        return row;
    }

    /// <summary>Quantity, price and discount that come to exactly the net amount that the source tells.</summary>
    private static (decimal Quantity, decimal Price, decimal Percent, decimal Amount) Amounts(DocumentLine line)
    {
        var quantity = Math.Round(line.Quantity, 3, MidpointRounding.AwayFromZero);
        if (quantity == 0 && line.Net is { Amount: not 0 })
            quantity = 1;
        var price = Math.Round(line.UnitNet?.Amount ?? (quantity == 0 ? 0 : (line.Net?.Amount ?? 0) / quantity), PriceDecimals, MidpointRounding.AwayFromZero);
        var percent = Math.Round(line.DiscountPercent ?? 0, 3, MidpointRounding.AwayFromZero);
        var amount = Math.Round(line.DiscountAmount?.Amount ?? 0, PriceDecimals, MidpointRounding.AwayFromZero);

        // vtiger takes one discount a line.
        if (percent != 0 && amount != 0)
            (percent, amount) = (0, (quantity * price * percent / 100) + amount);
        if (line.Net is not { } net)
            return (quantity, price, percent, amount);
        var unit = net.Currency.MinorUnit;
        if (Math.Abs((quantity * price * (1 - (percent / 100))) - amount - net.Amount) < unit / 2)
            return (quantity, price, percent, amount);
        return quantity == 0 ? (quantity, price, percent, amount) : (quantity, Math.Round(net.Amount / quantity, PriceDecimals, MidpointRounding.AwayFromZero), 0, 0);
    }

    private static string? Comment(DocumentLine line, JsonElement present) => present.ValueKind == JsonValueKind.Object ? present.Text("comment")
        : line.Kind == LineKind.Product ? Texts.Trimmed(line.Description) : Texts.Trimmed(line.Label) ?? Texts.Trimmed(line.Description);

    private static async Task<string> ProductOfAsync(DocumentLine line, VtigerRun run, CancellationToken cancellationToken)
    {
        if (line.Product is { } product)
            return RecordNumber.Parse(product.Id.Value) is not null ? product.Id.Value : throw NoProduct(product.Id.Value);
        if (line.Kind is LineKind.Product && Texts.Trimmed(line.Reference) is { } code)
            return await OrderedProducts.GetAsync(line, code, run, cancellationToken);
        return await run.Services.GetAsync(line.Kind, cancellationToken);
    }

    // A tax that the product lacks shows on the line and is missing from the total: nobody would notice.
    private static async Task DemandTaxesAsync(List<DocumentLine> sold, List<string> products, VtigerRun run, CancellationToken cancellationToken)
    {
        var needed = new Dictionary<string, Dictionary<string, decimal>>(StringComparer.Ordinal);
        for (var at = 0; at < sold.Count; at++)
        {
            var own = needed.TryGetValue(products[at], out var known) ? known : needed[products[at]] = new(StringComparer.Ordinal);
            foreach (var (field, percent) in TaxSlots.Fields(Set(sold[at].Taxes), run.Setup, compounds: false, nameof(Order.Lines)))
                own[field] = percent;
        }

        foreach (var (id, taxes) in needed.Where(product => product.Value.Count > 0))
        {
            var detail = run.Session.Details.Last(id);
            if (detail is null || taxes.Keys.Any(field => !detail.Taxes.ContainsKey(field)))
                detail = await run.Session.Client.RetrieveAsync(id, cancellationToken) is { } row ? run.Session.Details.Take(row) : throw NoProduct(id);
            var missing = taxes.Where(tax => !detail.Taxes.ContainsKey(tax.Key)).ToDictionary(tax => tax.Key, tax => tax.Value, StringComparer.Ordinal);
            if (missing.Count == 0)
                continue;
            if (!run.Options.AssignMissingTaxes && !await run.Services.IsOneAsync(id, cancellationToken))
                throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, VtigerCodes.TaxUnassigned, $"The product {id} does not have the tax of {string.Join(" % and ", missing.Values.Select(JsonValues.Invariant)):percent} % that a line bears: vtiger would leave it out of the total.")
                {
                    Field = nameof(Order.Lines),
                    Remedy = "Give the product this tax in vtiger, or set the option AssignMissingTaxes.",
                });
            await ProductKind.AssignAsync(run, id, missing, cancellationToken);
        }
    }

    private static ConnectorException NoProduct(string id) => new(new SyncProblem(ProblemKind.Rejected, VtigerCodes.ProductMissing, $"A line points at the product {id}, which vtiger does not have: it would store an empty line.") { Field = nameof(Order.Lines) });
}
