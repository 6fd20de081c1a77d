using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>Products that an order line names by article number only (a combination of the shop, a product that was deleted there): found by it, else made of what the line tells.</summary>
internal static class OrderedProducts
{
    public static async Task<string> GetAsync(DocumentLine line, string code, VtigerRun run, CancellationToken cancellationToken)
    {
        if (run.ProductsByCode.TryGetValue(code, out var known))
            return known;
        var kept = Texts.Stored(code, Modules.Products, "productcode")!;
        var rows = await run.Session.Client.QueryAsync(Vtql.Select(Modules.Products, ["id", "productcode"], Vtql.Equal("productcode", kept), "id", Vtql.PageSize), cancellationToken);
        var found = rows.FirstOrDefault(row => row.Text("productcode") == kept) is { ValueKind: System.Text.Json.JsonValueKind.Object } exact ? exact.Text("id") : rows.Count > 0 ? rows[0].Text("id") : null;
        if (found is null && !run.Options.CreateOrderedProducts)
        {
            throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, VtigerCodes.ProductMissing, $"A line names the article number {code}, which vtiger does not know.")
            {
                Field = nameof(Order.Lines),
                Remedy = "Create the product in vtiger, or set the option CreateOrderedProducts.",
            });
        }

        return run.ProductsByCode[code] = found ?? await CreateAsync(line, kept, run, cancellationToken);
    }

    private static async Task<string> CreateAsync(DocumentLine line, string code, VtigerRun run, CancellationToken cancellationToken)
    {
        Prices.Demand(run.Setup);
        var body = new JsonObject { ["productname"] = Texts.Trimmed(line.Label) ?? code, ["productcode"] = code, ["discontinued"] = "1" };
        if (line.UnitNet is { } price && price.Currency == run.Setup.BaseCode)
            body["unit_price"] = JsonValues.Invariant(Prices.Rounded(price.Amount, run.Setup));
        foreach (var (field, percent) in TaxSlots.Fields(line.Taxes ?? [], run.Setup, compounds: false, nameof(Order.Lines)))
            body[field] = JsonValues.Invariant(percent);
        await run.Fields.CompleteAsync(Modules.Products, body, cancellationToken);
        var row = await run.Session.Client.CreateAsync(Modules.Products, body, cancellationToken);
        run.Session.Details.Take(row);
        return row.Text("id") ?? throw new ConnectorException(new SyncProblem(ProblemKind.OutcomeUnknown, VtigerCodes.Unreadable, "The answer to the creation of a product has no id."));
    }
}
