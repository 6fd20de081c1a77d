namespace ErpSync;

/// <summary>One field of one write.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Run">The run's number.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Side">Where was written.</param>
/// <param name="Id">The record's id there.</param>
/// <param name="Action">What was done.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Reason">Why, in words, for example <c>changed in erp</c>.</param>
public sealed record JournalEntry(string Pair, long Run, EntityKind Kind, Side Side, RemoteId Id, JournalAction Action, DateTimeOffset At, string Reason)
{
    /// <summary>The store's number of the entry, growing; 0 while it is not stored.</summary>
    public long Number { get; init; }

    /// <summary>The field; null when the entry is about the whole record (created, linked, unlinked, deleted).</summary>
    public string? Field { get; init; }

    /// <summary>The value before as the field's JSON; null when there was none.</summary>
    public string? OldValue { get; init; }

    /// <summary>The value after as the field's JSON, as the system stored it; null when there is none.</summary>
    public string? NewValue { get; init; }
}
