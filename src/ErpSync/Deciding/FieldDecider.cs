using ErpSync.Comparing;

namespace ErpSync.Deciding;

/// <summary>The truth table of one field. Pure: no clock, no I/O, no log.</summary>
internal static class FieldDecider
{
    public static FieldDecision Decide(FieldState state, in FieldRules rules) => RuleOf(state, rules) switch
    {
        FieldRule.Equal => new(Verdict.Agree),
        FieldRule.Settled => new(Verdict.Unchanged),
        FieldRule.Undone => new(Verdict.Open, OpenReason.Undone),
        FieldRule.Person => Take(rules.PersonKeeps!.Value, rules),
        FieldRule.Restored => Take(rules.RestoredKeeps!.Value, rules),
        FieldRule.RestoredAsks => new(Verdict.Open, OpenReason.Restored),
        FieldRule.Owner or FieldRule.DriftRestored => Take(rules.Owner!.Value, rules),
        FieldRule.DriftShown => new(Verdict.Open, OpenReason.Drift),
        FieldRule.FirstRunLeft => new(Verdict.Agree),
        FieldRule.FirstRun => Take(rules.FirstRunKeeps!.Value, rules),
        FieldRule.FirstRunAsks => new(Verdict.Open, OpenReason.Undecided),
        FieldRule.EditShown => new(Verdict.Open, OpenReason.Edited),
        FieldRule.OneSide => Take(state.ChangedFirst ? Side.First : Side.Second, rules),
        FieldRule.Merged => new(Verdict.Merge),
        FieldRule.Conflict => Take(rules.ConflictKeeps!.Value, rules),
        _ => new(Verdict.Open, OpenReason.Conflict),
    };

    /// <summary>The rule that applies: the first that fits, in this order.</summary>
    public static FieldRule RuleOf(FieldState state, in FieldRules rules)
    {
        if (state.Equal)
        {
            var movedTwice = state is { HasBase: true, ChangedFirst: true, ChangedSecond: true } && rules is { AddsUp: true, CanMerge: true, CanWriteFirst: true, CanWriteSecond: true, Owner: null };
            return movedTwice ? FieldRule.Merged : FieldRule.Equal;
        }

        if (rules.PersonKeeps is not null)
            return FieldRule.Person;
        if (state.IsSettled)
            return rules.IsUndone ? FieldRule.Undone : FieldRule.Settled;
        if (rules.CameBack)
            return rules.RestoredKeeps is null ? FieldRule.RestoredAsks : FieldRule.Restored;
        if (!state.HasBase && rules.LeavesKnown)
            return FieldRule.FirstRunLeft;
        if (rules.Owner is { } owner)
            return OfOwned(state, owner, rules);
        if (!state.HasBase)
            return rules.FirstRunKeeps is null ? FieldRule.FirstRunAsks : FieldRule.FirstRun;
        if (state.ChangedFirst != state.ChangedSecond)
            return rules.ShowsEdits ? FieldRule.EditShown : FieldRule.OneSide;
        if (rules.ShowsEdits)
            return FieldRule.ConflictAsks;
        if (rules.CanMerge && rules.CanWriteFirst && rules.CanWriteSecond)
            return FieldRule.Merged;
        return rules.ConflictKeeps is null ? FieldRule.ConflictAsks : FieldRule.Conflict;
    }

    private static FieldRule OfOwned(FieldState state, Side owner, in FieldRules rules)
    {
        var ownerChanged = owner == Side.First ? state.ChangedFirst : state.ChangedSecond;
        return !state.HasBase || ownerChanged ? FieldRule.Owner
            : rules.RestoresDrift ? FieldRule.DriftRestored
            : FieldRule.DriftShown;
    }

    private static FieldDecision Take(Side from, in FieldRules rules) => from == Side.First
        ? rules.CanWriteSecond ? new(Verdict.ToSecond) : new(Verdict.Open, OpenReason.NotWritable)
        : rules.CanWriteFirst ? new(Verdict.ToFirst) : new(Verdict.Open, OpenReason.NotWritable);
}
