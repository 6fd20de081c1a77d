namespace ErpSync.Reading;

/// <summary>A record without a link, reduced to what matching needs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Keys">Its keys in the order of the policy, the owner key last for owned kinds; null where it has none.</param>
/// <param name="Label">What a person recognises it by.</param>
internal sealed record Candidate(RemoteId Id, string?[] Keys, string Label)
{
    /// <summary>True when its owner has no link, so that it cannot be placed.</summary>
    public bool WaitsForOwner { get; init; }

    /// <summary>What is remembered of it: it was deleted once, or its counterpart was; null for the others.</summary>
    public Tombstone? Tombstone { get; init; }

    /// <summary>Its owner, in its own side's ids; null for records that stand by themselves.</summary>
    public Ref? Owner { get; init; }

    /// <summary>In plans: true when its owner would be created at the other side, and the record with it.</summary>
    public bool FollowsOwner { get; init; }

    /// <summary>The side at which ErpSync created its owner; null when the owner existed at both sides or there is none.</summary>
    public Side? NewbornAt { get; init; }
}
