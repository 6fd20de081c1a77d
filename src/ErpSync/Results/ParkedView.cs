namespace ErpSync;

/// <summary>A parked record for people.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Connection">The name of the connection where the record is.</param>
/// <param name="Id">Its id there; for a row whose id could not be read, a text that names its place.</param>
/// <param name="Problem">Why it is parked, with the offending part of the answer.</param>
public sealed record ParkedView(EntityKind Kind, string Connection, RemoteId Id, SyncProblem Problem)
{
    /// <summary>What a person recognises it by; the id when nothing better is known.</summary>
    public string Label { get; init; } = "";

    /// <summary>Why, in words of the configured language, with what to do about it.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whether it waits, was given up or is left out by a person's word.</summary>
    public ParkedState State { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>When it was parked first, in UTC.</summary>
    public DateTimeOffset ParkedAt { get; init; }

    /// <summary>When it is tried again, in UTC; null when it is not tried again by itself.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}
