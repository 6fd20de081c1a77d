namespace ErpSync;

/// <content>One day in a few numbers.</content>
internal sealed partial class SyncHistory
{
    public Task<DailySummary> SummariseAsync(string pair, DateOnly day, TimeZoneInfo? zone = null, CancellationToken cancellationToken = default) =>
        new Summaries.DailySummariser(setup, store).SummariseAsync(setup.Pair(pair), day, zone ?? TimeZoneInfo.Utc, cancellationToken);
}
