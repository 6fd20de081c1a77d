namespace ErpSync;

/// <summary>
/// Finds and takes over links. Nothing here writes to a system; linked records that differ are settled by the next run, by the pair's first-run policy or a person.
/// All members throw <see cref="ErpSyncConfigurationException"/> when the pair, the kind or a connection is unknown, <see cref="StoreException"/> when the store cannot be used,
/// and <see cref="ConnectorException"/> when a system cannot be read.
/// </summary>
public interface ISyncLinks
{
    /// <summary>Proposes which records without a link may be the same: by keys, barcodes, e-mails, similar names. Stores nothing.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The proposals: what a key matches first, then the surest.</returns>
    IAsyncEnumerable<MatchProposal> ProposeAsync(string pair, EntityKind kind, CancellationToken cancellationToken = default);

    /// <summary>Accepts proposals that were shown: links them.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="proposals">The proposals, all of one kind.</param>
    /// <param name="cancellationToken">Stops after the batch under way.</param>
    /// <returns>What was linked and what was not.</returns>
    /// <exception cref="ArgumentException">There is none, or they are of several kinds.</exception>
    /// <exception cref="SyncBusyException">A run of the pair is under way.</exception>
    Task<LinkingReport> AcceptAsync(string pair, IReadOnlyCollection<MatchProposal> proposals, CancellationToken cancellationToken = default);

    /// <summary>Accepts all proposals of a kind that are sure enough.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="acceptance">Which ones.</param>
    /// <param name="cancellationToken">Stops after the batch under way.</param>
    /// <returns>What was linked and what was not.</returns>
    /// <exception cref="SyncBusyException">A run of the pair is under way.</exception>
    Task<LinkingReport> AcceptAsync(string pair, Acceptance acceptance, CancellationToken cancellationToken = default);

    /// <summary>Says that two records are not the same: they are not proposed again, and a token that says otherwise is passed over. Keys still link them.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="first">The id at the pair's first connection.</param>
    /// <param name="second">The id at the second.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is stored.</returns>
    Task RejectAsync(string pair, EntityKind kind, RemoteId first, RemoteId second, CancellationToken cancellationToken = default);

    /// <summary>Takes a rejection back.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="first">The id at the pair's first connection.</param>
    /// <param name="second">The id at the second.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when the two were not rejected.</returns>
    Task<bool> TakeBackAsync(string pair, EntityKind kind, RemoteId first, RemoteId second, CancellationToken cancellationToken = default);

    /// <summary>What was rejected.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The rejections, oldest first.</returns>
    Task<IReadOnlyList<RejectedProposal>> ReadRejectedAsync(string pair, EntityKind kind, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes over links that another tool left behind, so that nothing is created or booked twice. A dry run unless told. Idempotent: what is linked already is counted and left alone.
    /// </summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="kind">The kind; products, customers, documents or any other.</param>
    /// <param name="source">Where the links are taken from.</param>
    /// <param name="apply">True to link; false only tells what would come of it.</param>
    /// <param name="cancellationToken">Stops after the batch under way.</param>
    /// <returns>What came, or would come, of it.</returns>
    /// <exception cref="SyncBusyException">A run of the pair is under way.</exception>
    Task<AdoptReport> AdoptAsync(string pair, EntityKind kind, AdoptSource source, bool apply = false, CancellationToken cancellationToken = default);

    /// <summary>
    /// Finds the links of a lost store again, by the tokens of creates, natural keys and equal content. Records of which nobody can tell whether they have a counterpart
    /// are held, so that the next run creates none of them twice.
    /// </summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="kinds">The kinds; null or empty for all.</param>
    /// <param name="cancellationToken">Stops after the batch under way.</param>
    /// <returns>What was found, kind by kind.</returns>
    /// <exception cref="SyncBusyException">A run of the pair is under way.</exception>
    Task<IReadOnlyList<RebuildReport>> RebuildAsync(string pair, IReadOnlyCollection<EntityKind>? kinds = null, CancellationToken cancellationToken = default);

    /// <summary>Releases records that a rebuild held: they have no counterpart, and may be created.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="connection">The connection at which they are.</param>
    /// <param name="ids">Their ids there; null for all of the kind at that connection.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many were released.</returns>
    Task<int> ReleaseAsync(string pair, EntityKind kind, string connection, IReadOnlyCollection<RemoteId>? ids = null, CancellationToken cancellationToken = default);
}
