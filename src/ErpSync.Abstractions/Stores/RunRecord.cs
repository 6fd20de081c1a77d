namespace ErpSync;

/// <summary>One run of a pair, as the store remembers it.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="StartedAt">When it began, in UTC.</param>
public sealed record RunRecord(string Pair, DateTimeOffset StartedAt)
{
    /// <summary>The store's number of the run, growing; 0 while it is not stored.</summary>
    public long Number { get; init; }

    /// <summary>What the run was for; <see cref="RunPurpose.Sync"/> unless told.</summary>
    public RunPurpose Purpose { get; init; } = RunPurpose.Sync;

    /// <summary>When it ended, in UTC; null while it runs or when it was cut off.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How many records were written.</summary>
    public long Written { get; init; }

    /// <summary>How many writes failed.</summary>
    public long Failed { get; init; }

    /// <summary>Why it ended early; null when it did not.</summary>
    public string? Error { get; init; }
}
