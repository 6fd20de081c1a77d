namespace ErpSync;

/// <summary>Keeps intents.</summary>
public interface IIntentStore
{
    /// <summary>Writes intents, durably, before the creates are sent. An intent with a known token replaces the old one.</summary>
    /// <param name="intents">The intents.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>A task that ends when they are on disk.</returns>
    Task AddIntentsAsync(IReadOnlyCollection<Intent> intents, CancellationToken cancellationToken);

    /// <summary>Reads the intents that were not cleared.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The intents, oldest first.</returns>
    Task<IReadOnlyList<Intent>> ReadIntentsAsync(string pair, EntityKind kind, CancellationToken cancellationToken);
}
