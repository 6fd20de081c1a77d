using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace ErpSync.Http;

/// <summary>Repeats attempts that may be repeated, and stops sending to a system that is down.</summary>
internal static class AttemptPipeline
{
    public static readonly ResiliencePropertyKey<Call> CallKey = new("ErpSync.Call");

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    public static ResiliencePipeline<AttemptResult> Create(string connection, ConnectionHttpOptions options, TimeProvider time, ILogger logger)
    {
        var builder = new ResiliencePipelineBuilder<AttemptResult> { TimeProvider = time };
        if (options.Retries > 0)
            builder.AddRetry(Retry(connection, options, logger));
        return builder.AddCircuitBreaker(Breaker(connection, options, logger)).Build();
    }

    /// <summary>The rule about repeating, in one place.</summary>
    public static bool MayRepeat(Call call, AttemptResult result, TimeSpan maxRetryAfter)
    {
        if (result.Fault?.Problem is not { } problem || problem.RetryAfter > maxRetryAfter)
            return false;
        if (result.NotProcessed)
            return problem.IsTransient;
        if (call.LeavesSizeToPager && PageReader.IsCuredBySmallerPage(problem))
            return false;
        var isPassing = problem.IsTransient || problem.Kind == ProblemKind.OutcomeUnknown || problem.Code == HttpProblemCodes.TruncatedBody;
        return isPassing && (call.IsRead || call.Idempotent);
    }

    private static RetryStrategyOptions<AttemptResult> Retry(string connection, ConnectionHttpOptions options, ILogger logger) => new()
    {
        MaxRetryAttempts = options.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.RetryDelay,
        MaxDelay = LongestDelay,
        DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result.Fault?.Problem.RetryAfter),
        ShouldHandle = arguments => ValueTask.FromResult(
            arguments.Context.Properties.TryGetValue(CallKey, out var call) && MayRepeat(call, arguments.Outcome.Result, options.MaxRetryAfter)),
        OnRetry = arguments =>
        {
            logger.Repeating(connection, arguments.Outcome.Result.Fault?.Problem.Code ?? "", (long)arguments.RetryDelay.TotalMilliseconds, arguments.AttemptNumber + 1);
            return default;
        },
    };

    private static CircuitBreakerStrategyOptions<AttemptResult> Breaker(string connection, ConnectionHttpOptions options, ILogger logger) => new()
    {
        FailureRatio = 0.5,
        SamplingDuration = TimeSpan.FromMinutes(1),
        MinimumThroughput = options.BreakerAttempts,
        BreakDuration = options.BreakDuration,
        ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result.SystemDown),
        OnOpened = arguments =>
        {
            logger.CircuitOpened(connection, (long)arguments.BreakDuration.TotalSeconds);
            return default;
        },
        OnClosed = _ =>
        {
            logger.CircuitClosed(connection);
            return default;
        },
    };
}
