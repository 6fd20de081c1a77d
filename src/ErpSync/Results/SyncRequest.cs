namespace ErpSync;

/// <summary>What to look at or to run.</summary>
/// <param name="Pair">The pair's name.</param>
public sealed record SyncRequest(string Pair)
{
    /// <summary>Only these kinds; empty means all of the pair, in the order of their dependencies.</summary>
    public IReadOnlyCollection<EntityKind> Kinds { get; init; } = [];

    /// <summary>True to read every record instead of what changed since the last run.</summary>
    public bool Full { get; init; }

    /// <summary>Works the kinds off in reverse order.</summary>
    internal bool Backwards { get; init; }

    /// <summary>Mass changes that a person looked at and wants; they let this run pass the brake. Empty for none.</summary>
    public IReadOnlyCollection<MassChangeConfirmation> Confirmed { get; init; } = [];

    /// <summary>Deletions that the systems announced, to be verified in this run without waiting for a complete listing. Empty for none.</summary>
    public IReadOnlyCollection<AnnouncedDeletion> AnnouncedDeletions { get; init; } = [];
}
