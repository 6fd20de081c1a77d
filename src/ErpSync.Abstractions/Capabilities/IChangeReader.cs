namespace ErpSync;

/// <summary>Capability: reads what changed since a cursor, as far as the system's dates can be trusted (see <see cref="KindProfile{T}.DateTrust"/>).</summary>
/// <typeparam name="T">The record's type.</typeparam>
public interface IChangeReader<T>
    where T : class, IEntity
{
    /// <summary>A cursor for "now", taken before a read begins, so that what is written during the read is read again next time.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Text that only this connector understands; must not be empty.</returns>
    /// <exception cref="ConnectorException">The system did not answer.</exception>
    Task<string> TakeCursorAsync(CancellationToken cancellationToken);

    /// <summary>Streams every record that changed since the cursor; may deliver more, never less. Overlaps by the clock's precision.</summary>
    /// <param name="cursor">What <see cref="TakeCursorAsync"/> gave earlier.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The records.</returns>
    /// <exception cref="ConnectorException">A page could not be read, or the cursor is not understood (<see cref="ProblemKind.Misconfigured"/>: a full read follows).</exception>
    IAsyncEnumerable<ReadResult<T>> ReadChangedAsync(string cursor, CancellationToken cancellationToken);
}
