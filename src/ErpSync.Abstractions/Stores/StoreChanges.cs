namespace ErpSync;

/// <summary>What one transaction changes. A value: build it, hand it over once.</summary>
public sealed class StoreChanges
{
    /// <summary>The lease under which the changes are made; the store refuses them when it has passed to another holder. Null for changes outside a run.</summary>
    public Lease? Lease { get; init; }

    /// <summary>Further leases that must still be held, for what precedes a write: those of the writers. Empty unless told. What records a write that was made names the pair's lease only.</summary>
    public IReadOnlyCollection<Lease> WriterLeases { get; init; } = [];

    /// <summary>Links to add (number 0) or to replace (number above 0).</summary>
    public IList<Link> Links { get; } = [];

    /// <summary>Numbers of links to remove.</summary>
    public IList<long> RemovedLinks { get; } = [];

    /// <summary>Red records to add or replace, by pair, kind, side and id.</summary>
    public IList<Unlinked> Unlinked { get; } = [];

    /// <summary>Records that are no longer red, by pair, kind, side and id.</summary>
    public IList<RecordKey> NoLongerUnlinked { get; } = [];

    /// <summary>Red records last seen before an instant are removed, by pair and kind.</summary>
    public IList<(string Pair, EntityKind Kind, DateTimeOffset SeenBefore)> ForgetUnlinked { get; } = [];

    /// <summary>Tokens of intents that are done, by pair.</summary>
    public IList<(string Pair, string Token)> DoneIntents { get; } = [];

    /// <summary>Parked records to add or replace, by pair, kind, side and id.</summary>
    public IList<ParkedRecord> Parked { get; } = [];

    /// <summary>Records that are no longer parked.</summary>
    public IList<RecordKey> NoLongerParked { get; } = [];

    /// <summary>Journal entries to append, without numbers.</summary>
    public IList<JournalEntry> Journal { get; } = [];

    /// <summary>Tombstones to add or replace, by pair, kind and both ids.</summary>
    public IList<Tombstone> Tombstones { get; } = [];

    /// <summary>Tombstones to remove, by pair, kind and both ids.</summary>
    public IList<(string Pair, EntityKind Kind, RemoteId FirstId, RemoteId SecondId)> RemovedTombstones { get; } = [];

    /// <summary>Tombstones last used before an instant are removed, by pair and kind.</summary>
    public IList<(string Pair, EntityKind Kind, DateTimeOffset UsedBefore)> ForgetTombstones { get; } = [];

    /// <summary>Cursors and other small texts to set; a null text removes the key.</summary>
    public IList<(string Pair, string Key, string? Text)> Texts { get; } = [];

    /// <summary>Texts to set where none is stored under their key after the other changes; one that is stored stays as it is, and nothing tells so: read it again.</summary>
    public IList<(string Pair, string Key, string Text)> NewTexts { get; } = [];

    /// <summary>True when nothing would change.</summary>
    public bool IsEmpty => Links.Count + RemovedLinks.Count + Unlinked.Count + NoLongerUnlinked.Count + ForgetUnlinked.Count + DoneIntents.Count
        + Parked.Count + NoLongerParked.Count + Journal.Count + Texts.Count + NewTexts.Count + Tombstones.Count + RemovedTombstones.Count + ForgetTombstones.Count == 0;
}
