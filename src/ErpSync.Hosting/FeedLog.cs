using Microsoft.Extensions.Logging;

namespace ErpSync.Hosting;

/// <summary>What the feed host logs. Names, counts and reasons; no content of records.</summary>
internal static partial class FeedLog
{
    [LoggerMessage(1001, LogLevel.Information, "Feed {Feed} of pair {Pair}: {Outcome}, {Read} read, {Written} written, {Failed} failed. {Reason}")]
    public static partial void Ran(ILogger logger, string pair, string feed, FeedOutcome outcome, long read, long written, long failed, string? reason);

    [LoggerMessage(1002, LogLevel.Error, "The feeds of pair {Pair} could not be run: {Reason}")]
    public static partial void Failed(ILogger logger, string pair, string reason);
}
