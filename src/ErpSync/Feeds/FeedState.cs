namespace ErpSync.Feeds;

/// <summary>What the store remembers of a feed.</summary>
internal sealed record FeedState
{
    public bool IsOn { get; init; } = true;

    public string? SwitchedBecause { get; init; }

    /// <summary>Since when the feed is known.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }
}
