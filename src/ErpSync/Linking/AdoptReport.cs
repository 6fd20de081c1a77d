namespace ErpSync;

/// <summary>What came, or would come, of taking over links from another tool. Counts are of pairs of records; each pair counts once.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="IsDryRun">True when nothing was stored.</param>
public sealed record AdoptReport(EntityKind Kind, bool IsDryRun)
{
    /// <summary>Pairs that were linked, or would be.</summary>
    public long Linked { get; init; }

    /// <summary>Of those, how many have fields that differ; the first-run policy or a person settles them.</summary>
    public long Differing { get; init; }

    /// <summary>Pairs that were linked with each other before.</summary>
    public long AlreadyLinked { get; init; }

    /// <summary>Pairs of which at least one record does not exist.</summary>
    public long Missing { get; init; }

    /// <summary>Pairs that contradict others of the source, or of which one record is linked with another one: none of them is linked.</summary>
    public long Ambiguous { get; init; }

    /// <summary>Pairs of which a record exists and cannot be read at present.</summary>
    public long Unreadable { get; init; }

    /// <summary>Lines of the source that could not be understood; the others were.</summary>
    public long BadLines { get; init; }

    /// <summary>Why pairs were not linked, at most 1,000, in the order of the source.</summary>
    public IReadOnlyList<AdoptProblem> Problems { get; init; } = [];
}
