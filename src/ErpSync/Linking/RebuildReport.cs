namespace ErpSync;

/// <summary>What a rebuild found of one kind. Counts of pairs are of links.</summary>
/// <param name="Kind">The kind.</param>
public sealed record RebuildReport(EntityKind Kind)
{
    /// <summary>Links that were in the store already.</summary>
    public long Known { get; init; }

    /// <summary>Links found by the token that a create left at the target.</summary>
    public long FoundByToken { get; init; }

    /// <summary>Links found by a natural key, or by the owner and key of owned records.</summary>
    public long FoundByKey { get; init; }

    /// <summary>Links of records with neither, found because exactly one record of each side has the same content.</summary>
    public long FoundByContent { get; init; }

    /// <summary>Of all that were found, how many have fields that differ; the first-run policy or a person settles them.</summary>
    public long Differing { get; init; }

    /// <summary>Records of which nobody can tell whether they have a counterpart. They are not created until a person links or releases them.</summary>
    public IReadOnlyList<SyncProblem> Unsure { get; init; } = [];

    /// <summary>Records that are only at one side; the next run creates them as the pair's policies say.</summary>
    public long Alone { get; init; }

    /// <summary>Why the kind could not be rebuilt; null when it was.</summary>
    public SyncProblem? Problem { get; init; }
}
