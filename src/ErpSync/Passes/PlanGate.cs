using ErpSync.Deciding;
using ErpSync.Writing;

namespace ErpSync.Passes;

/// <summary>Lets through what a plan says, if the same code decides the same on the same records; refuses everything else with what moved.</summary>
internal sealed class PlanGate<T> : IDecisionGate<T>, IDisposable
    where T : class, IEntity
{
    private readonly PassContext _context;
    private readonly KindRooms<T> _rooms;
    private readonly PlanLedger _ledger;
    private readonly PlanStamps<T> _stamps;
    private readonly PlanEntries<T> _entries;
    private readonly Dictionary<(RemoteId? First, RemoteId? Second), PlannedRecord> _planned = [];

    public PlanGate(PassContext context, KindRooms<T> rooms, PlanLedger ledger)
    {
        _context = context;
        _rooms = rooms;
        _ledger = ledger;
        _stamps = new PlanStamps<T>(context, rooms.Policy, rooms.First, rooms.Second, ledger.Plan.Salt);
        _entries = new PlanEntries<T>(context, rooms.Comparer, _stamps);
    }

    public void Expect(PlannedRecord record) => _planned[(record.First, record.Second)] = record;

    public Decision<T>? Pass(Decision<T> decision)
    {
        if (!_planned.TryGetValue((decision.Item.First, decision.Item.Second), out var record))
            return null;
        if (Refusal(record, decision) is not { } problem)
            return Restrict(record, decision);
        _ledger.Refuse(record.Entries, problem);
        return null;
    }

    public IReadOnlyList<Outcome<T>> WithoutDoubles(IReadOnlyList<Outcome<T>> outcomes)
    {
        foreach (var outcome in outcomes.Where(outcome => outcome is { Found: not null, WasLost: false }))
        {
            var item = outcome.Decision.Item;
            if (_planned.TryGetValue((item.First, item.Second), out var record))
                _ledger.Refuse(record.Entries, KeyTaken(_rooms[outcome.Decision.CreateAt!.Value].KeyFinder!.KeyName, outcome.Decision.CreateAt!.Value, outcome.Found!.Value));
        }

        return [.. outcomes.Where(outcome => outcome.Found is null || outcome.WasLost)];
    }

    public SyncProblem KeyTaken(string key, Side side, RemoteId id) =>
        new(ProblemKind.Stale, "plan.key-taken", $"{_context.NameOf(side):connection} has a record with the same {key} by now: {id}.");

    public void Dispose() => _stamps.Dispose();

    private SyncProblem? Refusal(PlannedRecord record, Decision<T> decision)
    {
        if (decision.Loaded.Item.Held is { } held)
            return new SyncProblem(ProblemKind.Stale, "plan.unreadable", $"It could not be read: {held.Message}");
        var planned = record.Entries[0];
        if ((_stamps.Moved(Side.First, planned.FirstBasis, decision.Loaded.First) ?? _stamps.Moved(Side.Second, planned.SecondBasis, decision.Loaded.Second)) is { } moved)
            return moved;
        var now = _entries.Of(decision).ToList();
        foreach (var entry in record.Entries)
        {
            if (!now.Exists(other => IsSame(entry, other)))
                return Otherwise(entry, now);
        }

        return !decision.Item.IsLinked && !record.Links && !record.Creates ? LinkLeftOut() : HalfOfAMerge(record, decision);
    }

    private static bool IsSame(PlanEntry planned, PlanEntry now) =>
        planned.Action == now.Action
        && string.Equals(planned.Target, now.Target, StringComparison.Ordinal)
        && string.Equals(planned.Content, now.Content, StringComparison.Ordinal)
        && planned.Fields.Order(StringComparer.Ordinal).SequenceEqual(now.Fields.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static SyncProblem Otherwise(PlanEntry entry, List<PlanEntry> now)
    {
        var instead = string.Join("; ", now.Select(other => $"{other.Action} {other.Target} {string.Join(", ", other.Fields)}".Trim()));
        return new SyncProblem(ProblemKind.Stale, "plan.decided-otherwise", $"It would be decided otherwise now: not {entry.Action:planned} ({string.Join(", ", entry.Fields):fields}) but {(instead.Length == 0 ? "nothing" : instead):instead}.")
        {
            Remedy = "Policies or links were changed; make a new plan.",
        };
    }

    private static SyncProblem LinkLeftOut() => new(ProblemKind.Stale, "plan.link-left-out", "The two are not linked, and the entry that links them is not in the plan.");

    private SyncProblem? HalfOfAMerge(PlannedRecord record, Decision<T> decision)
    {
        var (first, second) = (Keeps(record, Side.First), Keeps(record, Side.Second));
        var both = first == second ? null : decision.FirstWrites.Intersect(decision.SecondWrites).FirstOrDefault();
        return both is null ? null : new SyncProblem(ProblemKind.Stale, "plan.half-of-a-merge", $"{both.Name:field} is merged and written to both sides, and the other half is not in the plan.");
    }

    private bool Keeps(PlannedRecord record, Side side) =>
        record.Entries.Any(entry => string.Equals(entry.Target, _context.NameOf(side), StringComparison.Ordinal));

    /// <summary>Entries that the host took out stay undone: what they would write is pending.</summary>
    private Decision<T> Restrict(PlannedRecord record, Decision<T> decision)
    {
        foreach (var side in new[] { Side.First, Side.Second }.Where(side => !Keeps(record, side)))
            decision = Stopped.Hold(decision, side, LinkLeftOut(), _rooms.Comparer.Fields);
        return decision;
    }
}
