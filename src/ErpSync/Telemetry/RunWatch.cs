using System.Diagnostics;
using ErpSync.Notices;
using Microsoft.Extensions.Logging;

namespace ErpSync.Telemetry;

/// <summary>Accompanies a run from beginning to end: span, measurements, log and notices. None of it may stop the run.</summary>
internal sealed class RunWatch(EngineParts parts, ErpSyncOptions options, ISyncStore store, TimeProvider clock, ILogger logger, PairDefinition pair) : IDisposable
{
    private readonly DateTimeOffset _started = clock.GetUtcNow();
    private readonly Activity? _span = EngineSpans.Run(pair.Name);

    public async Task BeginAsync(long run, CancellationToken cancellationToken)
    {
        _span?.SetTag("erpsync.run", run);
        EngineLog.RunStarted(logger, pair.Name, run);
        if (!parts.Meter.Knows(pair.Name))
            parts.Meter.Begin(pair.Name, NoticeWatch.LastComplete(await store.ReadRunsAsync(pair.Name, 100, cancellationToken)));
    }

    /// <summary>Works a kind through, within its span.</summary>
    public async Task<KindReport> KindAsync(EntityKind kind, Func<Task<KindReport>> work)
    {
        using var span = EngineSpans.Kind(pair.Name, kind);
        EngineLog.KindStarted(logger, pair.Name, kind.Name);
        try
        {
            var report = await work();
            EngineLog.KindEnded(logger, pair.Name, kind.Name, report.Examined, report.Written, report.Failed, report.Open, report.Red);
            span.Ended("complete");
            return report;
        }
        catch (ConnectorException exception)
        {
            EngineLog.KindFailed(logger, pair.Name, kind.Name, exception.Problem.Code);
            span.Ended("failed", exception.Problem.Code);
            throw;
        }
        catch (PairHeldException held)
        {
            EngineLog.Held(logger, pair.Name, kind.Name, held.Hold.Code, held.Hold.Connection);
            span.Ended("held", held.Hold.Code);
            throw;
        }
        catch (Exception exception)
        {
            span.Ended("failed", CodeOf(exception));
            throw;
        }
    }

    /// <summary>After the run was recorded and its lease given back.</summary>
    public async Task EndAsync(long run, SyncReport? report, Exception? failure)
    {
        var outcome = failure switch
        {
            null => report is { IsComplete: true } ? "complete" : "partial",
            OperationCanceledException => "cancelled",
            _ => "failed",
        };
        if (failure is not null)
            EngineLog.RunFailed(logger, pair.Name, run, CodeOf(failure));
        else if (report is not null)
            EngineLog.RunEnded(logger, pair.Name, run, report.Written, report.Failed);
        _span.Ended(outcome, failure is null ? null : CodeOf(failure));
        parts.Meter.Ended(pair.Name, outcome, clock.GetUtcNow() - _started, report);
        await TellAsync(report?.Kinds ?? [], failure);
    }

    /// <summary>What may be said of a failure where people look who may not see records: its code.</summary>
    public static string CodeOf(Exception exception) => exception switch
    {
        ConnectorException connector => connector.Problem.Code,
        StoreException stored => stored.Problem.Code,
        _ => exception.GetType().Name,
    };

    public void Dispose() => _span?.Dispose();

    private async Task TellAsync(IReadOnlyList<KindReport> kinds, Exception? failure)
    {
        try
        {
            await parts.Notices.AfterRunAsync(pair, kinds, failure, CancellationToken.None);
            var census = await PairCensus.TakeAsync(store, pair, options.Notices, clock.GetUtcNow(), CancellationToken.None);
            parts.Meter.Stands(pair.Name, census);
            await parts.Notices.LookAsync(pair, census, CancellationToken.None);
        }
        catch (StoreException exception)
        {
            EngineLog.NoticeNotKept(logger, pair.Name, "-", exception.Problem.Code);
        }
    }
}
