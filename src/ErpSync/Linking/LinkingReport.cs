namespace ErpSync;

/// <summary>What came of accepting proposals.</summary>
/// <param name="Kind">The kind.</param>
public sealed record LinkingReport(EntityKind Kind)
{
    /// <summary>How many were linked.</summary>
    public long Linked { get; init; }

    /// <summary>Of those, how many have fields that differ; the first-run policy or a person settles them.</summary>
    public long Differing { get; init; }

    /// <summary>How many were linked with each other before.</summary>
    public long AlreadyLinked { get; init; }

    /// <summary>Why others were not linked, at most 1,000: one of the two does not exist, cannot be read, or is linked with another record.</summary>
    public IReadOnlyList<SyncProblem> Problems { get; init; } = [];
}
