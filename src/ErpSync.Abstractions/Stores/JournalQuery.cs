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

    /// <summary>Only entries behind this number, exclusive; 0 for all.</summary>
    public long After { get; init; }
}
