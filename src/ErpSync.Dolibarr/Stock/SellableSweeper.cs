namespace ErpSync.Dolibarr;

/// <summary>Sweeps sellable quantities page by page, in rotation: supplier orders, production and shipments move them without a date. Does nothing where physical stock counts.</summary>
internal sealed class SellableSweeper(DolibarrSession session) : ISweeper<StockLevel>
{
    private const int PageSize = 200;
    private int? _round;

    public int? RequestsPerRound => session.Options.StockQuantity == DolibarrStockQuantity.Physical ? 0 : _round;

    public async Task<IReadOnlyCollection<RemoteId>> SweepAsync(ISweepMemory memory, int requests, CancellationToken cancellationToken)
    {
        if (session.Options.StockQuantity == DolibarrStockQuantity.Physical)
            return [];
        var run = await session.RunAsync(cancellationToken);
        var ids = await run.Ids.PeekAsync(cancellationToken);
        var warehouses = StockWarehouses.Summed(run.Setup, run.Options);
        var pages = ids.Stocked.Order().Chunk(PageSize).ToList();
        _round = pages.Count;
        var named = new List<RemoteId>();
        foreach (var page in await Rotation.NextAsync(memory, Enumerable.Range(1, pages.Count).Select(number => (long)number), requests, cancellationToken))
        {
            var numbers = pages[(int)page - 1];
            var old = await OldAsync(memory, page, cancellationToken);
            var now = new Dictionary<string, string>(StringComparer.Ordinal);
            await foreach (var item in run.Rows.FindAsync(numbers, ProductView.Stock, cancellationToken))
            {
                if (StockReader.Result(item, run, ids, warehouses)?.Record is { } level)
                    now[level.Id.Value] = JsonValues.Invariant(level.Value.Quantity);
            }

            named.AddRange(now.Where(entry => !old.TryGetValue(entry.Key, out var before) || before != entry.Value).Select(entry => new RemoteId(entry.Key)));
            memory.Set(Key(page), string.Join(' ', now.Select(entry => $"{entry.Key}={entry.Value}")));
        }

        return named;
    }

    private static string Key(long page) => $"page:{JsonValues.Invariant(page)}";

    private static async Task<Dictionary<string, string>> OldAsync(ISweepMemory memory, long page, CancellationToken cancellationToken)
    {
        var old = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in (await memory.GetAsync(Key(page), cancellationToken) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = entry.LastIndexOf('=');
            old[entry[..at]] = entry[(at + 1)..];
        }

        return old;
    }
}
