namespace ErpSync;

/// <summary>
/// Keeps pairs in step. All members throw <see cref="ErpSyncConfigurationException"/> when the host's configuration cannot work or a pair is unknown,
/// <see cref="StoreException"/> when the store cannot be used, and <see cref="ConnectorException"/> when a system cannot be used at all.
/// Problems of single records never throw: they are parked and reported.
/// </summary>
public interface ISyncEngine
{
    /// <summary>The names of the pairs.</summary>
    IReadOnlyList<string> Pairs { get; }

    /// <summary>Probes both systems for what the pair wants. Writes nothing; unreachable systems are findings.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>The findings, most severe first; empty when all is well.</returns>
    Task<IReadOnlyList<Finding>> CheckAsync(string pair, CancellationToken cancellationToken = default);

    /// <summary>The colours of all records, read live from both systems. Writes nothing anywhere.</summary>
    /// <param name="request">What to look at.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Cancels the inspection.</param>
    /// <returns>The records, kind by kind.</returns>
    IAsyncEnumerable<RecordView> InspectAsync(SyncRequest request, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>What a run would do now. Writes nothing anywhere.</summary>
    /// <param name="request">What to plan.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Cancels the planning.</param>
    /// <returns>The entries, kind by kind.</returns>
    IAsyncEnumerable<PlanEntry> PlanAsync(SyncRequest request, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>What a run would do now, as a value to review, save and apply exactly. Writes nothing anywhere.</summary>
    /// <param name="request">What to plan.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Cancels the planning.</param>
    /// <returns>The plan. It holds all entries in memory; <see cref="PlanAsync"/> streams them.</returns>
    Task<SyncPlan> MakePlanAsync(SyncRequest request, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Carries out a plan exactly. Each entry is decided again by the same code on the records as they are now, and carried out only when nothing moved: same records, same action,
    /// same target, same fields, same values. Whatever moved is refused and listed, and nothing that is not in the plan is written.
    /// </summary>
    /// <param name="plan">The plan, perhaps filtered.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Stops after the batch under way.</param>
    /// <returns>What was done and what was refused.</returns>
    /// <exception cref="ErpSyncConfigurationException">The plan was made for other connections than the pair has.</exception>
    /// <exception cref="SyncBusyException">A run of the pair is under way.</exception>
    Task<ApplyReport> ApplyAsync(SyncPlan plan, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Brings both systems in step.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Stops after the batch under way.</param>
    /// <returns>What was done. A kind that could not be read is named in its report; kinds that depend on it are left out.</returns>
    /// <exception cref="SyncBusyException">Another run of the pair is under way.</exception>
    Task<SyncReport> RunAsync(SyncRequest request, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Settles open fields by a person's word and writes the version that stays to the other side.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="resolution">Which records and fields, and whose version stays.</param>
    /// <param name="cancellationToken">Stops after the batch under way.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="SyncBusyException">A run of the pair is under way.</exception>
    Task<SyncReport> ResolveAsync(string pair, Resolution resolution, CancellationToken cancellationToken = default);

    /// <summary>Links two records by hand. Nothing is written to either system; the next run settles the differences by the pair's policies.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="kind">The kind of both.</param>
    /// <param name="first">The id at the pair's first connection.</param>
    /// <param name="second">The id at the second.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the link is stored.</returns>
    /// <exception cref="StoreException">One of them has a link already.</exception>
    Task LinkAsync(string pair, EntityKind kind, RemoteId first, RemoteId second, CancellationToken cancellationToken = default);

    /// <summary>Removes a link. Both records stay as they are and become red.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="connection">The connection whose id is given.</param>
    /// <param name="id">The id of the record there.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when the record has no link.</returns>
    Task<bool> UnlinkAsync(string pair, EntityKind kind, string connection, RemoteId id, CancellationToken cancellationToken = default);

    /// <summary>The last known colours, answered from the store without a request.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>How many records are linked, orange and red.</returns>
    Task<LinkCounts> LastKnownAsync(string pair, EntityKind kind, CancellationToken cancellationToken = default);
}
