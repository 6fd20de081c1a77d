using Microsoft.Extensions.Logging;

namespace ErpSync.Notices;

/// <summary>Writes notices to the log: code, pair, kind, connection and count, no words of records.</summary>
internal sealed class LogNotifier(ILogger logger) : ISyncNotifier
{
    public Task NotifyAsync(SyncNotice notice, CancellationToken cancellationToken)
    {
        var level = notice.Severity switch
        {
            FindingSeverity.Error => LogLevel.Error,
            FindingSeverity.Warning => LogLevel.Warning,
            _ => LogLevel.Information,
        };
        EngineLog.Notice(logger, level, notice.Pair, notice.Code, notice.Kind?.Name ?? "-", notice.Connection ?? "-", notice.Count);
        return Task.CompletedTask;
    }
}
