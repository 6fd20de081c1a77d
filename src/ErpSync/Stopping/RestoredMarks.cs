namespace ErpSync;

/// <summary>
/// The sides of a kind at which a restored backup (or another installation) was confirmed and whose records were not all looked at since. Values that came back
/// there are not edits, and records that are missing there were not deleted.
/// </summary>
/// <param name="First">The first side is such a side.</param>
/// <param name="Second">The second side is.</param>
/// <param name="Keep">The side whose version the person wants to stay; null asks.</param>
internal sealed record RestoredMarks(bool First, bool Second, Side? Keep)
{
    public static RestoredMarks None { get; } = new(false, false, null);

    public bool Any => First || Second;

    public bool At(Side side) => side == Side.First ? First : Second;

    public static string Key(EntityKind kind, string connection) => $"restored/{kind.Name}/{connection}";

    public static async Task<RestoredMarks> ReadAsync(PassContext context, EntityKind kind, CancellationToken cancellationToken)
    {
        var first = await context.Store.GetTextAsync(context.Pair, Key(kind, context.First.Name), cancellationToken);
        var second = await context.Store.GetTextAsync(context.Pair, Key(kind, context.Second.Name), cancellationToken);
        if (first is null && second is null)
            return None;
        var keep = (first ?? "").Length > 0 ? first : second;
        return new RestoredMarks(
            first is not null,
            second is not null,
            keep == context.First.Name ? Side.First : keep == context.Second.Name ? Side.Second : null);
    }

    /// <summary>Takes the marks off, once every record of the kind was looked at.</summary>
    public void Clear(PassContext context, EntityKind kind, StoreChanges changes)
    {
        foreach (var side in new[] { Side.First, Side.Second })
        {
            if (At(side))
                changes.Texts.Add((context.Pair, Key(kind, context.NameOf(side)), null));
        }
    }
}
