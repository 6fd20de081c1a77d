namespace ErpSync;

/// <summary>What of the journal is to be undone.</summary>
public sealed record UndoScope
{
    private UndoScope()
    {
    }

    /// <summary>The run; null for other scopes.</summary>
    public long? Run { get; private init; }

    /// <summary>The kind of the record; null for other scopes.</summary>
    public EntityKind? Kind { get; private init; }

    /// <summary>The name of the connection at which the record was written; null for other scopes.</summary>
    public string? Connection { get; private init; }

    /// <summary>The record's id there; null for other scopes.</summary>
    public RemoteId? Id { get; private init; }

    /// <summary>The field; null for all.</summary>
    public string? Field { get; private init; }

    /// <summary>The number of a single entry; null for other scopes.</summary>
    public long? Entry { get; private init; }

    /// <summary>Everything that a run wrote. Undoing the run of an undo brings back what it took away.</summary>
    /// <param name="run">The run's number.</param>
    /// <returns>The scope.</returns>
    public static UndoScope OfRun(long run) => new() { Run = run };

    /// <summary>Everything that was ever written into a record at one connection, as far as the journal goes back and nobody edited it in between.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="connection">The connection's name.</param>
    /// <param name="id">The record's id there.</param>
    /// <returns>The scope.</returns>
    public static UndoScope OfRecord(EntityKind kind, string connection, RemoteId id)
    {
        ArgumentException.ThrowIfNullOrEmpty(connection);
        return new UndoScope { Kind = kind, Connection = connection, Id = id };
    }

    /// <summary>Everything that was ever written into one field of a record at one connection, as far as the journal goes back and nobody edited it in between.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="connection">The connection's name.</param>
    /// <param name="id">The record's id there.</param>
    /// <param name="field">The field's name; case does not count.</param>
    /// <returns>The scope.</returns>
    public static UndoScope OfField(EntityKind kind, string connection, RemoteId id, string field)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        return OfRecord(kind, connection, id) with { Field = field };
    }

    /// <summary>One entry of the journal.</summary>
    /// <param name="number">Its number, see <see cref="HistoryEntry.Number"/>.</param>
    /// <returns>The scope.</returns>
    public static UndoScope OfEntry(long number) => new() { Entry = number };

    /// <summary>The scope in words, for example <c>run 12</c>.</summary>
    /// <returns>The words.</returns>
    public override string ToString() => Run is { } run ? $"run {run}" : Entry is { } entry ? $"entry {entry}" : $"{Kind?.Name} {Id?.Value} in {Connection}{(Field is null ? "" : $", {Field}")}";
}
