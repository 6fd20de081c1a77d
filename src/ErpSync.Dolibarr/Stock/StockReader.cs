using System.Runtime.CompilerServices;
using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>Reads stock levels: one per product or variant that has stock of its own, summed over warehouses. Movements bump the product's date.</summary>
internal sealed class StockReader(DolibarrSession session) : IKind<StockLevel>, IReader<StockLevel>, IChangeReader<StockLevel>, ILister<StockLevel>, IFinder<StockLevel>
{
    public KindProfile<StockLevel> Profile => new()
    {
        DateTrust = session.Options.StockQuantity == DolibarrStockQuantity.Physical ? DateTrust.Full : DateTrust.Partial,
        FindBatch = 200,
        WriteBatch = 50,
        Writers = 1,
        SharesWriter = true,
    };

    public async IAsyncEnumerable<ReadResult<StockLevel>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var ids = await run.Ids.GetAsync(StockLevel.Kind, cancellationToken);
        await foreach (var item in run.Rows.AllAsync("mode=1", null, ProductView.Stock, cancellationToken, Extent.Of(ids.Goods)))
        {
            foreach (var result in Results(item, run, ids))
                yield return result;
        }
    }

    public async Task<string> TakeCursorAsync(CancellationToken cancellationToken) => (await session.RunAsync(cancellationToken)).Cursor.ToString();

    public async IAsyncEnumerable<ReadResult<StockLevel>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        HashSet<long> changed = [.. await run.ChangedAsync(cursor, StockLevel.Kind, cancellationToken)];
        if (run.Options.StockQuantity == DolibarrStockQuantity.Sellable)
            changed.UnionWith(await OrderedProducts.SinceAsync(run, cursor, cancellationToken));
        if (changed.Count == 0)
            yield break;
        var ids = await run.Ids.PeekAsync(cancellationToken);
        await foreach (var result in FindAsync(changed, run, ids, cancellationToken))
            yield return result;
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var ids = await run.Ids.GetAsync(StockLevel.Kind, cancellationToken);
        var warehouses = run.Options.StockPerWarehouse ? StockWarehouses.Each(run.Setup, run.Options).Select(warehouse => (long?)warehouse.Id).ToList() : [null];
        foreach (var id in ids.Stocked)
        {
            foreach (var warehouse in warehouses)
                yield return new Listed(StockId.Of(id, ids.IsVariant(id), warehouse));
        }
    }

    public async IAsyncEnumerable<ReadResult<StockLevel>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var roles = await run.Ids.PeekAsync(cancellationToken);
        var wanted = ids.ToHashSet();
        await foreach (var result in FindAsync(ids.Select(StockId.ProductOf).OfType<long>(), run, roles, cancellationToken))
        {
            if (result.Record is null || wanted.Contains(result.Record.Id))
                yield return result;
        }
    }

    private static async IAsyncEnumerable<ReadResult<StockLevel>> FindAsync(IEnumerable<long> ids, DolibarrRun run, ProductIds roles, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in run.Rows.FindAsync(ids.Where(id => !roles.Parents.Contains(id) && !roles.Services.Contains(id)), ProductView.Stock, cancellationToken))
        {
            foreach (var result in Results(item, run, roles))
                yield return result;
        }
    }

    /// <summary>The levels of a row: the sum, or one per warehouse.</summary>
    private static IEnumerable<ReadResult<StockLevel>> Results(JsonItem<ProductRow> item, DolibarrRun run, ProductIds ids)
    {
        if (!run.Options.StockPerWarehouse || item.Value is not { } row)
            return Result(item, run, ids, StockWarehouses.Summed(run.Setup, run.Options)) is { } result ? [result] : [];
        return row.IsService || ids.Parents.Contains(row.Id)
            ? []
            : StockWarehouses.Each(run.Setup, run.Options).Select(warehouse => ReadResult<StockLevel>.Of(StockMapping.Read(row, IsVariant(row, ids), warehouse)));
    }

    private static bool IsVariant(ProductRow row, ProductIds ids) => ids.Children.Contains(row.Id) || row.MarkedParentId is not null;

    /// <summary>The level of a row, or why it is none; null for services and for products whose variants hold the stock.</summary>
    internal static ReadResult<StockLevel>? Result(JsonItem<ProductRow> item, DolibarrRun run, ProductIds ids, IReadOnlySet<long>? warehouses)
    {
        if (item.Value is not { } row)
            return ReadResult<StockLevel>.Bad(item.Problem! with { EntityKind = StockLevel.Kind });
        return row.IsService || ids.Parents.Contains(row.Id)
            ? null
            : ReadResult<StockLevel>.Of(StockMapping.Read(row, IsVariant(row, ids), warehouses, run.StockMeasure));
    }
}
