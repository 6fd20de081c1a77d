namespace ErpSync;

/// <summary>The store cannot be used: locked, read-only, full, corrupt, of a newer version, or a lease was lost.</summary>
/// <param name="problem">What went wrong and what to do.</param>
/// <param name="innerException">The cause.</param>
public sealed class StoreException(SyncProblem problem, Exception? innerException = null)
    : Exception(problem?.ToString() ?? throw new ArgumentNullException(nameof(problem)), innerException)
{
    /// <summary>What went wrong.</summary>
    public SyncProblem Problem { get; } = problem;
}
