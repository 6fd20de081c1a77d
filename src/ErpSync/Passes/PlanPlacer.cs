using ErpSync.Matching;

namespace ErpSync.Passes;

/// <summary>Finds the links of a plan's records as they are now, and refuses the records whose links are no longer what the plan was made on.</summary>
internal sealed class PlanPlacer<T>(PassContext context, KindRooms<T> rooms, PlanLedger ledger)
    where T : class, IEntity
{
    public async Task<Dictionary<WorkItem, PlannedRecord>> PlaceAsync(IReadOnlyList<PlannedRecord> records, CancellationToken cancellationToken)
    {
        var links = new Dictionary<Side, Dictionary<RemoteId, Link>>();
        var stones = new Dictionary<Side, ILookup<RemoteId, Tombstone>>();
        foreach (var side in new[] { Side.First, Side.Second })
        {
            var ids = records.Select(record => record.At(side)).OfType<RemoteId>().Distinct().ToList();
            links[side] = (await context.Store.FindLinksAsync(context.Pair, T.Kind, side, ids, cancellationToken)).ToDictionary(link => link.End(side).Id);
            stones[side] = (await context.Store.FindTombstonesAsync(context.Pair, T.Kind, side, ids, cancellationToken)).ToLookup(stone => stone.Id(side));
        }

        var items = new Dictionary<WorkItem, PlannedRecord>();
        foreach (var record in records)
        {
            var link = Of(links[Side.First], record.First) ?? Of(links[Side.Second], record.Second);
            var isNew = record.Links || record.Creates;
            if (link is not null && (!Fits(link, record) || (isNew && !Rejoins(link, record))))
                Refuse(record, new SyncProblem(ProblemKind.Stale, "plan.linked-meanwhile", $"{context.First.Name:first} {link.First.Id:firstId} is linked with {context.Second.Name:second} {link.Second.Id:secondId} by now."));
            else if (link is null && !isNew)
                Refuse(record, new SyncProblem(ProblemKind.Stale, "plan.not-linked", "The two are not linked any more, or the entry that links them is not in the plan."));
            else
                items[link is null ? Unlinked(record, stones) : Linked(record, link)] = record;
        }

        return items;
    }

    private static Link? Of(Dictionary<RemoteId, Link> links, RemoteId? id) => id is { } known ? links.GetValueOrDefault(known) : null;

    /// <summary>The same two, or a survivor that is rejoined with what was created again in the place of its lost partner.</summary>
    private static bool Fits(Link link, PlannedRecord record) =>
        (link.First.Id == record.First || link.GoneAt == Side.First) && (link.Second.Id == record.Second || link.GoneAt == Side.Second);

    private static bool Rejoins(Link link, PlannedRecord record) => record.Links && (link.First.Id != record.First || link.Second.Id != record.Second);

    private WorkItem Linked(PlannedRecord record, Link link)
    {
        Side? rejoined = link.First.Id != record.First ? Side.First : link.Second.Id != record.Second ? Side.Second : null;
        return new WorkItem(link.Number, record.First, record.Second)
        {
            Label = record.Label,
            Reason = link.Reason,
            FirstGone = rejoined is null && record.WasGone(Side.First),
            SecondGone = rejoined is null && record.WasGone(Side.Second),
            RejoinedAt = rejoined,
            NewbornAt = rejoined is { } side && rooms.Policy.Shape.Ownership is not null && rooms[side].Creator is null ? side : null,
        };
    }

    private static WorkItem Unlinked(PlannedRecord record, Dictionary<Side, ILookup<RemoteId, Tombstone>> stones)
    {
        var one = record.First is { } first ? stones[Side.First][first].FirstOrDefault() : null;
        var other = record.Second is { } second ? stones[Side.Second][second].FirstOrDefault() : null;
        return new WorkItem(0, record.First, record.Second)
        {
            Label = record.Label,
            Reason = record.Reason,
            Tombstone = record.Links ? one ?? other : null,
            RejoinedAt = !record.Links ? null : (one, other) switch { (null, not null) => Side.First, (not null, null) => Side.Second, _ => null },
        };
    }

    private void Refuse(PlannedRecord record, SyncProblem problem) => ledger.Refuse(record.Entries, problem);
}
