namespace ErpSync;

/// <summary>Capability: reads records by their ids, many in one request where the system allows it.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public interface IFinder<T>
    where T : class, IEntity
{
    /// <summary>Streams the records that exist, in any order; a missing id is simply not delivered.</summary>
    /// <param name="ids">The ids; at most <see cref="KindProfile{T}.FindBatch"/> of them, none twice.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The records.</returns>
    /// <exception cref="ConnectorException">The request failed; nothing may be concluded from what is missing.</exception>
    IAsyncEnumerable<ReadResult<T>> FindAsync(IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken);
}
