using System.Runtime.CompilerServices;
using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>Reads products and services; variants of both forms are left to their own kind.</summary>
internal sealed class ProductReader(DolibarrSession session) : IReader<Product>, IChangeReader<Product>, ILister<Product>, IFinder<Product>
{
    public async IAsyncEnumerable<ReadResult<Product>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var ids = await run.Ids.GetAsync(Product.Kind, cancellationToken);
        var categories = await ProductCategories.OfAllAsync(run, cancellationToken);
        await foreach (var item in run.Rows.AllAsync("", null, ProductView.Whole, cancellationToken, Extent.Of(ids.Goods, ids.Services)))
        {
            if (Result(item, run, ids, id => categories.Of(id) ?? RefSet.Empty) is { } result)
                yield return result;
        }
    }

    public async Task<string> TakeCursorAsync(CancellationToken cancellationToken) => (await session.RunAsync(cancellationToken)).Cursor.ToString();

    public async IAsyncEnumerable<ReadResult<Product>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var changed = await run.ChangedAsync(cursor, Product.Kind, cancellationToken);
        if (changed.Count == 0)
            yield break;
        var ids = await run.Ids.PeekAsync(cancellationToken);
        await foreach (var result in FindAsync([.. changed.Where(id => !ids.IsVariant(id))], run, ids, cancellationToken))
            yield return result;
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var ids = await run.Ids.GetAsync(Product.Kind, cancellationToken);
        foreach (var id in ids.Products)
            yield return new Listed(RemoteId.From(id));
    }

    public async IAsyncEnumerable<ReadResult<Product>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var roles = await run.Ids.PeekAsync(cancellationToken);
        await foreach (var result in FindAsync(Numbers.Of(ids), run, roles, cancellationToken))
            yield return result;
    }

    /// <summary>The record of a row, or why it is none; null for a variant.</summary>
    internal static ReadResult<Product>? Result(JsonItem<ProductRow> item, DolibarrRun run, ProductIds ids, Func<long, RefSet> categories)
    {
        if (item.Value is not { } row)
            return ReadResult<Product>.Bad(item.Problem! with { EntityKind = Product.Kind });
        return ids.Children.Contains(row.Id) || row.MarkedParentId is not null
            ? null
            : ReadResult<Product>.Of(ProductMapping.Read(row, run.Setup, categories(row.Id), ids.Parents.Contains(row.Id)));
    }

    private static async IAsyncEnumerable<ReadResult<Product>> FindAsync(IReadOnlyList<long> ids, DolibarrRun run, ProductIds roles, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            yield break;
        var categories = await ProductCategories.OfAsync(run, ids, cancellationToken);
        await foreach (var item in run.Rows.FindAsync(ids, ProductView.Whole, cancellationToken))
        {
            if (Result(item, run, roles, id => categories.Of(id) ?? RefSet.Empty) is { } result)
                yield return result;
        }
    }
}
