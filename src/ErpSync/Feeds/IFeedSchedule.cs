namespace ErpSync;

/// <summary>Says when a feed is due. The hosting package adds one for cron expressions.</summary>
public interface IFeedSchedule
{
    /// <summary>The schedule in words, for example <c>every 5 minutes</c>.</summary>
    string Description { get; }

    /// <summary>The next time at which the feed is due.</summary>
    /// <param name="last">When it began last, in UTC; null when it never did.</param>
    /// <param name="since">Since when the feed is known, in UTC.</param>
    /// <returns>The time in UTC, which may have passed already; null when it is never due again.</returns>
    DateTimeOffset? NextAfter(DateTimeOffset? last, DateTimeOffset since);
}
