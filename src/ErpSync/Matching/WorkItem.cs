namespace ErpSync.Matching;

/// <summary>Two records to look at together, or one that has no counterpart. No bodies yet.</summary>
/// <param name="LinkNumber">The link's number; 0 when the two are to be linked or one is alone.</param>
/// <param name="First">The id at the first side; null when the record is only at the second.</param>
/// <param name="Second">The id at the second side; null when the record is only at the first.</param>
internal sealed record WorkItem(long LinkNumber, RemoteId? First, RemoteId? Second)
{
    /// <summary>The code of records whose owner is red: they are not worth a colour of their own.</summary>
    public const string OwnerNotLinked = "match.owner-not-linked";

    /// <summary>The code of records that come with their owner.</summary>
    public const string FollowsOwner = "match.follows-owner";

    public string Reason { get; init; } = "";

    public string Label { get; init; } = "";

    /// <summary>Why the record must not be linked or created; null when it may.</summary>
    public SyncProblem? Held { get; init; }

    public ValueList<RemoteId> Candidates { get; init; } = [];

    /// <summary>For matches of owned records: the side at which ErpSync created their owner, whose initial values must not overwrite the other side's.</summary>
    public Side? NewbornAt { get; init; }

    /// <summary>For matches: the side at which a create whose answer was lost had made the record; null for all others.</summary>
    public Side? LostCreateAt { get; init; }

    /// <summary>For records found after a lost create: the fingerprint of what was sent. One that is otherwise by now was edited or is not complete. Empty when nothing was sent.</summary>
    public ReadOnlyMemory<byte> Expected { get; init; }

    /// <summary>True when the record changed since it was last looked at, so that a parked one is tried again at once.</summary>
    public bool HasMoved { get; init; }

    /// <summary>What is remembered of the records from the time when they were linked before; null for the others.</summary>
    public Tombstone? Tombstone { get; init; }

    /// <summary>The side at which the record was created again under a new id, so that its empty fields are filled and not carried over; null for the others.</summary>
    public Side? RejoinedAt { get; init; }

    /// <summary>Records that are gone from both sides: what an earlier run noted before it deleted one of them.</summary>
    public IReadOnlyList<(Side Side, string Text)> DeletionNotes { get; init; } = [];

    public bool FirstGone { get; init; }

    public bool SecondGone { get; init; }

    /// <summary>True when nothing needs to be said of the record: its owner is red itself.</summary>
    public bool IsSilent => Held?.Code == OwnerNotLinked;

    public bool IsLinked => LinkNumber > 0;

    public bool IsMatch => LinkNumber == 0 && First is not null && Second is not null;

    public RemoteId? IdAt(Side side) => side == Side.First ? First : Second;
}
