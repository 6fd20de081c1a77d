namespace ErpSync;

/// <summary>Capability: reads every record of a kind.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public interface IReader<T>
    where T : class, IEntity
{
    /// <summary>
    /// Streams every record once, in any order, in pages of bounded size. Ends normally only when all were delivered; records that vanish or appear during the
    /// read may be missing or present.
    /// </summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The records, each alone readable or not.</returns>
    /// <exception cref="ConnectorException">A page could not be read at all; nothing may be concluded from what is missing.</exception>
    IAsyncEnumerable<ReadResult<T>> ReadAsync(CancellationToken cancellationToken);
}
