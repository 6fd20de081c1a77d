namespace ErpSync;

public partial interface ISyncControl
{
    /// <summary>Reads parked records, oldest first.</summary>
    /// <param name="query">Which ones.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The records of the page; fewer than asked means the end.</returns>
    /// <exception cref="ErpSyncConfigurationException">The pair or the connection is unknown.</exception>
    Task<IReadOnlyList<ParkedView>> ListParkedAsync(ParkedQuery query, CancellationToken cancellationToken = default);

    /// <summary>Lets a parked record be tried again by the next run, whatever its wait, and begins its attempts anew.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="connection">The connection whose id is given.</param>
    /// <param name="id">The record's id there.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when the record is not parked.</returns>
    /// <exception cref="ErpSyncConfigurationException">The pair or the connection is unknown.</exception>
    Task<bool> RetryAsync(string pair, EntityKind kind, string connection, RemoteId id, CancellationToken cancellationToken = default);

    /// <summary>Leaves a record alone: it is neither linked, created nor written until it changes, or for good. Works for records that are not parked too; <see cref="RetryAsync"/> takes it back.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="connection">The connection whose id is given.</param>
    /// <param name="id">The record's id there.</param>
    /// <param name="forGood">True to leave it alone even when it changes.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is remembered.</returns>
    /// <exception cref="ErpSyncConfigurationException">The pair or the connection is unknown.</exception>
    Task SkipAsync(string pair, EntityKind kind, string connection, RemoteId id, bool forGood = false, CancellationToken cancellationToken = default);

    /// <summary>Links a record with another counterpart than the one it has, in one step; nothing is written to either system, and both lose their place among the parked.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="connection">The connection whose id is given.</param>
    /// <param name="id">The record's id there.</param>
    /// <param name="counterpart">The id of the right record at the other connection.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the link is stored.</returns>
    /// <exception cref="ErpSyncConfigurationException">The pair or the connection is unknown.</exception>
    /// <exception cref="ConnectorException">One of the two does not exist or cannot be read (<c>link.not-found</c>).</exception>
    /// <exception cref="StoreException">The counterpart is linked with a third record (<c>store.link-exists</c>).</exception>
    Task RelinkAsync(string pair, EntityKind kind, string connection, RemoteId id, RemoteId counterpart, CancellationToken cancellationToken = default);

    /// <summary>Drops the link of a record and what is remembered of it; the next run takes both records up as if it had never seen them. The journal and unfinished creates stay.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="connection">The connection whose id is given.</param>
    /// <param name="id">The record's id there.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when nothing was remembered of it.</returns>
    /// <exception cref="ErpSyncConfigurationException">The pair or the connection is unknown.</exception>
    Task<bool> ForgetAndReimportAsync(string pair, EntityKind kind, string connection, RemoteId id, CancellationToken cancellationToken = default);
}
