namespace ErpSync.Hosting;

/// <summary>How the feeds are hosted.</summary>
public sealed class FeedHostOptions
{
    /// <summary>The longest sleep between two looks at what is due, so that what another process switched or let go live is noticed; a minute unless set, from 1 second to 1 hour.</summary>
    public TimeSpan LongestSleep { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait after a pair could not be worked on at all (its store is locked, for example); 30 seconds unless set, from 1 second to 1 hour.</summary>
    public TimeSpan PauseAfterFailure { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Which pairs this process runs, by name; empty for all that have feeds. For hosts that share a store and divide the pairs among them.</summary>
    public ISet<string> Pairs { get; } = new HashSet<string>(StringComparer.Ordinal);
}
