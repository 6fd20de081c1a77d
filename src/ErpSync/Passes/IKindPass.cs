namespace ErpSync;

/// <summary>One kind of one pair on its way through the rooms.</summary>
internal interface IKindPass
{
    EntityKind Kind { get; }

    /// <summary>Proposals, adoption and rebuilding of links; writes to no system.</summary>
    IKindLinks Links { get; }

    /// <summary>Colours: reads and compares, writes nothing.</summary>
    IAsyncEnumerable<RecordView> InspectAsync(CancellationToken cancellationToken);

    /// <summary>What a run would do: reads, compares and decides, writes nothing.</summary>
    IAsyncEnumerable<PlanEntry> PlanAsync(CancellationToken cancellationToken);

    /// <summary>How many requests some writes take at most at a side.</summary>
    long EstimateRequests(Side side, long creates, long updates);

    /// <summary>Carries out entries of a plan that are still what they were.</summary>
    Task<KindReport> ApplyAsync(IReadOnlyList<PlanEntry> entries, PlanLedger ledger, ICollection<SyncProblem> problems, CancellationToken cancellationToken);

    /// <summary>Completes the steps of an undo with what the records hold now, and with why a step cannot be done.</summary>
    Task<IReadOnlyList<UndoEntry>> PlanUndoAsync(IReadOnlyList<UndoEntry> drafts, CancellationToken cancellationToken);

    /// <summary>Carries out the steps of an undo that can still be done.</summary>
    Task<KindReport> UndoAsync(IReadOnlyList<UndoEntry> entries, UndoLedger ledger, ICollection<SyncProblem> problems, CancellationToken cancellationToken);

    /// <summary>The ids of the records that belong to another one, at its side; none for kinds that stand by themselves.</summary>
    Task<IReadOnlyList<RemoteId>> FindOwnedAsync(Side side, Ref owner, CancellationToken cancellationToken);

    /// <summary>What some records of a side point to, in its own ids.</summary>
    Task<IReadOnlyCollection<Ref>> ReadPointersAsync(Side side, IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken);

    /// <summary>The whole way.</summary>
    Task<KindReport> RunAsync(ICollection<SyncProblem> problems, CancellationToken cancellationToken);

    /// <summary>Settles open fields by a person's word: the named side's value is written to the other.</summary>
    Task<KindReport> ResolveAsync(Resolution resolution, ICollection<SyncProblem> problems, CancellationToken cancellationToken);

    /// <summary>Links two records that a person chose; a link that is replaced keeps its number and forgets what it knew.</summary>
    Task LinkAsync(RemoteId first, RemoteId second, CancellationToken cancellationToken, Link? replaced = null);

    /// <summary>What a run would decide on one record now, and by which rules: reads, writes nothing.</summary>
    Task<IReadOnlyList<ExplanationFact>> ExplainAsync(Link? link, Side side, RemoteId id, CancellationToken cancellationToken);
}
