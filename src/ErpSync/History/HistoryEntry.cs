namespace ErpSync;

/// <summary>One field of one write, for people.</summary>
/// <param name="Number">The entry's number in the store, growing.</param>
/// <param name="Run">The run's number; 0 for what a person did by hand.</param>
/// <param name="Kind">The record's kind.</param>
/// <param name="Connection">The name of the connection at which it was written.</param>
/// <param name="Id">The record's id there; empty for erased entries.</param>
/// <param name="Action">What was done.</param>
/// <param name="At">When, in UTC.</param>
public sealed record HistoryEntry(long Number, long Run, EntityKind Kind, string Connection, RemoteId Id, JournalAction Action, DateTimeOffset At)
{
    /// <summary>Why, in words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The stable code of the reason; null where an older version stored words only.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The field; null when the entry is about the whole record.</summary>
    public string? Field { get; init; }

    /// <summary>The value before, for people; null when there was none. For whole records: the fields as JSON.</summary>
    public string? Old { get; init; }

    /// <summary>The value after as the system stored it, for people; null when there is none. For whole records: the fields as JSON.</summary>
    public string? New { get; init; }
}
