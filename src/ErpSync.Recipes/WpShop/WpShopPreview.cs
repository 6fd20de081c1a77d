namespace ErpSync.Recipes;

/// <summary>What a mass run would do now. Nothing was written to make it.</summary>
/// <param name="Plan">Every entry, with the values before and after, in the order of the kinds' dependencies.</param>
/// <param name="Kinds">The kinds that the run was asked for.</param>
/// <param name="Keep">The connection whose version stays where linked records differ; null to go by the pair's policies.</param>
public sealed record WpShopPreview(SyncPlan Plan, IReadOnlyList<EntityKind> Kinds, string? Keep)
{
    /// <summary>The counts by kind and connection, in the order of the plan; kinds that would stay as they are have none.</summary>
    public IReadOnlyList<WpShopCount> Counts { get; } =
    [
        .. Plan.Entries.Where(entry => entry.Action is PlanAction.Create or PlanAction.Update && entry.Target is not null)
            .GroupBy(entry => (entry.Kind, entry.Target))
            .Select(group => new WpShopCount(group.Key.Kind, group.Key.Target!, group.LongCount(entry => entry.Action == PlanAction.Create), group.LongCount(entry => entry.Action == PlanAction.Update))),
    ];

    /// <summary>How many records would be created at either side.</summary>
    public long Creates => Counts.Sum(count => count.Creates);

    /// <summary>How many records would be changed at either side.</summary>
    public long Overwrites => Counts.Sum(count => count.Overwrites);
}
