namespace ErpSync;

/// <summary>Keeps intents.</summary>
public interface IIntentStore
{
    /// <summary>Writes intents, durably, before the creates are sent. An intent with a known token replaces the old one.</summary>
    /// <param name="intents">The intents.</param>
    /// <param name="leases">The leases under which the creates are sent; empty for none.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>A task that ends when they are on disk.</returns>
    /// <exception cref="StoreException">Nothing was written: one of the leases has passed to another holder or was given back (<c>store.lease-lost</c>).</exception>
    Task AddIntentsAsync(IReadOnlyCollection<Intent> intents, IReadOnlyCollection<Lease> leases, CancellationToken cancellationToken);

    /// <summary>Reads the intents that were not cleared.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The intents, oldest first.</returns>
    Task<IReadOnlyList<Intent>> ReadIntentsAsync(string pair, EntityKind kind, CancellationToken cancellationToken);
}
