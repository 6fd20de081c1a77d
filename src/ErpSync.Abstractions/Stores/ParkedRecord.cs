namespace ErpSync;

/// <summary>A record set aside with a reason, so that the others go on.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Side">Where the record is that could not be read or carried over.</param>
/// <param name="Id">Its id there; for a record whose id could not be read, a text that names its place.</param>
/// <param name="Problem">Why.</param>
public sealed record ParkedRecord(string Pair, EntityKind Kind, Side Side, RemoteId Id, SyncProblem Problem)
{
    /// <summary>What a person recognises the record by; null when unknown.</summary>
    public string? Label { get; init; }

    /// <summary>How often it was tried, at most once a run; 0 after a person let it begin anew.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>When it was parked first, in UTC.</summary>
    public DateTimeOffset ParkedAt { get; init; }

    /// <summary>When it is tried again, in UTC; null when it is not tried again by itself.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Whether it waits, was given up or is left out by a person's word.</summary>
    public ParkedState State { get; init; }

    /// <summary>The engine's mark of the content that failed, opaque to stores: a record whose content moved is tried at once. Null when it is not known.</summary>
    public string? Fingerprint { get; init; }
}
