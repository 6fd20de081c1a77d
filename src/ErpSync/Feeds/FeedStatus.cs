namespace ErpSync;

/// <summary>A feed as it stands.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kinds">The kinds it carries.</param>
public sealed record FeedStatus(string Name, IReadOnlyList<EntityKind> Kinds)
{
    /// <summary>The only connection it writes to; null for both.</summary>
    public string? Into { get; init; }

    /// <summary>The schedule in words; null when it runs by hand only.</summary>
    public string? Schedule { get; init; }

    /// <summary>False when a person switched it off.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>Who switched it and why; null when nobody ever did.</summary>
    public string? SwitchedBecause { get; init; }

    /// <summary>When it was completed last, in UTC; null when it never was.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Its latest start; null when there was none.</summary>
    public FeedRun? LastRun { get; init; }

    /// <summary>When it is due, in UTC; null when it runs by hand only, is switched off, or something must come first.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What must come first, one sentence each; empty when it may run.</summary>
    public IReadOnlyList<string> Blockers { get; init; } = [];
}
