namespace ErpSync.Dolibarr;

/// <summary>How far a read of rows goes, as the list of ids told just before: it saves the request that finds nothing behind the last row.</summary>
/// <param name="Count">How many rows there are.</param>
/// <param name="Highest">The highest id of them; 0 for none.</param>
internal readonly record struct Extent(int Count, long Highest)
{
    public static Extent Of(params ReadOnlySpan<IdSet> sets)
    {
        var (count, highest) = (0, 0L);
        foreach (var set in sets)
            (count, highest) = (count + set.Count, Math.Max(highest, set.Highest));
        return new Extent(count, highest);
    }
}
