namespace ErpSync;

/// <summary>Which journal entries to read; all conditions must hold.</summary>
/// <param name="Pair">The pair.</param>
public sealed record JournalQuery(string Pair)
{
    /// <summary>Only this run; null for all.</summary>
    public long? Run { get; init; }

    /// <summary>Only this kind; null for all.</summary>
    public EntityKind? Kind { get; init; }

    /// <summary>Only this side; null for both.</summary>
    public Side? Side { get; init; }

    /// <summary>Only this record; null for all.</summary>
    public RemoteId? Id { get; init; }

    /// <summary>Only this field, by its exact name; null for all entries, also those about whole records.</summary>
    public string? Field { get; init; }

    /// <summary>Only entries written at or after this instant, in UTC; null for all.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only entries written before this instant, in UTC, exclusive; null for all.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only entries whose number is above this one; 0 for all.</summary>
    public long After { get; init; }

    /// <summary>Only entries whose number is below this one; null for all.</summary>
    public long? Before { get; init; }

    /// <summary>True to read the newest entry first; false for the order of writing.</summary>
    public bool NewestFirst { get; init; }
}
