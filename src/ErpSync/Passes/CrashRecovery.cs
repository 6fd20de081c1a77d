using System.Text.Json;
using ErpSync.Comparing;
using ErpSync.Matching;
using ErpSync.Recording;

namespace ErpSync.Passes;

/// <summary>
/// Finishes what a pass that was cut off has left: looks which of the noted updates were carried out, puts them into the journal, and sets the bases of half-written
/// writes, so that an edit that came after them is one side's edit, and no difference of a half-written merge counts twice. What cannot be told from the values stays or
/// is made a conflict. Costs nothing when nothing was left.
/// </summary>
internal sealed class CrashRecovery<T>(PassContext context, KindRooms<T> rooms)
    where T : class, IEntity
{
    private const int ChunkSize = 200;

    private enum Found
    {
        Written,
        NotWritten,
        Neither,
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await rooms.Ahead.LoadAsync(cancellationToken);
        foreach (var chunk in rooms.Ahead.Open.ToList().Chunk(ChunkSize))
            await SettleAsync(chunk.ToDictionary(write => (write.First, write.Second)), cancellationToken);
    }

    private async Task SettleAsync(Dictionary<(RemoteId First, RemoteId Second), PlannedWrite> writes, CancellationToken cancellationToken)
    {
        var links = (await context.Store.FindLinksAsync(context.Pair, T.Kind, Side.First, [.. writes.Keys.Select(ids => ids.First).Distinct()], cancellationToken)).ToDictionary(link => (link.First.Id, link.Second.Id));
        var items = writes.Keys.Select(ids => new WorkItem(links.TryGetValue(ids, out var link) ? link.Number : 0, ids.First, ids.Second)).ToList();
        var changes = new StoreChanges { Lease = context.Lease };
        var settled = new List<(RemoteId, RemoteId)>();
        foreach (var loaded in await rooms.Loader.LoadAsync(items, null, null, cancellationToken))
        {
            var ids = (loaded.Item.First!.Value, loaded.Item.Second!.Value);
            if (loaded.Item.Held is { } problem)
            {
                rooms.Ahead.Leave(ids, problem); // it cannot be read now, and may be later
                continue;
            }

            settled.Add(ids);
            foreach (var side in new[] { Side.First, Side.Second })
                AddJournal(changes, loaded, side, writes[ids]);
            if (loaded is { Link: not null, First: not null, Second: not null })
                AddBases(changes, loaded, writes[ids]);
        }

        rooms.Ahead.Forget(changes, settled);
        if (changes.IsEmpty)
            return;
        await context.Store.CommitAsync(changes, cancellationToken);
        rooms.Ahead.Forget(settled);
    }

    private void AddJournal(StoreChanges changes, Loaded<T> loaded, Side side, PlannedWrite write)
    {
        foreach (var planned in write.Fields(side))
        {
            if (loaded.At(side) is not { } record || rooms.Policy.Shape.Find(planned.Name) is not { } field || Look(field, loaded, side, planned) != Found.Written)
                continue;
            changes.Journal.Add(new JournalEntry(context.Pair, write.Run, T.Kind, side, record.Id, JournalAction.Updated, context.Now, Reasons.FoundWritten)
            {
                Field = field.Name,
                OldValue = planned.Old,
                NewValue = rooms.Hasher.Json(field, record.Value),
            });
        }
    }

    private void AddBases(StoreChanges changes, Loaded<T> loaded, PlannedWrite write)
    {
        var compared = rooms.Comparer.Compare(loaded);
        foreach (var name in write.FirstFields.Concat(write.SecondFields).Select(field => field.Name).Distinct(StringComparer.Ordinal))
        {
            if (rooms.Policy.Shape.Find(name) is not { } field)
                continue;
            var (toFirst, toSecond) = (write.FirstFields.FirstOrDefault(planned => planned.Name == name), write.SecondFields.FirstOrDefault(planned => planned.Name == name));
            var first = toFirst is null ? (Found?)null : Look(field, loaded, Side.First, toFirst);
            var second = toSecond is null ? (Found?)null : Look(field, loaded, Side.Second, toSecond);
            if (field.Merge == MergeStyle.Union && !rooms.Comparer.AreEqual(field, loaded.FirstMarked!, loaded.SecondInFirst!))
            {
                if ((first ?? second) == Found.Written && (toFirst is null || toSecond is null))
                    AgreeSent(field, compared, loaded, toFirst is null ? Side.Second : Side.First, (toFirst ?? toSecond)!);
                continue; // of others it cannot be told which of their parts have moved since
            }

            if (first == Found.Written && second == Found.NotWritten)
                rooms.Comparer.AgreeSecond(field, compared, loaded);
            else if (first is null or Found.Written && second is null or Found.Written)
                rooms.Comparer.Agree(field, compared, Source(field, loaded, toFirst is null ? Side.First : toSecond is null ? Side.Second : null, toFirst ?? toSecond!));
            else if (field.Merge == MergeStyle.Difference && (first is Found.Written or Found.Neither || second is Found.Written or Found.Neither))
                rooms.Comparer.Doubt(field, compared);
        }

        changes.Links.Add(loaded.Link! with
        {
            First = loaded.Link.First with { Base = compared.FirstBases.Write(rooms.Policy.Shape.Version, compared.FirstBases.ModifiedAt, context.Now) },
            Second = loaded.Link.Second with { Base = compared.SecondBases.Write(rooms.Policy.Shape.Version, compared.SecondBases.ModifiedAt, context.Now) },
        });
    }

    /// <summary>What was sent is what both held then: an element that the source has taken out since was not added by the target, and is taken out there too.</summary>
    private void AgreeSent(Field<T> field, Compared<T> compared, Loaded<T> loaded, Side target, PlannedField planned)
    {
        using var old = JsonDocument.Parse(planned.Old);
        using var wanted = JsonDocument.Parse(planned.Wanted);
        var record = target == Side.First ? loaded.FirstMarked! : loaded.SecondInFirst!;
        rooms.Comparer.AgreeSent(field, compared, loaded, target, field.Read(record, old.RootElement), field.Read(record, wanted.RootElement));
    }

    /// <summary>Where only one side was written, the other agreed with what it held when that was decided; it may have moved since.</summary>
    private static Loaded<T> Source(Field<T> field, Loaded<T> loaded, Side? source, PlannedField planned)
    {
        if (source is not { } side)
            return loaded;
        using var json = JsonDocument.Parse(planned.Wanted);
        return side == Side.First
            ? loaded with { FirstMarked = field.Read(loaded.FirstMarked!, json.RootElement) }
            : loaded with { SecondMarked = field.Read(loaded.SecondMarked!, json.RootElement), SecondInFirst = field.Read(loaded.SecondInFirst!, json.RootElement) };
    }

    /// <summary>Whether a field holds what was to be written, what it held before, or something that came later.</summary>
    private Found Look(Field<T> field, Loaded<T> loaded, Side side, PlannedField planned)
    {
        if (string.Equals(rooms.Hasher.Json(field, loaded.At(side)!.Value), planned.Old, StringComparison.Ordinal))
            return Found.NotWritten;
        var now = side == Side.First ? loaded.First!.Value : loaded.SecondInFirst!;
        using var json = JsonDocument.Parse(planned.Wanted);
        var wanted = field.Read(now, json.RootElement);
        var stored = rooms[side].Profile.Normalise(wanted);
        if (field.AreEqual(now, wanted) || field.AreEqual(now, stored))
            return Found.Written;
        // Pointers are noted as the target has them, and would have to be translated first.
        if (field.Merge != MergeStyle.Union || (field.PointsTo is not null && side == Side.Second))
            return Found.Neither;
        using var old = JsonDocument.Parse(planned.Old);
        var before = field.MergeBase(field.Read(now, old.RootElement), rooms.Hasher)!;
        return HasParts(field, now, before, wanted) || HasParts(field, now, before, stored) ? Found.Written : Found.Neither;
    }

    /// <summary>True when every part that was to be changed is as it was to become, whatever became of the others since.</summary>
    private bool HasParts(Field<T> field, T now, string before, T wanted) =>
        field.TryMerge(now, before, wanted, before, rooms.Hasher, out var merged) && field.AreEqual(merged, now);
}
