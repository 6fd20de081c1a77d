using System.Globalization;
using System.Text.Json;

namespace ErpSync.Feeds;

/// <summary>The feeds of a pair in the store's texts: their switches, what they completed, their history.</summary>
internal sealed class FeedBook(ISyncStore store, string pair)
{
    private const int Kept = 100;
    private const string LiveKey = "feeds-live";

    public async Task<FeedState> ReadStateAsync(string feed, CancellationToken cancellationToken) =>
        await store.GetTextAsync(pair, StateKey(feed), cancellationToken) is { } text ? JsonSerializer.Deserialize(text, FeedJson.Default.FeedState)! : new FeedState();

    public Task SaveStateAsync(string feed, FeedState state, CancellationToken cancellationToken) =>
        SetAsync([(pair, StateKey(feed), JsonSerializer.Serialize(state, FeedJson.Default.FeedState))], cancellationToken);

    public async Task<LiveMark?> ReadLiveAsync(CancellationToken cancellationToken) =>
        await store.GetTextAsync(pair, LiveKey, cancellationToken) is { } text ? JsonSerializer.Deserialize(text, FeedJson.Default.LiveMark) : null;

    public Task SaveLiveAsync(LiveMark mark, CancellationToken cancellationToken) => SetAsync([(pair, LiveKey, JsonSerializer.Serialize(mark, FeedJson.Default.LiveMark))], cancellationToken);

    /// <summary>The latest starts of a feed, latest first.</summary>
    public async Task<IReadOnlyList<FeedRun>> ReadRunsAsync(string feed, CancellationToken cancellationToken) =>
        [.. (await store.ReadTextsAsync(pair, RunPrefix(feed), cancellationToken)).OrderByDescending(text => text.Key, StringComparer.Ordinal).Select(text => JsonSerializer.Deserialize(text.Value, FeedJson.Default.FeedRun)!)];

    /// <summary>Keeps a start, replacing what was kept of it, and drops the oldest.</summary>
    public async Task SaveRunAsync(FeedRun run, CancellationToken cancellationToken)
    {
        var known = await store.ReadTextsAsync(pair, RunPrefix(run.Feed), cancellationToken);
        var key = RunKey(run);
        var changes = known.Select(text => text.Key).Where(other => other != key).OrderDescending(StringComparer.Ordinal).Skip(Kept - 1).Select(old => (pair, old, (string?)null)).ToList();
        changes.Add((pair, key, JsonSerializer.Serialize(run, FeedJson.Default.FeedRun)));
        await SetAsync(changes, cancellationToken);
    }

    /// <summary>Forgets a start that came to nothing.</summary>
    public Task DropRunAsync(FeedRun run, CancellationToken cancellationToken) => SetAsync([(pair, RunKey(run), null)], cancellationToken);

    private static string StateKey(string feed) => $"feed/{feed}";

    private static string RunPrefix(string feed) => $"feed-run/{feed}/";

    private static string RunKey(FeedRun run) => RunPrefix(run.Feed) + run.StartedAt.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    private Task SetAsync(IEnumerable<(string Pair, string Key, string? Text)> texts, CancellationToken cancellationToken)
    {
        var changes = new StoreChanges();
        foreach (var text in texts)
            changes.Texts.Add(text);
        return store.CommitAsync(changes, cancellationToken);
    }
}
