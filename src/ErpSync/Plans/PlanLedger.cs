namespace ErpSync;

/// <summary>What became of the entries of a plan while it is applied.</summary>
internal sealed class PlanLedger(SyncPlan plan)
{
    private readonly Dictionary<PlanDependency, SyncProblem> _reasons = [];
    private readonly List<RefusedEntry> _refused = [];
    private readonly HashSet<PlanEntry> _known = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<PlanEntry> _postponed = new(ReferenceEqualityComparer.Instance);

    public SyncPlan Plan => plan;

    public IReadOnlyList<RefusedEntry> Refused => _refused;

    /// <summary>Deletions that wait for what depends on their records.</summary>
    public IReadOnlyCollection<PlanEntry> Postponed => _postponed;

    public void Postpone(IEnumerable<PlanEntry> entries) => _postponed.UnionWith(entries);

    /// <summary>Notes that it is their turn now.</summary>
    public void TakeUp(IEnumerable<PlanEntry> entries) => _postponed.ExceptWith(entries);

    /// <summary>Refuses entries; those that do nothing by themselves are left out.</summary>
    public void Refuse(IEnumerable<PlanEntry> entries, SyncProblem problem)
    {
        foreach (var entry in entries.Where(IsDone).Where(_known.Add))
        {
            _refused.Add(new RefusedEntry(entry, problem with { EntityKind = entry.Kind }));
            if (entry.FirstId is { } one)
                _reasons.TryAdd(new PlanDependency(entry.Kind, plan.First, one), problem);
            if (entry.SecondId is { } other)
                _reasons.TryAdd(new PlanDependency(entry.Kind, plan.Second, other), problem);
        }
    }

    /// <summary>Why a record that others need was not linked.</summary>
    public string Why(PlanDependency needed) => _reasons.TryGetValue(needed, out var problem) ? problem.Message : "Its entry is not in the plan, or its write failed.";

    /// <summary>True for entries that do something when they are applied.</summary>
    public static bool IsDone(PlanEntry entry) => entry.Action is not (PlanAction.Ask or PlanAction.Hold or PlanAction.Brake);
}
