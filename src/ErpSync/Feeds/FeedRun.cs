namespace ErpSync;

/// <summary>One start of a feed.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Feed">The feed's name.</param>
/// <param name="StartedAt">When, in UTC.</param>
public sealed record FeedRun(string Pair, string Feed, DateTimeOffset StartedAt)
{
    /// <summary>How it ended.</summary>
    public FeedOutcome Outcome { get; init; } = FeedOutcome.Running;

    /// <summary>When it ended, in UTC; null while it runs or when it was cut off.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Records looked at because they were new, changed or open.</summary>
    public long Read { get; init; }

    /// <summary>Records written.</summary>
    public long Written { get; init; }

    /// <summary>Writes that failed and records that could not be read.</summary>
    public long Failed { get; init; }

    /// <summary>Why it failed, was skipped or refused; null when it did not.</summary>
    public string? Message { get; init; }

    /// <summary>One message per record that failed, at most 100.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>The reason of the person who let it pass what would have refused it; null when nobody had to.</summary>
    public string? Overridden { get; init; }

    /// <summary>Who started it; null when the schedule did.</summary>
    public string? StartedBy { get; init; }
}
