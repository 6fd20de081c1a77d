using System.Runtime.CompilerServices;

namespace ErpSync.Dolibarr;

/// <summary>Reads variants of both forms: children of the variants module, and separate products that stand for variants.</summary>
internal sealed class VariantReader(DolibarrSession session) : IReader<ProductVariant>, IChangeReader<ProductVariant>, ILister<ProductVariant>, IFinder<ProductVariant>
{
    public async IAsyncEnumerable<ReadResult<ProductVariant>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var ids = await run.Ids.GetAsync(ProductVariant.Kind, cancellationToken);
        AttributeBook? attributes = null;
        if (ids.Children.Count > 0)
        {
            attributes = await run.Attributes.GetAsync(cancellationToken);
            foreach (var parent in ids.Parents)
            {
                var combinations = await run.Combinations.ReadAsync(parent, cancellationToken);
                run.Known[VariantSweeper.Key(parent)] = VariantSweeper.Print(combinations, attributes);
            }

            await foreach (var item in run.Rows.AllAsync("variant_filter=3", null, ProductView.Whole, cancellationToken, Extent.Of(ids.Children)))
            {
                if (VariantRecords.Result(item, run, ids, attributes) is { } result)
                    yield return result;
            }
        }

        if (ids.Marked.Count == 0)
            yield break;
        await foreach (var item in run.Rows.AllAsync("", SqlFilter.MayContain("t.ref_ext", ProductIds.Mark), ProductView.Whole, cancellationToken, Extent.Of(ids.Marked)))
        {
            if (item.Value is null || !ids.Children.Contains(item.Value.Id))
            {
                if (VariantRecords.Result(item, run, ids, attributes) is { } result)
                    yield return result;
            }
        }
    }

    public async Task<string> TakeCursorAsync(CancellationToken cancellationToken) => (await session.RunAsync(cancellationToken)).Cursor.ToString();

    public async IAsyncEnumerable<ReadResult<ProductVariant>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var changed = await run.ChangedAsync(cursor, ProductVariant.Kind, cancellationToken);
        if (changed.Count == 0)
            yield break;
        var ids = await run.Ids.PeekAsync(cancellationToken);
        await foreach (var result in FindAsync([.. changed.Where(ids.IsVariant)], run, ids, cancellationToken))
            yield return result;
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var ids = await run.Ids.GetAsync(ProductVariant.Kind, cancellationToken);
        foreach (var id in ids.Variants)
            yield return new Listed(RemoteId.From(id));
    }

    public async IAsyncEnumerable<ReadResult<ProductVariant>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var roles = await run.Ids.PeekAsync(cancellationToken);
        await foreach (var result in FindAsync(Numbers.Of(ids), run, roles, cancellationToken))
            yield return result;
    }

    internal static async IAsyncEnumerable<ReadResult<ProductVariant>> FindAsync(IReadOnlyList<long> ids, DolibarrRun run, ProductIds roles, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            yield break;
        await VariantRecords.LearnAsync(run, roles, ids, cancellationToken);
        var attributes = roles.Children.Count > 0 ? await run.Attributes.GetAsync(cancellationToken) : null;
        await foreach (var item in run.Rows.FindAsync(ids, ProductView.Whole, cancellationToken))
        {
            if (VariantRecords.Result(item, run, roles, attributes) is { } result)
                yield return result;
        }
    }
}
