namespace ErpSync;

/// <summary>Keeps plans by name.</summary>
public interface IPlanStore
{
    /// <summary>Keeps a plan; one with the same name is replaced.</summary>
    /// <param name="plan">The plan with its content.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>A task that ends when it is durable.</returns>
    Task SavePlanAsync(StoredPlan plan, CancellationToken cancellationToken);

    /// <summary>Reads the plans that are kept, without their content.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The plans, newest first.</returns>
    Task<IReadOnlyList<StoredPlan>> ReadPlansAsync(string pair, CancellationToken cancellationToken);

    /// <summary>Reads a plan with its content.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The plan, or null when there is none of that name.</returns>
    Task<StoredPlan?> FindPlanAsync(string pair, string name, CancellationToken cancellationToken);

    /// <summary>Removes a plan.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>False when there is none of that name.</returns>
    Task<bool> RemovePlanAsync(string pair, string name, CancellationToken cancellationToken);
}
