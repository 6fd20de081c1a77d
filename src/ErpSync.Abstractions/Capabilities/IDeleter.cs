namespace ErpSync;

/// <summary>Capability: deletes records for good. A record that is already gone counts as deleted.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public interface IDeleter<T>
    where T : class, IEntity
{
    /// <summary>Deletes records. One refusal does not stop the others.</summary>
    /// <param name="batch">The records as they were read just before.</param>
    /// <param name="cancellationToken">Cancels between requests.</param>
    /// <returns>One result per record, in the same order; <see cref="WriteResult{T}.Written.Stored"/> is null.</returns>
    /// <exception cref="ConnectorException">Nothing was sent.</exception>
    Task<IReadOnlyList<WriteResult<T>>> DeleteAsync(IReadOnlyList<Remote<T>> batch, CancellationToken cancellationToken);
}
