namespace ErpSync;

/// <summary>This record there is that record here. A record has at most one link per pair and kind.</summary>
/// <param name="Pair">The pair's name.</param>
/// <param name="Kind">The kind of both records.</param>
/// <param name="First">The end at the pair's first connection.</param>
/// <param name="Second">The end at the pair's second connection.</param>
public sealed record Link(string Pair, EntityKind Kind, LinkEnd First, LinkEnd Second)
{
    /// <summary>The store's number of the link, growing in the order of linking; 0 while it is not stored.</summary>
    public long Number { get; init; }

    /// <summary>The fields that stayed open when the link was last compared; empty means green, otherwise orange.</summary>
    public ValueList<OpenField> Open { get; init; } = [];

    /// <summary>Why the two were linked, for people, for example <c>same reference</c>.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What a person recognises the record by; null when unknown.</summary>
    public string? Label { get; init; }

    /// <summary>The side at which ErpSync created the record; null when both records existed before they were linked.</summary>
    public Side? CreatedAt { get; init; }

    /// <summary>The side at which the record is known to be deleted while the other one stays linked; null when both exist.</summary>
    public Side? GoneAt { get; init; }

    /// <summary>When it was linked, in UTC.</summary>
    public DateTimeOffset LinkedAt { get; init; }

    /// <summary>The end at a side.</summary>
    /// <param name="side">The side.</param>
    /// <returns>The end.</returns>
    public LinkEnd End(Side side) => side == Side.First ? First : Second;

    /// <summary>The link with another end at a side.</summary>
    /// <param name="side">The side.</param>
    /// <param name="end">The end.</param>
    /// <returns>The changed link.</returns>
    public Link With(Side side, LinkEnd end) => side == Side.First ? this with { First = end } : this with { Second = end };
}
