namespace ErpSync;

/// <summary>
/// Proves, directly before a remote write is sent, that the leases under which it is made outlive it. The engine sets the proof around each call of a creator, updater or
/// deleter; whoever sends a request that changes something asks for it first. <c>ErpSync.Http</c> does so for every write; a connector with a transport of its own does it itself.
/// </summary>
public static class WriteProof
{
    private static readonly AsyncLocal<Func<TimeSpan, CancellationToken, ValueTask>?> Ambient = new();

    /// <summary>Returns when the leases are good for at least the time-out, renewing them when needed; at once when nobody set a proof.</summary>
    /// <param name="timeout">After which time the request is given up.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>A task that ends when the request may be sent.</returns>
    /// <exception cref="LeaseLostException">Another process has taken over: the request must not be sent. Let it pass.</exception>
    public static ValueTask EnsureAsync(TimeSpan timeout, CancellationToken cancellationToken) =>
        Ambient.Value is { } proof ? proof(timeout, cancellationToken) : ValueTask.CompletedTask;

    /// <summary>For engines: sets the proof for everything that the calling method awaits from here on, until it ends.</summary>
    /// <param name="proof">Given the time-out, proves or throws <see cref="LeaseLostException"/>; null for none.</param>
    public static void Use(Func<TimeSpan, CancellationToken, ValueTask>? proof) => Ambient.Value = proof;
}
