namespace ErpSync.Deciding;

/// <summary>Takes the writes to a side out of a decision: they stay pending, with the reason.</summary>
internal static class Stopped
{
    public static bool Writes<T>(Decision<T> decision, Side side)
        where T : class, IEntity => decision.CreateAt == side || decision.DeleteAt == side || decision.Writes(side).Count > 0;

    public static Decision<T> Hold<T>(Decision<T> decision, Side side, SyncProblem problem, IReadOnlyList<Field<T>> fields)
        where T : class, IEntity
    {
        if (!Writes(decision, side))
            return decision;
        if (decision.CreateAt is not null)
            return decision with { CreateAt = null, Held = problem };
        if (decision.Deletion is not null)
            return decision with { Deletion = DeletionVerdict.Show, IsSettledDeletion = false, WantedFirst = null, WantedSecondInFirst = null, FirstWrites = [], SecondWrites = [] };
        var held = decision.Writes(side).ToHashSet();
        return decision with
        {
            Fields = [.. decision.Fields.Select((field, i) => held.Contains(fields[i]) ? new FieldDecision(Verdict.Open, OpenReason.Pending) : field)],
            WantedFirst = Without(decision.WantedFirst, decision.Loaded.FirstMarked, decision.FirstWrites, held),
            WantedSecondInFirst = Without(decision.WantedSecondInFirst, decision.Loaded.SecondInFirst, decision.SecondWrites, held),
            FirstWrites = [.. decision.FirstWrites.Where(field => !held.Contains(field))],
            SecondWrites = [.. decision.SecondWrites.Where(field => !held.Contains(field))],
        };
    }

    /// <summary>The wanted record with the held fields as they are now; null when nothing else is written.</summary>
    private static T? Without<T>(T? wanted, T? now, IReadOnlyList<Field<T>> writes, HashSet<Field<T>> held)
        where T : class, IEntity =>
        wanted is null || now is null || writes.All(held.Contains) ? null : writes.Where(held.Contains).Aggregate(wanted, (record, field) => field.Copy(record, now));
}
