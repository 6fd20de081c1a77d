using ErpSync.Matching;

namespace ErpSync.Passes;

/// <summary>Reads the records of an undo and says of each step whether it can be done: the present value must still be what the journal says was written.</summary>
internal sealed class UndoChecks<T>(PassContext context, KindRooms<T> rooms)
    where T : class, IEntity
{
    private const int ChunkSize = 200;

    /// <returns>The steps in the order of the entries; those that were done already are left out.</returns>
    public async Task<IReadOnlyList<UndoStep<T>>> CheckAsync(IReadOnlyList<UndoEntry> entries, CancellationToken cancellationToken)
    {
        var steps = new List<UndoStep<T>>();
        foreach (var chunk in entries.Chunk(ChunkSize))
            steps.AddRange(await CheckChunkAsync(chunk, cancellationToken));
        return steps;
    }

    private async Task<IEnumerable<UndoStep<T>>> CheckChunkAsync(UndoEntry[] entries, CancellationToken cancellationToken)
    {
        var links = new Dictionary<(Side, RemoteId), Link>();
        foreach (var side in new[] { Side.First, Side.Second })
        {
            var ids = entries.Select(entry => SideOf(entry) == side ? entry.Id : entry.OtherId).OfType<RemoteId>().Distinct().ToList();
            foreach (var link in await context.Store.FindLinksAsync(context.Pair, T.Kind, side, ids, cancellationToken))
                links[(side, link.End(side).Id)] = link;
        }

        var items = new List<WorkItem>();
        foreach (var entry in entries)
            items.Add(await ItemAsync(entry, links, cancellationToken));
        var loaded = await rooms.Loader.LoadAsync(items, null, null, cancellationToken);
        return entries.Select((entry, i) => Check(new UndoStep<T>(entry with { Problem = null }, SideOf(entry), loaded[i]))).OfType<UndoStep<T>>();
    }

    /// <summary>The record and its counterpart: by its link, by the entry, or by what is remembered of an earlier link.</summary>
    private async Task<WorkItem> ItemAsync(UndoEntry entry, Dictionary<(Side, RemoteId), Link> links, CancellationToken cancellationToken)
    {
        var side = SideOf(entry);
        var link = links.GetValueOrDefault((side, entry.Id));
        var other = side == Side.First ? Side.Second : Side.First;
        var partner = link?.End(other).Id ?? entry.OtherId;
        if (partner is null && entry.Action == UndoAction.Recreate)
            partner = (await context.Store.FindTombstonesAsync(context.Pair, T.Kind, side, [entry.Id], cancellationToken)).Select(stone => (RemoteId?)stone.Id(other)).FirstOrDefault();
        if (entry.Action == UndoAction.Unlink && link is not null && partner != entry.OtherId)
            partner = entry.OtherId;
        return side == Side.First
            ? new WorkItem(link?.Number ?? 0, entry.Id, partner) { Label = link?.Label ?? "" }
            : new WorkItem(link?.Number ?? 0, partner, entry.Id) { Label = link?.Label ?? "" };
    }

    private UndoStep<T>? Check(UndoStep<T> step)
    {
        var entry = step.Entry with { OtherId = step.Loaded.Item.IdAt(step.Other), Label = step.Loaded.At(step.Side)?.Label ?? step.Loaded.Item.Label };
        step = step with { Entry = entry };
        if (step.Loaded.Item.Held is { } unreadable)
            return Refused(step, new SyncProblem(ProblemKind.Unreadable, "undo.unreadable", $"It could not be read: {unreadable.Message:reason}"));
        return entry.Action switch
        {
            UndoAction.SetBack => CheckField(step),
            UndoAction.Delete => CheckDelete(step),
            UndoAction.Recreate => CheckRecreate(step),
            _ => CheckLink(step),
        };
    }

    private UndoStep<T>? CheckField(UndoStep<T> step)
    {
        var entry = step.Entry;
        if (rooms.Policy.Shape.Find(entry.Field!) is not { } field || entry is not { Back: { } back, Expected: { } expected })
            return Refused(step, new SyncProblem(ProblemKind.Unsupported, "undo.field-unknown", "The field is not known any more."));
        if (step.Loaded.At(step.Side)?.Value is not { } record)
            return Refused(step, Gone(entry));
        if (UndoValues.With(field, record, back) is not { } before || UndoValues.With(field, record, expected) is not { } written)
            return Refused(step, new SyncProblem(ProblemKind.Unreadable, "undo.value-unknown", "The journalled value is no longer understood."));
        step = step with { Field = field, Entry = entry with { Now = field.Display(record), BackTo = field.Display(before) } };
        if (field.AreEqual(record, before))
            return null;
        if (!field.AreEqual(record, written))
            return Refused(step, Changed(entry, field.Name));
        if (!rooms[step.Side].Writes(field.Name))
            return Refused(step, new SyncProblem(ProblemKind.Unsupported, "undo.not-writable", $"{entry.Connection} cannot be sent {field.Name:field}.") { Remedy = "Change it there by hand." });
        if (step.Loaded is not { First: not null, Second: not null, Link: not null })
            return Refused(step, new SyncProblem(ProblemKind.Stale, "undo.not-linked", "The record is not linked any more.") { Remedy = "Link it again first, or change it by hand." });
        return step;
    }

    private UndoStep<T>? CheckDelete(UndoStep<T> step)
    {
        var entry = step.Entry;
        if (step.Loaded.At(step.Side)?.Value is not { } record)
            return null;
        if (rooms[step.Side].Deleter is null)
            return Refused(step, new SyncProblem(ProblemKind.Unsupported, "undo.cannot-delete", $"{entry.Connection} cannot be told to delete it.") { Remedy = "Delete or deactivate it there by hand." });
        var changed = entry.Expected is null ? ["it"] : UndoValues.Differences(rooms.Policy.Shape, record, entry.Expected);
        return changed.Count > 0 ? Refused(step, Changed(entry, string.Join(", ", changed))) : step;
    }

    private UndoStep<T>? CheckRecreate(UndoStep<T> step)
    {
        var entry = step.Entry;
        if (step.Loaded.At(step.Side) is not null)
            return null;
        if (rooms[step.Side].Creator is null)
            return Refused(step, new SyncProblem(ProblemKind.Unsupported, "undo.cannot-create", $"{entry.Connection} cannot be sent new records of this kind.") { Remedy = "Create it there by hand." });
        if (step.Loaded.At(step.Other) is null && rooms.Policy.Shape.Ownership is not null)
            return Refused(step, new SyncProblem(ProblemKind.Stale, "undo.owner-unknown", "It belonged to another record, and its counterpart is gone too.") { Remedy = "Create it by hand." });
        return step.Loaded.Item.IsLinked && step.Loaded.Link?.GoneAt != step.Side
            ? Refused(step, new SyncProblem(ProblemKind.Stale, "undo.linked-meanwhile", "Its counterpart is linked with another record by now."))
            : step;
    }

    private UndoStep<T>? CheckLink(UndoStep<T> step)
    {
        var entry = step.Entry;
        var isTogether = step.Loaded.Link is { } link && link.End(step.Side).Id == entry.Id && link.End(step.Other).Id == entry.OtherId;
        if (entry.Action == UndoAction.Unlink)
        {
            return isTogether ? step
                : step.Loaded.Link is null ? null
                : Refused(step, new SyncProblem(ProblemKind.Stale, "undo.link-changed", "It is linked with another record by now."));
        }

        if (isTogether)
            return null;
        if (step.Loaded.Link is not null)
            return Refused(step, new SyncProblem(ProblemKind.Stale, "undo.linked-meanwhile", "One of the two is linked with another record by now."));
        var comesWithOwner = rooms.Policy.Shape.Ownership is not null && (rooms.First.Creator is null || rooms.Second.Creator is null);
        if (comesWithOwner && (step.Loaded.First is null || step.Loaded.Second is null))
            return null; // its owner came back under a new id and brought another one
        return step.Loaded is { First: not null, Second: not null } ? step : Refused(step, new SyncProblem(ProblemKind.Stale, "undo.gone", "One of the two is not there any more."));
    }

    private static SyncProblem Gone(UndoEntry entry) => new(ProblemKind.NotFound, "undo.gone", $"{entry.Connection} no longer has it.");

    private static SyncProblem Changed(UndoEntry entry, string fields) =>
        new(ProblemKind.Stale, "undo.changed-since", $"{entry.Connection} no longer holds what was written ({fields}); later edits are not destroyed.") { Remedy = "Undo what was written later first, or change it by hand." };

    private static UndoStep<T> Refused(UndoStep<T> step, SyncProblem problem) => step with { Entry = step.Entry with { Problem = problem } };

    private Side SideOf(UndoEntry entry) => string.Equals(entry.Connection, context.First.Name, StringComparison.Ordinal) ? Side.First : Side.Second;
}
