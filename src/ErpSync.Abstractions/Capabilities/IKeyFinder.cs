namespace ErpSync;

/// <summary>Capability: finds records by one natural key of their shape. Used before a create and after a lost response.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public interface IKeyFinder<T>
    where T : class, IEntity
{
    /// <summary>Which key this is: the name of a <see cref="NaturalKey{T}"/> of the shape, for example <c>reference</c>.</summary>
    string KeyName { get; }

    /// <summary>Streams every record that has one of the keys, exactly.</summary>
    /// <param name="keys">The keys; none empty, none twice.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The records; several may have the same key.</returns>
    /// <exception cref="ConnectorException">The request failed.</exception>
    IAsyncEnumerable<ReadResult<T>> FindByKeyAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);
}
