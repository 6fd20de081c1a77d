using ErpSync.Reading;
using ErpSync.Recording;

namespace ErpSync.Passes;

/// <summary>The end of a pass for parked records: rows that could not be read are parked in the same book as failed writes, and what is gone is parked no longer.</summary>
internal static class ParkedCare
{
    public static async Task FinishAsync<T>(PassContext context, ReadSides<T> sides, ParkedBook parked, ParkedGate<T> gate, Tally tally, StoreChanges changes, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        foreach (var record in gate.Readable.Where(record => ReferenceEquals(parked.Find(record.Side, record.Id), record)))
            changes.NoLongerParked.Add(new RecordKey(context.Pair, T.Kind, record.Side, record.Id));
        foreach (var record in gate.Learned.Where(record => parked.Find(record.Side, record.Id) is { State: ParkedState.SkippedUntilChanged }))
            changes.Parked.Add(record);
        await AddUnreadableAsync(context, Side.First, sides.First, parked, tally, changes, cancellationToken);
        await AddUnreadableAsync(context, Side.Second, sides.Second, parked, tally, changes, cancellationToken);
        var met = Met(sides);
        foreach (var side in new[] { Side.First, Side.Second })
        {
            var reading = side == Side.First ? sides.First : sides.Second;
            if (reading.SawAll)
                await RemoveGoneAsync<T>(context, side, [.. parked.Records.Where(record => record.Side == side && !met.Contains((side, record.Id)))], changes, cancellationToken);
        }
    }

    /// <summary>An attempt is counted when the wait is over. A linked record that could not be read forgets its fingerprint, so that it is read again.</summary>
    private static async Task AddUnreadableAsync<T>(PassContext context, Side side, SideReading<T> reading, ParkedBook parked, Tally tally, StoreChanges changes, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        foreach (var problem in reading.Unreadable)
        {
            tally.Fail(problem);
            var id = PlaceOf(problem);
            if (parked.Waits(side, id, context.Now) is null)
                Park(context, changes, parked.Park(side, id, null, problem, context.Now, fingerprint: null));
        }

        foreach (var ids in reading.Unreadable.Select(problem => problem.Id).OfType<RemoteId>().Distinct().Chunk(1000))
        {
            foreach (var link in await context.Store.FindLinksAsync(context.Pair, T.Kind, side, ids, cancellationToken))
                changes.Links.Add(link.With(side, link.End(side) with { Fingerprint = default }));
        }
    }

    private static void Park(PassContext context, StoreChanges changes, ParkedRecord record)
    {
        ParkedLog.Write(context, record);
        changes.Parked.Add(record);
    }

    /// <summary>Only a complete look tells that a record is gone, or left out by the host; a linked one that was not met is at rest and no longer fails.</summary>
    private static async Task RemoveGoneAsync<T>(PassContext context, Side side, IReadOnlyList<ParkedRecord> records, StoreChanges changes, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        foreach (var chunk in records.Chunk(1000))
        {
            var linked = (await context.Store.FindLinksAsync(context.Pair, T.Kind, side, [.. chunk.Select(record => record.Id)], cancellationToken)).ToDictionary(link => link.End(side).Id);
            foreach (var record in chunk)
            {
                var isKept = linked.TryGetValue(record.Id, out var link) && (link.Open.Count > 0 || record.State is ParkedState.Skipped or ParkedState.SkippedUntilChanged);
                if (!isKept)
                    changes.NoLongerParked.Add(new RecordKey(context.Pair, T.Kind, side, record.Id));
            }
        }
    }

    private static HashSet<(Side Side, RemoteId Id)> Met<T>(ReadSides<T> sides)
        where T : class, IEntity
    {
        var met = new HashSet<(Side, RemoteId)>();
        foreach (var item in sides.Items)
        {
            if (item.First is { } first)
                met.Add((Side.First, first));
            if (item.Second is { } second)
                met.Add((Side.Second, second));
        }

        met.UnionWith(sides.First.Unreadable.Select(problem => (Side.First, PlaceOf(problem))));
        met.UnionWith(sides.Second.Unreadable.Select(problem => (Side.Second, PlaceOf(problem))));
        return met;
    }

    /// <summary>The id, or a text that names the place of a row whose id could not be read.</summary>
    private static RemoteId PlaceOf(SyncProblem problem) => problem.Id ?? new RemoteId("?" + problem.Field);
}
