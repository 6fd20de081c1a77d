using ErpSync.Comparing;

namespace ErpSync.Deciding;

/// <summary>The truth table of one field. Pure: no clock, no I/O, no log.</summary>
internal static class FieldDecider
{
    public static FieldDecision Decide(FieldState state, in FieldRules rules)
    {
        if (state.Equal)
        {
            var movedTwice = state is { HasBase: true, ChangedFirst: true, ChangedSecond: true } && rules is { AddsUp: true, CanMerge: true, CanWriteFirst: true, CanWriteSecond: true, Owner: null };
            return new(movedTwice ? Verdict.Merge : Verdict.Agree);
        }

        if (rules.PersonKeeps is { } word)
            return Take(word, rules);
        if (state.IsSettled)
            return rules.IsUndone ? new(Verdict.Open, OpenReason.Undone) : new(Verdict.Unchanged);
        if (rules.CameBack)
            return rules.RestoredKeeps is { } kept ? Take(kept, rules) : new(Verdict.Open, OpenReason.Restored);
        if (rules.Owner is { } owner)
            return DecideOwned(state, owner, rules);
        if (!state.HasBase)
            return rules.FirstRunKeeps is { } right ? Take(right, rules) : new(Verdict.Open, OpenReason.Undecided);
        if (state.ChangedFirst != state.ChangedSecond)
            return Take(state.ChangedFirst ? Side.First : Side.Second, rules);
        if (rules.CanMerge && rules.CanWriteFirst && rules.CanWriteSecond)
            return new(Verdict.Merge);
        return rules.ConflictKeeps is { } winner ? Take(winner, rules) : new(Verdict.Open, OpenReason.Conflict);
    }

    private static FieldDecision DecideOwned(FieldState state, Side owner, in FieldRules rules)
    {
        if (!state.HasBase)
            return Take(owner, rules);
        var ownerChanged = owner == Side.First ? state.ChangedFirst : state.ChangedSecond;
        return ownerChanged || rules.RestoresDrift ? Take(owner, rules) : new(Verdict.Open, OpenReason.Drift);
    }

    private static FieldDecision Take(Side from, in FieldRules rules) => from == Side.First
        ? rules.CanWriteSecond ? new(Verdict.ToSecond) : new(Verdict.Open, OpenReason.NotWritable)
        : rules.CanWriteFirst ? new(Verdict.ToFirst) : new(Verdict.Open, OpenReason.NotWritable);
}
