namespace ErpSync;

/// <summary>What to look at or to run.</summary>
/// <param name="Pair">The pair's name.</param>
public sealed record SyncRequest(string Pair)
{
    /// <summary>Only these kinds; empty means all of the pair, in the order of their dependencies.</summary>
    public IReadOnlyCollection<EntityKind> Kinds { get; init; } = [];

    /// <summary>True to read every record instead of what changed since the last run.</summary>
    public bool Full { get; init; }

    /// <summary>
    /// Only these records, read by their ids, together with the records they point to that are not linked yet (an order's customer, its products). Empty for all records.
    /// Such a run lists nothing: it finds no deletions and moves no cursor.
    /// </summary>
    public IReadOnlyCollection<RecordPointer> Records { get; init; } = [];

    /// <summary>True to carry <see cref="Records"/> over although the pair leaves such records out (<see cref="KindBuilder{T}.Where(Func{T, bool})"/>), as a person wants it for these.</summary>
    public bool PastFilter { get; init; }

    /// <summary>Tries parked records among <see cref="Records"/> again, whatever their wait.</summary>
    internal bool Again { get; init; }

    /// <summary>The only connection that may be written to; null for both. What would be written to the other stays pending for a run that may.</summary>
    public string? Into { get; init; }

    /// <summary>Which writes may be made; all unless told. What may not be written stays pending for a run that may.</summary>
    public SyncWrites Writes { get; init; } = SyncWrites.All;

    /// <summary>
    /// The connection whose version stays wherever linked records differ, whatever owners and policies say: a person's word for one run, such as the first import of stock. Null to decide
    /// by the policies. Deletions are decided by the policies all the same.
    /// </summary>
    public string? Keep { get; init; }

    /// <summary>
    /// True (default false) to leave both sides as they are where records meet for the first time: what each holds counts as agreed, and later edits go over. For an export that must not touch
    /// what the other side has already.
    /// </summary>
    public bool LeavesKnown { get; init; }

    /// <summary>Works the kinds off in reverse order.</summary>
    internal bool Backwards { get; init; }

    /// <summary>Mass changes that a person looked at and wants; they let this run pass the brake. Empty for none.</summary>
    public IReadOnlyCollection<MassChangeConfirmation> Confirmed { get; init; } = [];

    /// <summary>Deletions that the systems announced, to be verified in this run without waiting for a complete listing. Empty for none.</summary>
    public IReadOnlyCollection<AnnouncedDeletion> AnnouncedDeletions { get; init; } = [];
}
