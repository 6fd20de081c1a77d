namespace ErpSync;

/// <summary>What came of reading a signal request.</summary>
/// <param name="Signals">The signals, each kind and id once; empty for a ping and for topics that mean no record.</param>
/// <param name="Problem">Why the request was refused: <see cref="ProblemKind.Unauthorized"/> for a wrong or missing signature, <see cref="ProblemKind.Unreadable"/> for a body that is none. Null when it was accepted.</param>
public sealed record SignalReading(IReadOnlyList<Signal> Signals, SyncProblem? Problem = null)
{
    /// <summary>An accepted request without a signal.</summary>
    public static SignalReading None { get; } = new([]);

    /// <summary>A refused request.</summary>
    /// <param name="problem">Why.</param>
    /// <returns>The reading.</returns>
    public static SignalReading Refused(SyncProblem problem) => new([], problem);
}
