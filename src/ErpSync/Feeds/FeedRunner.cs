using System.Collections.Concurrent;

namespace ErpSync.Feeds;

/// <summary>Starts a feed, lets nothing overlap, and keeps what came of it.</summary>
internal sealed class FeedRunner(ISyncEngine engine, ISyncControl control, ISyncStore store, TimeProvider clock)
{
    private const int MostMessages = 100;
    private const int ParkedPage = 200;
    private readonly ConcurrentDictionary<(string Pair, string Feed), bool> _running = new();

    public TimeProvider Clock => clock;

    /// <summary>Starts a feed unless it is under way or something must come first.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="start">Who starts it; null for the schedule.</param>
    /// <param name="blockers">What must come first.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Stops it behind the batch under way.</param>
    public async Task<FeedRun> StartAsync(FeedDefinition feed, FeedStart? start, IReadOnlyList<string> blockers, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var book = new FeedBook(store, feed.Pair);
        var run = new FeedRun(feed.Pair, feed.Name, clock.GetUtcNow()) { StartedBy = start?.Who, Overridden = blockers.Count > 0 && feed.Lack is null ? start?.Override : null };
        if (blockers.Count > 0 && (feed.Lack is not null || string.IsNullOrWhiteSpace(start?.Override)))
            return await KeepAsync(book, run with { Outcome = FeedOutcome.Refused, Message = string.Join(" ", blockers) });
        if (!_running.TryAdd((feed.Pair, feed.Name), true))
            return await KeepAsync(book, run with { Outcome = FeedOutcome.Skipped, Message = "It is under way already." });
        try
        {
            return await CarryOutAsync(book, feed, start, run, progress, cancellationToken);
        }
        finally
        {
            _running.TryRemove((feed.Pair, feed.Name), out _);
        }
    }

    private async Task<FeedRun> CarryOutAsync(FeedBook book, FeedDefinition feed, FeedStart? start, FeedRun run, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var before = await book.ReadStateAsync(feed.Name, cancellationToken);
        await book.SaveStateAsync(feed.Name, before with { StartedAt = run.StartedAt }, cancellationToken);
        await book.SaveRunAsync(run, cancellationToken);
        try
        {
            var report = await RequestAsync(feed, start, cancellationToken) is { } request ? await engine.RunAsync(request, progress, cancellationToken) : null;
            run = Ended(run, report);
        }
        catch (SyncBusyException exception)
        {
            // Another feed of the pair has its turn, perhaps in another process: this one stays due.
            await book.SaveStateAsync(feed.Name, before, CancellationToken.None);
            if (start is null)
            {
                await book.DropRunAsync(run, CancellationToken.None);
                return run with { Outcome = FeedOutcome.Skipped, Message = exception.Message };
            }

            return await KeepAsync(book, run with { Outcome = FeedOutcome.Skipped, Message = exception.Message });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await book.SaveStateAsync(feed.Name, before, CancellationToken.None);
            await KeepAsync(book, run with { Outcome = FeedOutcome.Failed, Message = "It was stopped; the next start goes on behind the last recorded batch." });
            throw;
        }
        catch (Exception exception) when (exception is ConnectorException or StoreException or PairHeldException)
        {
            run = run with { Outcome = FeedOutcome.Failed, Message = SecretText.Remove(exception.Message) };
        }

        if (run.Outcome == FeedOutcome.Completed)
            await book.SaveStateAsync(feed.Name, await book.ReadStateAsync(feed.Name, CancellationToken.None) with { CompletedAt = clock.GetUtcNow() }, CancellationToken.None);
        return await KeepAsync(book, run);
    }

    /// <summary>What the engine is asked for; null when there is nothing to try again.</summary>
    private async Task<SyncRequest?> RequestAsync(FeedDefinition feed, FeedStart? start, CancellationToken cancellationToken)
    {
        var request = feed.Request(start);
        if (!feed.IsRetry)
            return request;
        var records = new List<RecordPointer>();
        for (var skip = 0; ; skip += ParkedPage)
        {
            var page = await control.ListParkedAsync(new ParkedQuery(feed.Pair) { State = ParkedState.Waiting, Skip = skip, Count = ParkedPage }, cancellationToken);
            records.AddRange(page.Where(parked => feed.Kinds.Contains(parked.Kind) && !parked.Id.Value.StartsWith('?')).Select(parked => new RecordPointer(parked.Connection, parked.Kind, parked.Id)));
            if (page.Count < ParkedPage)
                break;
        }

        return records.Count == 0 ? null : request with { Records = records, Again = true };
    }

    private FeedRun Ended(FeedRun run, SyncReport? report)
    {
        if (report is null)
            return run with { Outcome = FeedOutcome.Completed, EndedAt = clock.GetUtcNow() };
        var failure = report.Kinds.FirstOrDefault(kind => kind.Problem is not null)?.Problem;
        return run with
        {
            Outcome = failure is null ? FeedOutcome.Completed : FeedOutcome.Failed,
            Message = failure?.ToString(),
            Read = report.Kinds.Sum(kind => kind.Examined),
            Written = report.Written,
            Failed = report.Failed,
            Messages = [.. report.Problems.Take(MostMessages).Select(problem => SecretText.Remove(problem.ToString()))],
        };
    }

    private async Task<FeedRun> KeepAsync(FeedBook book, FeedRun run)
    {
        run = run with { EndedAt = clock.GetUtcNow() };
        await book.SaveRunAsync(run, CancellationToken.None);
        return run;
    }
}
