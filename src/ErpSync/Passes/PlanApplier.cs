using ErpSync.Comparing;
using ErpSync.Deciding;
using ErpSync.Reading;

namespace ErpSync.Passes;

/// <summary>Applies the entries of one kind: what they depend on first, then a chunk at a time through loading, deciding, the gate, writing and recording.</summary>
internal sealed class PlanApplier<T>(PassContext context, KindRooms<T> rooms, KindRun<T> run, PlanGate<T> gate, PlanLedger ledger)
    where T : class, IEntity
{
    private const int ChunkSize = 200;
    private readonly RefResolver _refs = new(context);

    public async Task ApplyAsync(IReadOnlyList<PlanEntry> entries, CancellationToken cancellationToken)
    {
        var total = entries.Count;
        var waiting = PlannedRecord.Of(entries);
        await RefuseUnfinishedAsync(waiting, cancellationToken);
        for (var isLast = false; waiting.Count > 0;)
        {
            var (ready, later) = await SplitAsync(waiting, isLast, cancellationToken);
            foreach (var chunk in ready.Chunk(ChunkSize))
            {
                context.Progress?.Report(new SyncProgress(T.Kind, SyncPhase.Working, total - waiting.Count, total));
                later.AddRange(await CarryOutAsync(chunk, isLast, cancellationToken));
            }

            isLast = isLast || later.Count == waiting.Count;
            waiting = later;
        }
    }

    /// <summary>A create that an earlier run was cut off in may have left its record: it is for a run to look for it.</summary>
    private async Task RefuseUnfinishedAsync(IReadOnlyList<PlannedRecord> records, CancellationToken cancellationToken)
    {
        var intents = await context.Store.ReadIntentsAsync(context.Pair, T.Kind, cancellationToken);
        foreach (var record in intents.Count == 0 ? [] : records.Where(record => record.Creates))
        {
            var target = record.First is null ? Side.First : Side.Second;
            if (intents.Any(intent => intent.Target == target && intent.SourceId == (record.First ?? record.Second)))
                Refuse(record, new SyncProblem(ProblemKind.OutcomeUnknown, "plan.unfinished-create", $"An earlier create of it in {context.NameOf(target):connection} was cut off and may have been carried out.") { Remedy = "Run the pair: it looks for the record and links it." });
        }
    }

    /// <summary>Separates the records whose dependencies are linked from those that wait for others of the same kind; refuses the rest.</summary>
    private async Task<(List<PlannedRecord> Ready, List<PlannedRecord> Later)> SplitAsync(IReadOnlyList<PlannedRecord> records, bool isLast, CancellationToken cancellationToken)
    {
        var refused = ledger.Refused.Select(entry => entry.Entry).ToHashSet(ReferenceEqualityComparer.Instance);
        records = [.. records.Where(record => !refused.Contains(record.Entries[0]))];
        var linked = await LinkedAsync(records.SelectMany(record => record.Entries).SelectMany(entry => entry.DependsOn).Distinct().ToList(), cancellationToken);
        var coming = records.SelectMany(record => new[] { (context.First.Name, record.First), (context.Second.Name, record.Second) }).ToHashSet();
        List<PlannedRecord> ready = [], later = [];
        foreach (var record in records)
        {
            var missing = record.Entries.SelectMany(entry => entry.DependsOn).Where(needed => !linked.Contains(needed)).ToList();
            var lost = missing.Find(needed => isLast || needed.Kind != T.Kind || !coming.Contains((needed.Connection, needed.Id)));
            if (lost is not null)
                Refuse(record, new SyncProblem(ProblemKind.WaitingForDependency, "plan.dependency", $"The {lost.Kind} {lost.Id} of {lost.Connection} that it points to is not linked: {ledger.Why(lost):reason}"));
            else
                (missing.Count == 0 ? ready : later).Add(record);
        }

        return (ready, later);
    }

    private async Task<HashSet<PlanDependency>> LinkedAsync(List<PlanDependency> needed, CancellationToken cancellationToken)
    {
        var linked = new HashSet<PlanDependency>();
        foreach (var group in needed.GroupBy(item => (item.Kind, item.Connection)))
        {
            var side = string.Equals(group.Key.Connection, context.First.Name, StringComparison.Ordinal) ? Side.First : Side.Second;
            foreach (var ids in group.Select(item => item.Id).Chunk(1000))
            {
                foreach (var link in await context.Store.FindLinksAsync(context.Pair, group.Key.Kind, side, ids, cancellationToken))
                    linked.Add(new PlanDependency(group.Key.Kind, group.Key.Connection, link.End(side).Id));
            }
        }

        return linked;
    }

    private async Task<IEnumerable<PlannedRecord>> CarryOutAsync(IReadOnlyList<PlannedRecord> records, bool isLast, CancellationToken cancellationToken)
    {
        var items = await new PlanPlacer<T>(context, rooms, ledger).PlaceAsync(records, cancellationToken);
        var loaded = await rooms.Loader.LoadAsync([.. items.Keys], null, null, cancellationToken);
        loaded = await MarkNewbornAsync(loaded, cancellationToken);
        var doubled = await new KeyWatch<T>(context, rooms).FindAsync([.. loaded.Where(item => !item.Item.IsLinked)], cancellationToken);
        var decisions = new List<Decision<T>>();
        foreach (var item in loaded)
        {
            var record = items.First(known => known.Key.First == item.Item.First && known.Key.Second == item.Item.Second).Value;
            gate.Expect(record);
            if (gate.Pass(rooms.Decider.Decide(item)) is not { } decision)
                continue;
            if (doubled.TryGetValue(item, out var found))
                Refuse(record, gate.KeyTaken(found.Key, found.Side, found.Id));
            else
                decisions.Add(decision);
        }

        var deferred = await run.CarryOutAsync(decisions, isLast, cancellationToken);
        return deferred.Select(decision => items.First(known => known.Key.First == decision.Item.First && known.Key.Second == decision.Item.Second).Value);
    }

    /// <summary>The first values of what came with a created owner do not count as edits.</summary>
    private async Task<IReadOnlyList<Loaded<T>>> MarkNewbornAsync(IReadOnlyList<Loaded<T>> loaded, CancellationToken cancellationToken)
    {
        if (rooms.Policy.Shape.Ownership is not { } ownership)
            return loaded;
        var owners = loaded.Where(item => item.Item.IsMatch && item.First is not null).Select(item => ownership.Owner(item.First!.Value)).OfType<Ref>();
        var map = await _refs.LoadAsync(Side.First, owners, cancellationToken);
        return [.. loaded.Select(item => item.Item.IsMatch && item.First is not null && ownership.Owner(item.First.Value) is { } owner
            ? item with { Item = item.Item with { NewbornAt = map.CreatedAt(owner) } }
            : item)];
    }

    private void Refuse(PlannedRecord record, SyncProblem problem) => ledger.Refuse(record.Entries, problem);
}
