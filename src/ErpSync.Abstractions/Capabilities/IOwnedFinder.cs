namespace ErpSync;

/// <summary>
/// Capability: reads owned records by their owners, for systems that tell them per owner only (a request each). A one-way kind then asks for the owners concerned
/// instead of reading everything.
/// </summary>
/// <typeparam name="T">The record's type.</typeparam>
public interface IOwnedFinder<T>
    where T : class, IEntity
{
    /// <summary>Streams the records that the owners have.</summary>
    /// <param name="owners">The owners, none twice.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The records, in any order; none for an owner that has none.</returns>
    /// <exception cref="ConnectorException">A request failed; nothing may be concluded from what is missing.</exception>
    IAsyncEnumerable<ReadResult<T>> FindByOwnersAsync(IReadOnlyCollection<Ref> owners, CancellationToken cancellationToken);
}
