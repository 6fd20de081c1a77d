using ErpSync.Matching;

namespace ErpSync.Passes;

/// <summary>What became of two records that were to be linked.</summary>
internal sealed record LinkResult(WorkItem Item, LinkStatus Status)
{
    /// <summary>True when fields stay open.</summary>
    public bool Differs { get; init; }

    public SyncProblem? Problem { get; init; }
}
