using ErpSync.Feeds;

namespace ErpSync;

/// <summary>The feeds behind <see cref="ISyncFeeds"/>.</summary>
internal sealed class SyncFeeds(ErpSyncRegistry registry, EngineSetup setup, ISyncStore store, ISyncSignals signals, FeedRunner runner) : ISyncFeeds
{
    public IReadOnlyList<string> Pairs => [.. registry.Feeds.Select(item => item.Pair).Distinct(StringComparer.Ordinal)];

    public async Task<IReadOnlyList<FeedStatus>> ListAsync(string pair, CancellationToken cancellationToken = default)
    {
        var (feeds, book, options) = await OpenAsync(pair, cancellationToken);
        var list = new List<FeedStatus>();
        foreach (var feed in feeds)
        {
            var state = await book.ReadStateAsync(feed.Name, cancellationToken);
            IReadOnlyList<string> blockers = [.. await BlockersAsync(feeds, feed, book, cancellationToken), .. await ChangesAsync(feed, options, cancellationToken)];
            list.Add(new FeedStatus(feed.Name, feed.Kinds)
            {
                Into = feed.Into,
                Schedule = feed.Schedule?.Description,
                IsOn = state.IsOn,
                SwitchedBecause = state.SwitchedBecause,
                CompletedAt = state.CompletedAt,
                LastRun = (await book.ReadRunsAsync(feed.Name, cancellationToken)).FirstOrDefault(),
                DueAt = state.IsOn && blockers.Count == 0 ? feed.Schedule?.NextAfter(state.StartedAt, state.SeenAt ?? runner.Clock.GetUtcNow()) : null,
                Blockers = blockers,
            });
        }

        return list;
    }

    public async Task<IReadOnlyList<FeedRun>> ReadRunsAsync(string pair, string? feed = null, int count = 50, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var (feeds, book, _) = await OpenAsync(pair, cancellationToken);
        var runs = new List<FeedRun>();
        foreach (var one in feed is null ? feeds : [Find(feeds, pair, feed)])
            runs.AddRange(await book.ReadRunsAsync(one.Name, cancellationToken));
        return [.. runs.OrderByDescending(run => run.StartedAt).Take(count)];
    }

    public async Task<FeedRun> RunNowAsync(string pair, string feed, FeedStart start, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentException.ThrowIfNullOrWhiteSpace(start.Who);
        var (feeds, book, options) = await OpenAsync(pair, cancellationToken);
        var one = Find(feeds, pair, feed);
        var run = await runner.StartAsync(one, start, await BlockersAsync(feeds, one, book, cancellationToken), progress, cancellationToken);
        if (options is not null && run.Outcome == FeedOutcome.Completed)
            await options.NoteAsync(one.Kinds, CancellationToken.None);
        return run;
    }

    public async Task<IReadOnlyList<FeedRun>> RunDueAsync(string pair, CancellationToken cancellationToken = default)
    {
        var (feeds, book, options) = await OpenAsync(pair, cancellationToken);
        if (options is not null)
            await options.BeginAsync(cancellationToken);
        await CarrySignalsAsync(pair, cancellationToken);
        var due = new List<FeedDefinition>();
        foreach (var feed in feeds)
        {
            if (await book.ReadStateAsync(feed.Name, cancellationToken) is { SeenAt: null } unseen)
                await book.SaveStateAsync(feed.Name, unseen with { SeenAt = runner.Clock.GetUtcNow() }, cancellationToken);
            if (await DueAsync(feeds, feed, book, options, cancellationToken) is { } time && time <= runner.Clock.GetUtcNow())
                due.Add(feed);
        }

        var runs = new List<FeedRun>();
        foreach (var feed in due.OrderBy(feed => feed.Rank))
        {
            // What came first may have failed meanwhile, or was switched off.
            if ((await book.ReadStateAsync(feed.Name, cancellationToken)).IsOn && await BlockersAsync(feeds, feed, book, cancellationToken) is { Count: 0 } clear)
                runs.Add(await runner.StartAsync(feed, null, clear, null, cancellationToken));
            await CarrySignalsAsync(pair, cancellationToken);
        }

        return runs;
    }

    public async Task<DateTimeOffset?> NextDueAsync(string pair, CancellationToken cancellationToken = default)
    {
        var (feeds, book, options) = await OpenAsync(pair, cancellationToken);
        DateTimeOffset? next = null;
        foreach (var feed in feeds)
        {
            if (await DueAsync(feeds, feed, book, options, cancellationToken) is { } time && !(time >= next))
                next = time;
        }

        return next;
    }

    public async Task SwitchAsync(string pair, string feed, bool on, string who, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var (feeds, book, _) = await OpenAsync(pair, cancellationToken);
        var one = Find(feeds, pair, feed);
        var state = await book.ReadStateAsync(one.Name, cancellationToken);
        await book.SaveStateAsync(one.Name, state with { IsOn = on, SwitchedBecause = $"{who} switched it {(on ? "on" : "off")} on {runner.Clock.GetUtcNow():u}: {reason}." }, cancellationToken);
    }

    public async Task<PairStage> ReadStageAsync(string pair, CancellationToken cancellationToken = default)
    {
        var (feeds, book, _) = await OpenAsync(pair, cancellationToken);
        return await book.ReadLiveAsync(cancellationToken) is not null ? PairStage.Live : (await MissingAsync(feeds, book, cancellationToken)).Count == 0 ? PairStage.Initialised : PairStage.SetUp;
    }

    public async Task GoLiveAsync(string pair, string who, string? because = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        var (feeds, book, _) = await OpenAsync(pair, cancellationToken);
        var missing = await MissingAsync(feeds, book, cancellationToken);
        if (missing.Count > 0 && string.IsNullOrWhiteSpace(because))
            throw new FeedRefusedException($"Pair '{pair}' cannot go live yet: {string.Join(", ", missing)} {(missing.Count == 1 ? "has" : "have")} never been completed. Run {(missing.Count == 1 ? "it" : "them")} first, or give a reason.");
        await book.SaveLiveAsync(new LiveMark(runner.Clock.GetUtcNow(), who, because), cancellationToken);
    }

    /// <summary>The feeds that those that wait for the pair to be live need, and that were never completed.</summary>
    private static async Task<IReadOnlyList<string>> MissingAsync(IReadOnlyList<FeedDefinition> feeds, FeedBook book, CancellationToken cancellationToken)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(feeds.Where(feed => feed.IsGated).SelectMany(feed => feed.Needs));
        while (waiting.TryDequeue(out var name))
        {
            if (needed.Add(name))
                feeds.First(feed => feed.Name == name).Needs.ToList().ForEach(waiting.Enqueue);
        }

        var missing = new List<string>();
        foreach (var feed in feeds.Where(feed => needed.Contains(feed.Name) && !feed.IsGated))
        {
            if ((await book.ReadStateAsync(feed.Name, cancellationToken)).CompletedAt is null)
                missing.Add(feed.Name);
        }

        return missing;
    }

    private static async Task<IReadOnlyList<string>> BlockersAsync(IReadOnlyList<FeedDefinition> feeds, FeedDefinition feed, FeedBook book, CancellationToken cancellationToken)
    {
        var blockers = new List<string>();
        if (feed.Lack is { } lack)
            blockers.Add(lack);
        foreach (var needed in feeds.Where(other => feed.Needs.Contains(other.Name, StringComparer.Ordinal)))
        {
            if ((await book.ReadStateAsync(needed.Name, cancellationToken)).CompletedAt is null)
                blockers.Add($"It comes after '{needed.Name}', which has never been completed.");
        }

        if (feed.IsGated && await book.ReadLiveAsync(cancellationToken) is null)
            blockers.Add($"The pair is not live, and it could overwrite {feed.Into ?? "a filled system"}.");
        if (feed.IsOnce && (await book.ReadStateAsync(feed.Name, cancellationToken)).CompletedAt is { } at)
            blockers.Add($"It runs once, and was completed on {at:u}.");
        return blockers;
    }

    /// <summary>What the schedule waits for since options were changed; a start by hand does not.</summary>
    private static async Task<IReadOnlyList<string>> ChangesAsync(FeedDefinition feed, OptionsBook? options, CancellationToken cancellationToken)
    {
        if (options is null)
            return [];
        var moved = await options.ReadMovedAsync(cancellationToken);
        var kinds = feed.Kinds.Where(moved.Contains).Select(kind => kind.Name).ToList();
        return kinds.Count == 0 ? [] : [$"Options of {string.Join(", ", kinds)} were changed: look at a plan first (MakePlanAsync), then its schedule goes on; or start it by hand."];
    }

    private async Task<DateTimeOffset?> DueAsync(IReadOnlyList<FeedDefinition> feeds, FeedDefinition feed, FeedBook book, OptionsBook? options, CancellationToken cancellationToken)
    {
        if (feed.Schedule is null || await book.ReadStateAsync(feed.Name, cancellationToken) is not { IsOn: true } state || (await BlockersAsync(feeds, feed, book, cancellationToken)).Count > 0
            || (await ChangesAsync(feed, options, cancellationToken)).Count > 0)
        {
            return null;
        }

        return feed.Schedule.NextAfter(state.StartedAt, state.SeenAt ?? runner.Clock.GetUtcNow());
    }

    private async Task CarrySignalsAsync(string pair, CancellationToken cancellationToken)
    {
        try
        {
            await signals.CarryOverAsync(pair, cancellationToken);
        }
        catch (SyncBusyException)
        {
            // They stay, and are carried over when the other run has ended.
        }
        catch (ConnectorException)
        {
            // They stay; the feeds of the pair tell what is wrong with the system.
        }
    }

    private async Task<(IReadOnlyList<FeedDefinition> Feeds, FeedBook Book, OptionsBook? Options)> OpenAsync(string pair, CancellationToken cancellationToken)
    {
        var definition = setup.Pair(pair);
        await store.OpenAsync(cancellationToken);
        return ([.. registry.Feeds.Where(item => item.Pair == pair).SelectMany(item => item.Feeds.Feeds).Select(feed => new FeedDefinition(definition, feed))], new FeedBook(store, pair), OptionsBook.Of(registry, store, definition));
    }

    private static FeedDefinition Find(IReadOnlyList<FeedDefinition> feeds, string pair, string name) =>
        feeds.FirstOrDefault(feed => feed.Name == name)
        ?? throw new ErpSyncConfigurationException($"Pair '{pair}' has no feed '{name}'. Feeds: {(feeds.Count == 0 ? "none" : string.Join(", ", feeds.Select(feed => feed.Name)))}.");
}
