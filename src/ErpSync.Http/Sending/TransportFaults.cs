namespace ErpSync.Http;

/// <summary>Judges what the network did: was anything sent, or not?</summary>
internal static class TransportFaults
{
    public static AttemptResult From(HttpRequestException fault, AnswerOrigin origin)
    {
        var cause = origin.Presentable(fault);
        return fault.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => NotSent(ProblemKind.Unavailable, HttpProblemCodes.HostUnknown, "The host's name is not known.", "Check the base address and the name service."),
            HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError => NotSent(ProblemKind.Unavailable, HttpProblemCodes.ConnectFailed, "No connection came about.", null),
            HttpRequestError.SecureConnectionError => NotSent(ProblemKind.Misconfigured, HttpProblemCodes.TlsFailed, "No secure connection came about.", "Check the certificate and that the port speaks https."),
            HttpRequestError.ResponseEnded => Sent("The connection ended before the answer began."),
            _ => Sent("The connection broke after the request had been sent."),
        };

        AttemptResult NotSent(ProblemKind kind, string code, string message, string? remedy) =>
            AttemptResult.Failure(origin.NotProcessed(kind, code, message) with { Remedy = remedy }, cause, notProcessed: true);

        AttemptResult Sent(string message) =>
            AttemptResult.Failure(origin.Problem(ProblemKind.Unavailable, HttpProblemCodes.ConnectionBroken, message), cause);
    }

    /// <summary>A cancellation that the caller did not ask for: ours, or the platform's own time-out for connecting.</summary>
    public static AttemptResult From(OperationCanceledException fault, AnswerOrigin origin, TimeSpan limit, bool isDeadline) =>
        !isDeadline && fault.InnerException is TimeoutException
            ? AttemptResult.Failure(origin.NotProcessed(ProblemKind.Unavailable, HttpProblemCodes.ConnectFailed, "No connection came about in time."), notProcessed: true)
            : AttemptResult.Failure(origin.Problem(ProblemKind.Unavailable, HttpProblemCodes.TimedOut, $"No answer within {limit.TotalSeconds:0.#} s."));
}
