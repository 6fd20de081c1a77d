namespace ErpSync;

/// <summary>How many records of a kind have which colour, as last recorded.</summary>
/// <param name="Linked">All links.</param>
/// <param name="Open">The links that have open fields: orange.</param>
/// <param name="Unlinked">The red records.</param>
public readonly record struct LinkCounts(long Linked, long Open, long Unlinked)
{
    /// <summary>Of the links, those whose record at the first side is known to be deleted (<see cref="Link.GoneAt"/>).</summary>
    public long GoneAtFirst { get; init; }

    /// <summary>Of the links, those whose record at the second side is known to be deleted.</summary>
    public long GoneAtSecond { get; init; }
}
