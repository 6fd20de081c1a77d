using Microsoft.Extensions.Logging;

namespace ErpSync;

/// <summary>All log messages of the engine. No personal data, no keys, no values of fields.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Run {Run} of pair {Pair} started")]
    public static partial void RunStarted(ILogger logger, string pair, long run);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Run {Run} of pair {Pair} ended: {Written} written, {Failed} failed")]
    public static partial void RunEnded(ILogger logger, string pair, long run, long written, long failed);

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "Pair {Pair}: {Kind} could not be worked through ({Code})")]
    public static partial void KindFailed(ILogger logger, string pair, string kind, string code);

    [LoggerMessage(EventId = 10, Level = LogLevel.Warning, Message = "Pair {Pair}: the brake holds {Kind} ({Counts})")]
    public static partial void BrakeTripped(ILogger logger, string pair, string kind, string counts);

    [LoggerMessage(EventId = 11, Level = LogLevel.Warning, Message = "Pair {Pair}: the brake of {Kind} is off: {Reason}")]
    public static partial void BrakeOff(ILogger logger, string pair, string kind, string reason);
}
