namespace ErpSync;

/// <summary>Which entries of the journal to read; all conditions must hold.</summary>
/// <param name="Pair">The pair's name.</param>
public sealed record HistoryQuery(string Pair)
{
    /// <summary>Only this run; null for all.</summary>
    public long? Run { get; init; }

    /// <summary>Only this kind; null for all.</summary>
    public EntityKind? Kind { get; init; }

    /// <summary>Only what was written at this connection, by its name; null for both.</summary>
    public string? Connection { get; init; }

    /// <summary>Only this record, by its id; null for all.</summary>
    public RemoteId? Id { get; init; }

    /// <summary>Only this field; null for all entries, also those about whole records.</summary>
    public string? Field { get; init; }

    /// <summary>Only entries written at or after this instant, in UTC; null for all.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only entries written before this instant, in UTC, exclusive; null for all.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>True for the newest entry first, as people read it; false for the order of writing.</summary>
    public bool NewestFirst { get; init; } = true;

    /// <summary>The page behind this entry, in the order of reading: the number of the last entry of the page before; null for the beginning.</summary>
    public long? Behind { get; init; }
}
