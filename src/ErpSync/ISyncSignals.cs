namespace ErpSync;

/// <summary>
/// Takes hints that records should be looked at, and sends single records. All members throw <see cref="ErpSyncConfigurationException"/> when a pair, kind or connection is
/// unknown, and <see cref="StoreException"/> when the store cannot be used.
/// </summary>
public interface ISyncSignals
{
    /// <summary>Announces that something happened to a record. It is stored and coalesced with other signals of the same record until the record was read; nothing is sent to a system by this call.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="kind">The record's kind.</param>
    /// <param name="id">The record's id.</param>
    /// <param name="what">What happened.</param>
    /// <param name="connection">The connection where it happened; null for the one that the kind comes from, or the pair's first.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when the pair does not keep such records in step; nothing is stored then.</returns>
    Task<bool> SignalAsync(string pair, EntityKind kind, RemoteId id, SignalEvent what, string? connection = null, CancellationToken cancellationToken = default);

    /// <summary>Keeps what a connection's <see cref="ISignalParser"/> read from a webhook. Echoes of own writes and kinds that the pair does not keep in step are left out.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="connection">The connection that it came from.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many signals were kept.</returns>
    Task<int> SignalAsync(string pair, string connection, SignalReading reading, CancellationToken cancellationToken = default);

    /// <summary>Waits until something is signalled in this process; returns at once when something was since the last call.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends then.</returns>
    Task WaitAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads every signalled record and carries it over, with the unlinked records it points to. What cannot be read stays for the next time.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="cancellationToken">Stops after the batch under way.</param>
    /// <returns>What was done; null when nothing was signalled.</returns>
    /// <exception cref="SyncBusyException">A run of the pair is under way; the signals stay.</exception>
    Task<SyncReport?> CarryOverAsync(string pair, CancellationToken cancellationToken = default);

    /// <summary>Sends one record by hand, past the filter that leaves it out of ordinary runs, with the unlinked records it points to. It is journalled like any write.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="kind">The record's kind.</param>
    /// <param name="id">The record's id.</param>
    /// <param name="connection">The connection where it is; null for the one that the kind comes from, or the pair's first.</param>
    /// <param name="cancellationToken">Stops after the batch under way.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="ConnectorException">There is no such record (<see cref="ProblemKind.NotFound"/>), or it cannot be read.</exception>
    /// <exception cref="SyncBusyException">A run of the pair is under way.</exception>
    Task<SyncReport> SyncOneAsync(string pair, EntityKind kind, RemoteId id, string? connection = null, CancellationToken cancellationToken = default);
}
