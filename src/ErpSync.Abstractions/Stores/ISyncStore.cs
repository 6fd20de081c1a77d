namespace ErpSync;

/// <summary>Everything that a pair remembers. All members throw <see cref="StoreException"/> when the store cannot be used. Safe for parallel use.</summary>
public interface ISyncStore : ILinkStore, ICursorStore, IIntentStore, IParkedStore, IJournalStore, IRunStore, ILeaseStore, ITombstoneStore, IPlanStore, IErasure
{
    /// <summary>Opens the store, creating or migrating it when needed. Called before anything else; calling it again does nothing.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the store is ready.</returns>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Carries out all changes or none.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="cancellationToken">Cancels before the transaction is committed.</param>
    /// <returns>A task that ends when they are durable.</returns>
    /// <exception cref="StoreException">Nothing was changed: the lease was lost, a link would give a record a second link, or the store cannot be written.</exception>
    Task CommitAsync(StoreChanges changes, CancellationToken cancellationToken);
}
