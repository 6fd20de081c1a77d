namespace ErpSync;

/// <summary>Capability: tells the highest id of a kind, for systems whose ids grow. Noted before a create where neither token nor natural key exists.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public interface INewestId<T>
    where T : class, IEntity
{
    /// <summary>The highest id.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The id, or null when there is no record.</returns>
    /// <exception cref="ConnectorException">The request failed.</exception>
    Task<RemoteId?> NewestIdAsync(CancellationToken cancellationToken);

    /// <summary>Streams the records whose id is above another one.</summary>
    /// <param name="id">The id, exclusive; null for all records.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The records.</returns>
    /// <exception cref="ConnectorException">The request failed.</exception>
    IAsyncEnumerable<ReadResult<T>> ReadNewerThanAsync(RemoteId? id, CancellationToken cancellationToken);
}
