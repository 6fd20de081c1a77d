namespace ErpSync;

/// <summary>A whole call to a system failed. Problems of single records travel in results instead.</summary>
/// <param name="problem">What went wrong.</param>
/// <param name="innerException">The cause; must not carry keys in its message.</param>
public sealed class ConnectorException(SyncProblem problem, Exception? innerException = null)
    : Exception(problem?.ToString() ?? throw new ArgumentNullException(nameof(problem)), innerException)
{
    /// <summary>What went wrong.</summary>
    public SyncProblem Problem { get; } = problem;
}
