using Microsoft.Extensions.Logging;

namespace ErpSync.Http;

/// <summary>Every line the transport logs. Paths are without query, secrets and e-mail addresses.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Debug, "{Connection}: {Method} {Path} answered {Status} in {Milliseconds} ms")]
    public static partial void Answered(this ILogger logger, string connection, string method, string path, int status, long milliseconds);

    [LoggerMessage(2002, LogLevel.Information, "{Connection}: {Method} {Path} failed with status {Status} [{Code}] after {Milliseconds} ms")]
    public static partial void Failed(this ILogger logger, string connection, string method, string path, int status, string code, long milliseconds);

    [LoggerMessage(2003, LogLevel.Information, "{Connection}: repeating after [{Code}] in {Milliseconds} ms, repetition {Repetition}")]
    public static partial void Repeating(this ILogger logger, string connection, string code, long milliseconds, int repetition);

    [LoggerMessage(2004, LogLevel.Warning, "{Connection}: down several times in a row, nothing is sent for {Seconds} s")]
    public static partial void CircuitOpened(this ILogger logger, string connection, long seconds);

    [LoggerMessage(2005, LogLevel.Information, "{Connection}: answers again")]
    public static partial void CircuitClosed(this ILogger logger, string connection);

    [LoggerMessage(2006, LogLevel.Warning, "{Connection}: {Method} {Path} printed a PHP message before its data")]
    public static partial void PrintedBeforeData(this ILogger logger, string connection, string method, string path);

    [LoggerMessage(2007, LogLevel.Warning, "{Connection}: a page of {Size} {Resource} failed [{Code}], going on with {SmallerSize}")]
    public static partial void PageShrunk(this ILogger logger, string connection, int? size, string resource, string code, int smallerSize);
}
