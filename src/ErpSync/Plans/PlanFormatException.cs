namespace ErpSync;

/// <summary>A saved plan cannot be read. Codes: <c>plan.not-json</c>, <c>plan.not-a-plan</c>, <c>plan.cut-off</c>, <c>plan.newer-format</c>, <c>plan.bad-entry</c>.</summary>
/// <param name="problem">What is wrong and where.</param>
/// <param name="innerException">The cause; null when there is none.</param>
public sealed class PlanFormatException(SyncProblem problem, Exception? innerException = null)
    : Exception(problem?.ToString() ?? throw new ArgumentNullException(nameof(problem)), innerException)
{
    /// <summary>What is wrong.</summary>
    public SyncProblem Problem { get; } = problem;
}
