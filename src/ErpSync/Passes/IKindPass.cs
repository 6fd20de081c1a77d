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

    /// <summary>Whether a system or the store seems older than it was, as far as a request or two tell; more is read only when they give reason to. Writes to no system.</summary>
    Task<SyncHold?> ProbeAsync(CancellationToken cancellationToken);

    /// <summary>True when the way left deletions that wait for the kinds that depend on this one.</summary>
    bool HasDoomed { get; }

    /// <summary>Carries out the deletions that waited.</summary>
    /// <param name="children">The kinds of the pair whose records can belong to others, and whether this run has worked them through.</param>
    /// <param name="problems">Takes the problems of single records.</param>
    /// <param name="cancellationToken">Stops after the batch under way.</param>
    Task<KindReport> DeleteDoomedAsync(IReadOnlyList<(IKindPass Pass, bool IsFresh)> children, ICollection<SyncProblem> problems, CancellationToken cancellationToken);

    /// <summary>Tells which owners at a side have records of this kind, deletable by themselves, that were edited since the two sides agreed or that have no counterpart.</summary>
    /// <param name="side">The side at which the owners are about to be deleted.</param>
    /// <param name="ownerKind">The owners' kind.</param>
    /// <param name="owners">Their ids.</param>
    /// <param name="isFresh">True when a run has just worked the kind through, so that the store knows; else everything is read.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    Task<IReadOnlySet<RemoteId>> FindOwnersToSpareAsync(Side side, EntityKind ownerKind, IReadOnlyCollection<RemoteId> owners, bool isFresh, CancellationToken cancellationToken);

    /// <summary>Settles open fields by a person's word: the named side's value is written to the other.</summary>
    Task<KindReport> ResolveAsync(Resolution resolution, ICollection<SyncProblem> problems, CancellationToken cancellationToken);

    /// <summary>Links two records that a person chose; a link that is replaced keeps its number and forgets what it knew.</summary>
    Task LinkAsync(RemoteId first, RemoteId second, CancellationToken cancellationToken, Link? replaced = null);

    /// <summary>What a run would decide on one record now, and by which rules: reads, writes nothing.</summary>
    Task<IReadOnlyList<ExplanationFact>> ExplainAsync(Link? link, Side side, RemoteId id, CancellationToken cancellationToken);
}
