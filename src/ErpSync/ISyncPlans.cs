namespace ErpSync;

/// <summary>Keeps plans in the store by name, so that somebody else can review and apply them later. They are forgotten when the journal is (<see cref="ErpSyncOptions.JournalDays"/>).</summary>
public interface ISyncPlans
{
    /// <summary>Keeps a plan; one of the same name is replaced.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="name">Its name, unique in the pair.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>A task that ends when it is stored.</returns>
    Task KeepAsync(SyncPlan plan, string name, CancellationToken cancellationToken = default);

    /// <summary>The plans that are kept.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The plans without their entries, newest first.</returns>
    Task<IReadOnlyList<StoredPlan>> ListAsync(string pair, CancellationToken cancellationToken = default);

    /// <summary>Reads a plan that is kept.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="name">The plan's name.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The plan, or null when there is none of that name.</returns>
    /// <exception cref="PlanFormatException">A newer version of ErpSync kept it.</exception>
    Task<SyncPlan?> FindAsync(string pair, string name, CancellationToken cancellationToken = default);

    /// <summary>Removes a plan.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="name">The plan's name.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>False when there is none of that name.</returns>
    Task<bool> RemoveAsync(string pair, string name, CancellationToken cancellationToken = default);
}
