namespace ErpSync.Explaining;

/// <summary>Says which policy decides an open field.</summary>
internal static class PolicyWords
{
    public static SyncReason Of<T>(KindPolicy<T> policy, PairDefinition pair, string field, OpenReason reason)
        where T : class, IEntity
    {
        if (policy.OwnerOf(field) is { } owner)
            return SyncReason.Of(policy.OnDrift == Drift.Restore ? "policy.owner-restores" : "policy.owner-shows", ("connection", pair.NameOf(owner)));
        if (policy.OnEdit == Edits.Show && reason is OpenReason.Edited or OpenReason.Conflict)
            return SyncReason.Of("policy.edits-shown");
        return reason == OpenReason.Undecided
            ? Of("policy.first-run", policy.OnFirstRun)
            : Of("policy.conflict", policy.OnFieldConflict.GetValueOrDefault(field) ?? policy.OnConflict);
    }

    private static SyncReason Of(string policy, Conflict conflict) => conflict.Rule switch
    {
        ConflictRule.Keep => SyncReason.Of($"{policy}-keeps", ("connection", conflict.Connection!)),
        ConflictRule.KeepNewest => SyncReason.Of($"{policy}-newest"),
        ConflictRule.Delegate => SyncReason.Of($"{policy}-host"),
        _ => SyncReason.Of($"{policy}-asks"),
    };
}
