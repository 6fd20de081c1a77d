namespace ErpSync;

/// <summary>Capability: creates records.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public interface ICreator<T>
    where T : class, IEntity
{
    /// <summary>
    /// Creates records, in one request or several. Never repeats a request whose outcome is unknown. One bad record does not stop the others.
    /// </summary>
    /// <param name="batch">At most <see cref="KindProfile{T}.WriteBatch"/> records.</param>
    /// <param name="cancellationToken">Cancels between requests.</param>
    /// <returns>One result per record, in the same order.</returns>
    /// <exception cref="ConnectorException">Nothing was sent.</exception>
    Task<IReadOnlyList<WriteResult<T>>> CreateAsync(IReadOnlyList<Creation<T>> batch, CancellationToken cancellationToken);
}
