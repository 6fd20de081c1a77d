namespace ErpSync;

/// <summary>What was erased of a person's record.</summary>
/// <param name="Records">The records concerned: the one that was named, its counterpart, and what belongs to them.</param>
/// <param name="Erased">How many rows were erased, by area: <c>journal</c>, <c>parked</c>, <c>red</c>, <c>intents</c>, <c>labels</c>, <c>run errors</c>, <c>plans</c> (entries of kept plans), <c>tombstones</c>, <c>notes</c>.</param>
public sealed record ForgetReport(IReadOnlyList<RecordKey> Records, IReadOnlyDictionary<string, long> Erased)
{
    /// <summary>Where records that belong to it could not be looked for, because a system did not answer; empty when all was searched. Name those records in calls of their own.</summary>
    public IReadOnlyList<SyncProblem> NotSearched { get; init; } = [];
}
