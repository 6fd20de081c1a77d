namespace ErpSync;

/// <summary>How a person starts a feed.</summary>
/// <param name="Who">Who starts it.</param>
public sealed record FeedStart(string Who)
{
    /// <summary>Why it shall run although something must come first (a prerequisite, going live, a feed that runs once). It is kept in the feed's history. Null to be refused then.</summary>
    public string? Override { get; init; }

    /// <summary>Mass changes that the person looked at and wants; they let this run pass the brake. Empty for none.</summary>
    public IReadOnlyCollection<MassChangeConfirmation> Confirmed { get; init; } = [];

    /// <summary>True to read every record instead of what changed since the last run.</summary>
    public bool Full { get; init; }
}
