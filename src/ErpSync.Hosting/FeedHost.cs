using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ErpSync.Hosting;

/// <summary>Runs what is due: one loop per pair, so that no pair waits for another. A pair's own feeds take turns, because a pair bears one run at a time.</summary>
internal sealed class FeedHost(ISyncFeeds feeds, ISyncSignals signals, ISyncControl control, FeedHostOptions options, TimeProvider clock, ILogger logger) : BackgroundService
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _bells = new(StringComparer.Ordinal);

    /// <summary>Looks whether everything can work before the host is started, so that a mistake in the configuration stops the start with its message.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var unknown in options.Pairs.Where(pair => !feeds.Pairs.Contains(pair, StringComparer.Ordinal)))
            throw new ErpSyncConfigurationException($"The feed host is to run the pair '{unknown}', which has no feeds. Pairs with feeds: {(feeds.Pairs.Count == 0 ? "none" : string.Join(", ", feeds.Pairs))}.");
        foreach (var pair in Pairs())
            await feeds.ListAsync(pair, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Pairs().Select(pair => RunAsync(pair, stoppingToken)).Append(ListenAsync(stoppingToken)));

    private IEnumerable<string> Pairs() => feeds.Pairs.Where(pair => options.Pairs.Count == 0 || options.Pairs.Contains(pair));

    private async Task RunAsync(string pair, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var bell = _bells[pair] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var sleep = options.PauseAfterFailure;
            try
            {
                foreach (var run in await feeds.RunDueAsync(pair, stoppingToken))
                    FeedLog.Ran(logger, pair, run.Feed, run.Outcome, run.Read, run.Written, run.Failed, run.Message);
                await control.CheckNoticesAsync(pair, stoppingToken);
                sleep = await SleepAsync(pair, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is StoreException or ConnectorException or SyncBusyException)
            {
                FeedLog.Failed(logger, pair, SecretText.Remove(exception.Message));
            }

            await WaitAsync(bell.Task, sleep, stoppingToken);
        }
    }

    private async Task<TimeSpan> SleepAsync(string pair, CancellationToken stoppingToken)
    {
        if (await feeds.NextDueAsync(pair, stoppingToken) is not { } next)
            return options.LongestSleep;
        var sleep = next - clock.GetUtcNow();
        var least = TimeSpan.FromSeconds(1);
        return sleep < least ? least : sleep > options.LongestSleep ? options.LongestSleep : sleep;
    }

    private async Task WaitAsync(Task bell, TimeSpan sleep, CancellationToken stoppingToken)
    {
        try
        {
            await bell.WaitAsync(sleep, clock, stoppingToken);
        }
        catch (TimeoutException)
        {
            // Nothing was signalled; time to look what is due.
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The loop ends.
        }
    }

    /// <summary>Wakes every pair when something was signalled; those that it does not concern find nothing due.</summary>
    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await signals.WaitAsync(stoppingToken);
                foreach (var bell in _bells.Values)
                    bell.TrySetResult();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }
}
