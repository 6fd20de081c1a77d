namespace ErpSync.Passes;

/// <summary>What a plan does with one record or one pair of records.</summary>
internal sealed record PlannedRecord(RemoteId? First, RemoteId? Second, IReadOnlyList<PlanEntry> Entries)
{
    public bool Links => Entries.Any(entry => entry.Action == PlanAction.Link);

    public bool Creates => Entries.Any(entry => entry.Action == PlanAction.Create);

    /// <summary>Why it is linked or created, as the journal keeps it.</summary>
    public string Reason => Entries.FirstOrDefault(entry => entry.Action is PlanAction.Link or PlanAction.Create) is { } entry ? entry.Why?.ToString() ?? entry.Reason : "";

    /// <summary>True when the plan found the record at a side gone.</summary>
    public bool WasGone(Side side) => (side == Side.First ? Entries[0].FirstBasis : Entries[0].SecondBasis) is null;

    public string Label => Entries[0].Label;

    public RemoteId? At(Side side) => side == Side.First ? First : Second;

    /// <summary>The records of a plan in the order of their first entries, without those for which nothing is done.</summary>
    public static IReadOnlyList<PlannedRecord> Of(IEnumerable<PlanEntry> entries) =>
        [.. entries.Where(PlanLedger.IsDone).GroupBy(entry => (entry.FirstId, entry.SecondId)).Select(group => new PlannedRecord(group.Key.FirstId, group.Key.SecondId, [.. group]))];
}
