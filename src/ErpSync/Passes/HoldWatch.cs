using ErpSync.Comparing;
using ErpSync.Deciding;
using ErpSync.Reading;

namespace ErpSync.Passes;

/// <summary>Looks at what was read before anything of the kind is written: is a system or the store older than it was?</summary>
internal sealed class HoldWatch<T>(PassContext context, KindRooms<T> rooms, RestoredMarks restored)
    where T : class, IEntity
{
    private const int FewestAlike = 3;

    /// <summary>True when the last work on the kind was cut off, after which it is ordinary that both sides hold the same new values.</summary>
    public bool LastWasCutOff { get; init; }

    /// <summary>What must stop the pair; null when nothing must.</summary>
    public SyncHold? Find(ReadSides<T> sides)
    {
        context.FirstWrite?.Looked(T.Kind);
        return Backwards(rooms.First, sides.First) ?? Backwards(rooms.Second, sides.Second) ?? UnknownTokens(sides.Known);
    }

    /// <summary>
    /// Links that nobody has touched since the last good run, and whose records moved to the same new values at both sides: another store brought them in step. Quantities prove nothing: a sale
    /// takes its goods off at both sides, in the shop when it is placed and in the ERP when it is booked.
    /// </summary>
    public SyncHold? FindMovedAlike(IReadOnlyList<Decision<T>> decisions)
    {
        if (restored.Any || LastWasCutOff)
            return null;
        var both = decisions.Where(decision => decision is { Compared: not null, Loaded.Link.Open.Count: 0 } && Telling(decision).Any(state => state is { HasBase: true, ChangedFirst: true, ChangedSecond: true })).ToList();
        var alike = both.Count(decision => Telling(decision).All(state => state.Equal || !state.HasBase || (!state.ChangedFirst && !state.ChangedSecond)));
        if (alike < FewestAlike || alike * 2 < both.Count)
            return null;
        return Hold(HoldCodes.StoreOlder, context.Second.Name,
            $"{alike} linked {T.Kind.Name} records hold the same new values in {context.First.Name} and {context.Second.Name}, though this store brought nothing over: it is older than the systems.",
            "Put the newest store back if there is one. Else confirm; records that differ then ask.");
    }

    private IEnumerable<FieldState> Telling(Decision<T> decision) => decision.Compared!.States.Where((_, i) => rooms.Comparer.Fields[i].Merge != MergeStyle.Difference);

    private SyncHold? Backwards(SideContext<T> side, SideReading<T> reading)
    {
        var watch = reading.Watch;
        var fewest = side.Profile.DateTrust == DateTrust.Full ? 1 : 2;
        if (restored.At(side.Side) || (watch.Reused is null && watch.RanBack < fewest))
            return null;
        return Hold(HoldCodes.RanBackwards, side.Name,
            $"{side.Name} looks like a restored backup: {watch.InWords(T.Kind.Name)}.",
            "Confirm when a backup was restored; old values that came back and records that are missing then ask, unless a connection is named whose version stays.");
    }

    /// <summary>Records that were created from ours and of which the store knows nothing.</summary>
    public SyncHold? UnknownTokens(IReadOnlyList<KnownToken> known)
    {
        if (known.Count == 0 || restored.Any)
            return null;
        var target = context.NameOf(known[0].Target);
        var source = context.NameOf(known[0].Target == Side.First ? Side.Second : Side.First);
        return Hold(HoldCodes.StoreOlder, target,
            $"{known.Count} {T.Kind.Name} record{(known.Count == 1 ? "" : "s")} of {target} (for example {known[0].Found}) {(known.Count == 1 ? "was" : "were")} created from records of {source} that this store knows no link of: it is older than the systems, or new.",
            "Put the newest store back, or rebuild the links. If you confirm instead, they are linked as they are met and nothing is created twice.");
    }

    private SyncHold Hold(string code, string connection, string message, string remedy) =>
        new(context.Pair, code, connection, message, context.Now) { Kind = T.Kind, Remedy = remedy };
}
