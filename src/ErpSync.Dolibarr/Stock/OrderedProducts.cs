namespace ErpSync.Dolibarr;

/// <summary>Products of customer orders that changed: their sellable quantity moves without the product's date. A key without the right to orders leaves it to the sweep.</summary>
internal static class OrderedProducts
{
    public static async Task<IEnumerable<long>> SinceAsync(DolibarrRun run, string cursor, CancellationToken cancellationToken)
    {
        var from = ServerCursor.Parse(cursor, run.Client.Connection).LocalTime(run.Setup);
        try
        {
            var orders = await run.Client.ListAsync($"orders?limit=0&properties=id,lines&{SqlFilter.Query(SqlFilter.Since("t.tms", from))}", cancellationToken);
            return [.. orders.SelectMany(order => order.Get("lines").Items()).Select(line => line.Whole("fk_product")).OfType<long>().Distinct()];
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.Misconfigured or ProblemKind.Unsupported)
        {
            return [];
        }
    }
}
