using System.Runtime.CompilerServices;

namespace ErpSync.Recording;

/// <summary>Reads of the store that go through all pages.</summary>
internal static class StoreReads
{
    private const int PageSize = 1000;

    public static async IAsyncEnumerable<Link> ReadAllLinksAsync(this ILinkStore store, string pair, EntityKind kind, [EnumeratorCancellation] CancellationToken cancellationToken, bool openOnly = false)
    {
        for (long after = 0; ;)
        {
            var page = await store.ReadLinksAsync(pair, kind, after, PageSize, openOnly, cancellationToken);
            foreach (var link in page)
                yield return link;
            if (page.Count < PageSize)
                yield break;
            after = page[^1].Number;
        }
    }

    public static async IAsyncEnumerable<Unlinked> ReadAllUnlinkedAsync(this ILinkStore store, string pair, EntityKind kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (Unlinked? after = null; ;)
        {
            var page = await store.ReadUnlinkedAsync(pair, kind, after, PageSize, cancellationToken);
            foreach (var record in page)
                yield return record;
            if (page.Count < PageSize)
                yield break;
            after = page[^1];
        }
    }

    public static async IAsyncEnumerable<IReadOnlyList<TItem>> ChunkAsync<TItem>(this IAsyncEnumerable<TItem> items, int size, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunk = new List<TItem>(size);
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            chunk.Add(item);
            if (chunk.Count < size)
                continue;
            yield return chunk;
            chunk = new List<TItem>(size);
        }

        if (chunk.Count > 0)
            yield return chunk;
    }
}
