using System.Globalization;

namespace ErpSync.Feeds;

/// <summary>Due again so long after the last start. What was missed while the host was down is made up for once, not as often as it was missed.</summary>
internal sealed class IntervalSchedule(TimeSpan interval) : IFeedSchedule
{
    public string Description => interval.TotalMinutes < 1
        ? string.Create(CultureInfo.InvariantCulture, $"every {interval.TotalSeconds:0.#} seconds")
        : interval.TotalHours < 1 ? string.Create(CultureInfo.InvariantCulture, $"every {interval.TotalMinutes:0.#} minutes")
        : string.Create(CultureInfo.InvariantCulture, $"every {interval.TotalHours:0.#} hours");

    public DateTimeOffset? NextAfter(DateTimeOffset? last, DateTimeOffset since) => last is { } began ? began + interval : since;
}
