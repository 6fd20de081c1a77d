namespace ErpSync.Reading;

/// <summary>Finds the links whose record at a side was not met and was not known to be gone.</summary>
internal static class Unseen
{
    private const int PageSize = 1000;

    public static async Task AddAsync(PassContext context, EntityKind kind, Side side, LinkBitmap seen, List<long> unseen, CancellationToken cancellationToken)
    {
        IReadOnlyList<Link> page;
        for (long after = 0; ; after = page[^1].Number)
        {
            page = await context.Store.ReadLinksAsync(context.Pair, kind, after, PageSize, openOnly: false, cancellationToken);
            unseen.AddRange(page.Where(link => link.GoneAt != side && !seen.Contains(link.Number)).Select(link => link.Number));
            if (page.Count < PageSize)
                return;
        }
    }
}
