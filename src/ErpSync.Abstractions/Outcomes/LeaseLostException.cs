namespace ErpSync;

/// <summary>A lease under which something was to be written has passed to another holder, or cannot be had. Connectors let it pass: it is about the engine, not about the system.</summary>
/// <param name="problem">Which lease.</param>
public sealed class LeaseLostException(SyncProblem problem)
    : Exception(problem?.ToString() ?? throw new ArgumentNullException(nameof(problem)))
{
    /// <summary>Which lease, in words and with a code: <c>lease.lost</c> or <c>lease.writers-busy</c>.</summary>
    public SyncProblem Problem { get; } = problem;
}
