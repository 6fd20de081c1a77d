namespace ErpSync;

/// <summary>Capability: changes records. What the connector does not model stays as it is, whatever the system's API does to fields that are left out.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public interface IUpdater<T>
    where T : class, IEntity
{
    /// <summary>Changes the named fields of records. One bad record does not stop the others.</summary>
    /// <param name="batch">At most <see cref="KindProfile{T}.WriteBatch"/> records.</param>
    /// <param name="cancellationToken">Cancels between requests.</param>
    /// <returns>One result per record, in the same order.</returns>
    /// <exception cref="ConnectorException">Nothing was sent.</exception>
    Task<IReadOnlyList<WriteResult<T>>> UpdateAsync(IReadOnlyList<Revision<T>> batch, CancellationToken cancellationToken);
}
