using ErpSync.Comparing;
using ErpSync.Matching;

namespace ErpSync.Deciding;

/// <summary>What is to be done with one work item.</summary>
internal sealed record Decision<T>(Loaded<T> Loaded)
    where T : class, IEntity
{
    public WorkItem Item => Loaded.Item;

    /// <summary>The comparison; null for records without a counterpart and links with a deleted end.</summary>
    public Compared<T>? Compared { get; init; }

    /// <summary>One decision per compared field.</summary>
    public FieldDecision[] Fields { get; init; } = [];

    /// <summary>What the first side shall hold, in its own ids; null when nothing is written there.</summary>
    public T? WantedFirst { get; init; }

    /// <summary>What the second side shall hold, in the first side's ids; null when nothing is written there.</summary>
    public T? WantedSecondInFirst { get; init; }

    public IReadOnlyList<Field<T>> FirstWrites { get; init; } = [];

    public IReadOnlyList<Field<T>> SecondWrites { get; init; } = [];

    /// <summary>The side at which the record is to be created; null when it is not.</summary>
    public Side? CreateAt { get; init; }

    /// <summary>Why nothing is done; null when something is or nothing is needed.</summary>
    public SyncProblem? Held { get; init; }

    /// <summary>Why a policy could not be carried out, although nothing is held; null otherwise.</summary>
    public SyncProblem? Notice { get; init; }

    /// <summary>The side at which the linked record was deleted; null when it was not.</summary>
    public Side? DeletedAt { get; init; }

    /// <summary>What follows from that; null when nothing was deleted.</summary>
    public DeletionVerdict? Deletion { get; init; }

    /// <summary>True when the deletion is certain and <see cref="Deletion"/> settles it, so that it need not be looked at again.</summary>
    public bool IsSettledDeletion { get; init; }

    /// <summary>The side at which the survivor of a deletion is deleted too; null when it is not.</summary>
    public Side? DeleteAt => Deletion == DeletionVerdict.Delete ? (DeletedAt == Side.First ? Side.Second : Side.First) : null;

    /// <summary>True when a linked record is gone from both sides.</summary>
    public bool BothGone { get; init; }

    /// <summary>In undos: puts journalled values into the first side's record, in its own ids; null in all else.</summary>
    public Func<T, T>? RestoreFirst { get; init; }

    /// <summary>The same for the second side.</summary>
    public Func<T, T>? RestoreSecond { get; init; }

    /// <summary>In undos: the fields that are not carried over again, although they differ; null in all else.</summary>
    public IReadOnlySet<Field<T>>? Undone { get; init; }

    /// <summary>In undos: the reason for the journal; null in all else.</summary>
    public string? Because { get; init; }

    public Func<T, T>? Restore(Side side) => side == Side.First ? RestoreFirst : RestoreSecond;

    /// <summary>Open fields of a record in which nothing moved since they were shown: a run leaves them to a person, whatever the systems' dates say by now.</summary>
    public bool Rests => Item is { IsLinked: true, HasMoved: false, FirstGone: false, SecondGone: false, RejoinedAt: null } && Loaded.Link is { } link && !link.Open.Any(open => open.Reason == OpenReason.Pending);

    public IReadOnlyList<Field<T>> Writes(Side side) => side == Side.First ? FirstWrites : SecondWrites;

    public T? WantedInFirst(Side side) => side == Side.First ? WantedFirst : WantedSecondInFirst;

    public bool IsOpen => Deletion is DeletionVerdict.Show or DeletionVerdict.Vanished or DeletionVerdict.Conflict || Fields.Any(decision => decision.Verdict == Verdict.Open);
}
