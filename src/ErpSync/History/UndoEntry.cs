namespace ErpSync;

/// <summary>One thing that an undo would do.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Kind">The record's kind.</param>
/// <param name="Connection">The name of the connection at which it is done; for links, the connection of <paramref name="Id"/>.</param>
/// <param name="Id">The record's id there.</param>
public sealed record UndoEntry(UndoAction Action, EntityKind Kind, string Connection, RemoteId Id)
{
    /// <summary>The id of its counterpart at the other connection; null when it has none or it is not known.</summary>
    public RemoteId? OtherId { get; init; }

    /// <summary>The field; null when it is about the whole record.</summary>
    public string? Field { get; init; }

    /// <summary>The field's present value, for people; null when it is about the whole record or the record is gone.</summary>
    public string? Now { get; init; }

    /// <summary>The value that it gets back, for people; null when it is about the whole record.</summary>
    public string? BackTo { get; init; }

    /// <summary>What a person recognises the record by; empty when it is gone.</summary>
    public string Label { get; init; } = "";

    /// <summary>Why it cannot be done, mostly because somebody changed the record since; null when it can.</summary>
    public SyncProblem? Problem { get; init; }

    /// <summary>The numbers of the journal entries that it takes back.</summary>
    public IReadOnlyList<long> Numbers { get; init; } = [];

    /// <summary>What the journal says was written, as JSON: the guard.</summary>
    internal string? Expected { get; init; }

    /// <summary>What is written, as JSON.</summary>
    internal string? Back { get; init; }
}
