using ErpSync.Reading;
using ErpSync.Recording;

namespace ErpSync.Passes;

/// <summary>The end of a pass for records that have no link and get none: they are remembered, and those that were not read keep their colour.</summary>
internal static class Resting
{
    /// <summary>Tells the readers what is parked: such records are looked at again, but for those that could not be read and wait.</summary>
    public static void Watch<T>(PassContext context, KindRooms<T> rooms, ParkedBook parked)
        where T : class, IEntity
    {
        foreach (var (side, reader) in new[] { (Side.First, rooms.FirstReader), (Side.Second, rooms.SecondReader) })
        {
            reader.Waits = id => !context.Full && parked.Waits(side, id, context.Now) is { Problem.Kind: ProblemKind.Unreadable };
            reader.Alone.IsParked = id => parked.Find(side, id) is not null;
        }
    }

    public static async Task FinishAsync<T>(PassContext context, KindRooms<T> rooms, ReadSides<T> sides, ParkedBook parked, Tally tally, DateTimeOffset started, StoreChanges changes, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        foreach (var (side, reader, reading) in new[] { (Side.First, rooms.FirstReader, sides.First), (Side.Second, rooms.SecondReader, sides.Second) })
        {
            var resting = new AloneTable(rooms.Scratch);
            foreach (var item in sides.Items)
            {
                if (item is { IsLinked: false, IsMatch: false, Tombstone: null } && (item.Held is null || item.IsSilent) && item.IdAt(side) is { } id && parked.Find(side, id) is null)
                    resting.Add(id, AloneSort.Red, null);
            }

            await reader.Alone.KeepAsync(resting.Contains, reading.SawAll, changes, cancellationToken);
            tally.Red += reader.Alone.Skipped.All().LongCount(item => item.Sort == AloneSort.Red);
        }

        var (first, second) = (rooms.FirstReader.Alone.Skipped, rooms.SecondReader.Alone.Skipped);
        if (first.Count + second.Count == 0)
        {
            changes.ForgetUnlinked.Add((context.Pair, T.Kind, started));
            return;
        }

        await foreach (var red in context.Store.ReadAllUnlinkedAsync(context.Pair, T.Kind, cancellationToken))
        {
            if (red.SeenAt < started && !(red.Side == Side.First ? first : second).Contains(red.Id))
                changes.NoLongerUnlinked.Add(new RecordKey(context.Pair, T.Kind, red.Side, red.Id));
        }
    }
}
