namespace ErpSync;

/// <summary>
/// Capability: finds changes that neither dates nor listings tell (category links, images, variant links), a few requests a cycle, in rotation.
/// </summary>
/// <typeparam name="T">The record's type.</typeparam>
public interface ISweeper<T>
    where T : class, IEntity
{
    /// <summary>How many requests a full round takes at present; null when unknown.</summary>
    int? RequestsPerRound { get; }

    /// <summary>Looks at the next part and names the records whose swept part differs from the remembered one.</summary>
    /// <param name="memory">What earlier cycles left; changes are kept when the cycle is recorded.</param>
    /// <param name="requests">How many requests may be spent at most, 1 or more.</param>
    /// <param name="cancellationToken">Cancels the sweep.</param>
    /// <returns>The ids of records to read again; may name more than changed, never less.</returns>
    /// <exception cref="ConnectorException">A request failed; the memory is then not kept.</exception>
    Task<IReadOnlyCollection<RemoteId>> SweepAsync(ISweepMemory memory, int requests, CancellationToken cancellationToken);
}
