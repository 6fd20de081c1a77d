namespace ErpSync;

/// <summary>
/// What is remembered of two linked records of which one or both were deleted, so that a record that comes back is recognised and a survivor is not carried back
/// as new. There is at most one per pair, kind and ids.
/// </summary>
/// <param name="Pair">The pair.</param>
/// <param name="Kind">The kind of both records.</param>
/// <param name="FirstId">The id at the pair's first connection.</param>
/// <param name="SecondId">The id at the second.</param>
/// <param name="Reason">What happened, in words, for example <c>deleted in shop</c>.</param>
public sealed record Tombstone(string Pair, EntityKind Kind, RemoteId FirstId, RemoteId SecondId, string Reason)
{
    /// <summary>The side at which the record was deleted; null when it is gone from both.</summary>
    public Side? DeletedAt { get; init; }

    /// <summary>The keyed hash of the natural key that the survivor had; null when it had none or was not read.</summary>
    public string? KeyHash { get; init; }

    /// <summary>What a person recognises the record by; null when unknown.</summary>
    public string? Label { get; init; }

    /// <summary>The engine's memory of the fields that the first side agreed on, opaque to stores; empty when there is none.</summary>
    public ReadOnlyMemory<byte> FirstBase { get; init; }

    /// <summary>The same of the second side.</summary>
    public ReadOnlyMemory<byte> SecondBase { get; init; }

    /// <summary>When the deletion was noticed, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>When it last held a record back, in UTC; those that were not needed for long are forgotten.</summary>
    public DateTimeOffset UsedAt { get; init; }

    /// <summary>The id at a side.</summary>
    /// <param name="side">The side.</param>
    /// <returns>The id.</returns>
    public RemoteId Id(Side side) => side == Side.First ? FirstId : SecondId;
}
