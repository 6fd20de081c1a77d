namespace ErpSync.Deciding;

/// <summary>When a mass change stops a feed, and which changes a decision makes. Pure.</summary>
internal static class BrakeRule
{
    /// <summary>All changes, in the order in which they are shown.</summary>
    public static IReadOnlyList<MassChange> All { get; } = Enum.GetValues<MassChange>();

    /// <summary>True when so many of a kind's records may not be changed without asking: more than the percentage and more than the number, or all of more than two.</summary>
    public static bool Exceeds(long count, long of, BrakeLimit limit) =>
        (count > limit.Records && count * 100m > limit.Percent * of) || IsAll(count, of, limit);

    /// <summary>True when all of more than two are changed.</summary>
    public static bool IsAll(long count, long of, BrakeLimit limit) => of > 2 && count >= of && limit.Percent < 100m;

    /// <summary>What a decision does to its record, counted at both sides together.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="shape">The record's shape.</param>
    /// <param name="mailing">The sides that may mail customers about what is written to linked records there; null for none.</param>
    public static IReadOnlySet<MassChange> Of<T>(Decision<T> decision, Shape<T> shape, IReadOnlySet<Side>? mailing = null)
        where T : class, IEntity
    {
        var changes = OfDeletion(decision, shape);
        changes.UnionWith(OfWrites(decision, Side.First, mailing));
        changes.UnionWith(OfWrites(decision, Side.Second, mailing));
        return changes;
    }

    /// <summary>Records that go, or lose their link because their counterpart went. What goes with its owner is counted there.</summary>
    public static HashSet<MassChange> OfDeletion<T>(Decision<T> decision, Shape<T> shape)
        where T : class, IEntity =>
        decision.Deletion is DeletionVerdict.Delete or DeletionVerdict.Unlink
        || (decision is { BothGone: true, Item: { IsLinked: true, DeletionNotes.Count: 0 } } && shape.Ownership is null)
            ? [MassChange.Deleted]
            : [];

    /// <summary>What the writes to one side replace there.</summary>
    public static HashSet<MassChange> OfWrites<T>(Decision<T> decision, Side side, IReadOnlySet<Side>? mailing = null)
        where T : class, IEntity
    {
        var changes = new HashSet<MassChange>();
        if (decision.CreateAt is not null || decision.WantedInFirst(side) is not { } wanted)
            return changes;
        var now = side == Side.First ? decision.Loaded.FirstMarked! : decision.Loaded.SecondInFirst!;
        foreach (var field in decision.Writes(side))
        {
            if (OfField(field, now, wanted) is { } change)
                changes.Add(change);
            if (decision.Item.IsLinked && mailing?.Contains(side) == true)
                changes.Add(MassChange.Mailed);
        }

        return changes;
    }

    private static MassChange? OfField<T>(Field<T> field, T now, T wanted)
        where T : class, IEntity => (field.Role, field) switch
        {
            (FieldRole.Active, TypedField<T, bool?> flag) when flag.Get(wanted) == false => flag.Get(now) == false ? null : MassChange.Deactivated,
            (FieldRole.Quantity, TypedField<T, decimal?> quantity) => quantity.Get(now) > 0 && !(quantity.Get(wanted) > 0) ? MassChange.StockZeroed : null,
            (FieldRole.Price, TypedField<T, Money?> price) => OfPrice(price.Get(now), price.Get(wanted)),
            _ => Replaces(field, now, wanted) && !DocumentProgress.IsStepOn(field, now, wanted) ? MassChange.Overwritten : null,
        };

    private static MassChange? OfPrice(Money? now, Money? wanted)
    {
        if (now is not { } before || before.Amount == 0)
            return null;
        if (wanted is not { } after || after.Amount == 0)
            return MassChange.PriceZeroed;
        return after.Currency != before.Currency || Math.Abs(after.Amount - before.Amount) > Math.Abs(before.Amount) / 2 ? MassChange.Repriced : null;
    }

    /// <summary>True when anything that was there is not there afterwards. A language, a key or a pointer more replaces nothing.</summary>
    private static bool Replaces<T>(Field<T> field, T now, T wanted)
        where T : class, IEntity
    {
        if (field.Display(now).Length == 0)
            return false;
        return field is TypedField<T, RefSet> pointers
            ? !pointers.Get(now).Where(item => !item.IsForeign).All(pointers.Get(wanted).Contains)
            : !field.AreEqual(field.Copy(wanted, now), wanted);
    }
}
