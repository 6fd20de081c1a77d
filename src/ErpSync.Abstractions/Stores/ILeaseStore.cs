namespace ErpSync;

/// <summary>Keeps leases, shared by all processes on the store.</summary>
public interface ILeaseStore
{
    /// <summary>Takes a lease that is free, expired or already held by the same holder.</summary>
    /// <param name="name">What for.</param>
    /// <param name="holder">Who wants it.</param>
    /// <param name="now">The present, in UTC.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The lease, or null when another holder has it. Taking it again as the same holder keeps the fencing token.</returns>
    Task<Lease?> TryTakeLeaseAsync(string name, string holder, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Reads who has a lease, expired or not.</summary>
    /// <param name="name">What for.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The lease, or null when nobody ever took it or it was released.</returns>
    Task<Lease?> ReadLeaseAsync(string name, CancellationToken cancellationToken);

    /// <summary>Gives a lease back; without effect when it has passed to another holder. The fencing token goes on growing.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is given back.</returns>
    Task ReleaseLeaseAsync(Lease lease, CancellationToken cancellationToken);
}
