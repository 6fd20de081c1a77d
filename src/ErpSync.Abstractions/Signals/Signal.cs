namespace ErpSync;

/// <summary>A hint that a record should be looked at. Never data: the record is read again.</summary>
/// <param name="Kind">The record's kind.</param>
/// <param name="Id">The record's id.</param>
/// <param name="Event">What happened.</param>
public sealed record Signal(EntityKind Kind, RemoteId Id, SignalEvent Event)
{
    /// <summary>True when ErpSync itself caused it, as far as the system tells.</summary>
    public bool IsEcho { get; init; }

    /// <summary>When it is not yet safe to read because the system signals before it commits: how long to wait. Zero for most.</summary>
    public TimeSpan Settle { get; init; }
}
