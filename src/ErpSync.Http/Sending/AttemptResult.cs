namespace ErpSync.Http;

/// <summary>What one attempt came to: an answer, or a fault and what may be done about it.</summary>
/// <param name="Answer">The answer; null after a fault.</param>
/// <param name="Fault">What went wrong; null after a success.</param>
/// <param name="NotProcessed">The system certainly did nothing: even a POST may be sent again.</param>
/// <param name="SystemDown">Counts towards opening the circuit.</param>
internal readonly record struct AttemptResult(Answer? Answer, ConnectorException? Fault, bool NotProcessed, bool SystemDown)
{
    public static AttemptResult Success(Answer answer) => new(answer, null, false, false);

    public static AttemptResult Failure(SyncProblem problem, Exception? cause = null, bool notProcessed = false) => Failure(new ConnectorException(problem, cause), notProcessed);

    public static AttemptResult Failure(ConnectorException fault, bool notProcessed = false) => new(null, fault, notProcessed, IsDown(fault.Problem));

    // A 500 is not "down": the system answered, and often it is the request that it could not bear.
    private static bool IsDown(SyncProblem problem) =>
        problem.Kind is ProblemKind.Unavailable or ProblemKind.OutcomeUnknown
        && problem.Code is HttpProblemCodes.ConnectFailed or HttpProblemCodes.HostUnknown or HttpProblemCodes.ConnectionBroken
            or HttpProblemCodes.TimedOut or HttpProblemCodes.GatewayError or HttpProblemCodes.Unavailable;
}
