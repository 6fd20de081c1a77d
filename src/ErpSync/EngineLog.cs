using Microsoft.Extensions.Logging;

namespace ErpSync;

/// <summary>All log messages of the engine, ids 1001 and up. No personal data, no keys, no values of fields, no words of systems: names of pairs, kinds and connections, numbers and codes.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(EventId = 1001, Level = LogLevel.Information, Message = "Run {Run} of pair {Pair} started")]
    public static partial void RunStarted(ILogger logger, string pair, long run);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Information, Message = "Run {Run} of pair {Pair} ended: {Written} written, {Failed} failed")]
    public static partial void RunEnded(ILogger logger, string pair, long run, long written, long failed);

    [LoggerMessage(EventId = 1003, Level = LogLevel.Warning, Message = "Pair {Pair}: {Kind} could not be worked through ({Code})")]
    public static partial void KindFailed(ILogger logger, string pair, string kind, string code);

    [LoggerMessage(EventId = 1004, Level = LogLevel.Error, Message = "Run {Run} of pair {Pair} was broken off ({Code})")]
    public static partial void RunFailed(ILogger logger, string pair, long run, string code);

    [LoggerMessage(EventId = 1005, Level = LogLevel.Debug, Message = "Pair {Pair}: {Kind} begins")]
    public static partial void KindStarted(ILogger logger, string pair, string kind);

    [LoggerMessage(EventId = 1006, Level = LogLevel.Information, Message = "Pair {Pair}: {Kind} examined {Examined}, written {Written}, failed {Failed}, open {Open}, red {Red}")]
    public static partial void KindEnded(ILogger logger, string pair, string kind, long examined, long written, long failed, long open, long red);

    [LoggerMessage(EventId = 1007, Level = LogLevel.Information, Message = "Pair {Pair}: a {Kind} of {Connection} is parked after attempt {Attempts} ({Code})")]
    public static partial void Parked(ILogger logger, string pair, string kind, string connection, int attempts, string code);

    [LoggerMessage(EventId = 1008, Level = LogLevel.Warning, Message = "Pair {Pair}: a {Kind} of {Connection} is given up after attempt {Attempts} ({Code})")]
    public static partial void DeadLetter(ILogger logger, string pair, string kind, string connection, int attempts, string code);

    [LoggerMessage(EventId = 1009, Message = "Notice {Code} for pair {Pair}, kind {Kind}, connection {Connection}, records {Count}")]
    public static partial void Notice(ILogger logger, LogLevel level, string pair, string code, string kind, string connection, long count);

    [LoggerMessage(EventId = 1010, Level = LogLevel.Warning, Message = "Notifier {Notifier} failed on notice {Code} ({Error})")]
    public static partial void NotifierFailed(ILogger logger, string notifier, string code, string error);

    [LoggerMessage(EventId = 1011, Level = LogLevel.Warning, Message = "Pair {Pair}: notice {Code} could not be looked up or remembered ({Problem})")]
    public static partial void NoticeNotKept(ILogger logger, string pair, string code, string problem);

    [LoggerMessage(EventId = 1012, Level = LogLevel.Information, Message = "Pair {Pair}: {Count} {Kind} went to {Connection}, {Failed} failed")]
    public static partial void Written(ILogger logger, string pair, string kind, string connection, int count, int failed);

    [LoggerMessage(EventId = 1013, Level = LogLevel.Information, Message = "Pair {Pair}: {Kind} was read from {Connection}, {Examined} records, {Changed} changed, {Unreadable} unreadable")]
    public static partial void Read(ILogger logger, string pair, string kind, string connection, long examined, int changed, int unreadable);

    [LoggerMessage(EventId = 1014, Level = LogLevel.Warning, Message = "Pair {Pair}: {Kind} is held ({Code}, {Connection})")]
    public static partial void Held(ILogger logger, string pair, string kind, string code, string connection);

    [LoggerMessage(EventId = 1015, Level = LogLevel.Warning, Message = "Pair {Pair}: the brake holds {Kind} ({Counts})")]
    public static partial void BrakeTripped(ILogger logger, string pair, string kind, string counts);

    [LoggerMessage(EventId = 1016, Level = LogLevel.Warning, Message = "Pair {Pair}: the brake of {Kind} is off: {Reason}")]
    public static partial void BrakeOff(ILogger logger, string pair, string kind, string reason);
}
