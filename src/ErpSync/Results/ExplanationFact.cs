namespace ErpSync;

/// <summary>One thing that is known of a record.</summary>
/// <param name="Code">What it tells, for example <c>explain.open-field</c>; stable.</param>
/// <param name="Text">The same as a sentence in the configured language.</param>
public sealed record ExplanationFact(string Code, string Text)
{
    /// <summary>When it happened or since when it is so, in UTC; null when no instant is known.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The field it concerns; null when it concerns the record.</summary>
    public string? Field { get; init; }

    /// <summary>The connection it concerns; null when it concerns none or both.</summary>
    public string? Connection { get; init; }

    /// <summary>The run that wrote; 0 for a person's own act, null when it tells no write.</summary>
    public long? Run { get; init; }

    /// <summary>The value before a write, as the field's JSON; null when there was none.</summary>
    public string? OldValue { get; init; }

    /// <summary>The value after a write, as the field's JSON; null when there is none.</summary>
    public string? NewValue { get; init; }

    /// <summary>The policy, reason or rule behind it, as a stable code; null when there is none.</summary>
    public string? Because { get; init; }

    /// <summary>Parked and red records: the problem. Null otherwise.</summary>
    public SyncProblem? Problem { get; init; }

    /// <summary>Parked records: how often it was tried. Null otherwise.</summary>
    public int? Attempts { get; init; }

    /// <summary>Parked records: when it is tried next, in UTC; null when it is not tried again by itself.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}
