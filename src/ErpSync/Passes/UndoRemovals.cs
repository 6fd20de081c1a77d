using ErpSync.Deciding;
using ErpSync.Recording;
using ErpSync.Writing;

namespace ErpSync.Passes;

/// <summary>The steps of an undo after which records are not linked: deleting what was created, removing links, creating again without a counterpart.</summary>
internal sealed class UndoRemovals<T>(PassContext context, KindRooms<T> rooms, Tally tally, UndoLedger ledger)
    where T : class, IEntity
{
    private const int ChunkSize = 200;

    public async Task UndoAsync(IReadOnlyList<UndoStep<T>> steps, CancellationToken cancellationToken)
    {
        foreach (var group in steps.Where(step => step.Entry.Action == UndoAction.Delete).GroupBy(step => step.Side))
        {
            foreach (var chunk in group.Chunk(ChunkSize))
                await DeleteAsync(group.Key, chunk, cancellationToken);
        }

        foreach (var chunk in steps.Where(step => step.Entry.Action == UndoAction.Unlink).Chunk(ChunkSize))
            await UnlinkAsync(chunk, cancellationToken);
    }

    /// <summary>Records that were created again while their counterparts are gone.</summary>
    public async Task RecordLonelyAsync(IReadOnlyList<UndoStep<T>> steps, IReadOnlyList<Outcome<T>> outcomes, CancellationToken cancellationToken)
    {
        var changes = new StoreChanges { Lease = context.Lease };
        for (var i = 0; i < outcomes.Count; i++)
        {
            var (step, outcome) = (steps[i], outcomes[i]);
            if (outcome.Found is { } found && !outcome.WasLost)
            {
                ledger.Refuse(step.Entry, new SyncProblem(ProblemKind.Duplicate, "undo.key-taken", $"{step.Entry.Connection} has another record with the same key by now: {found:id}."));
                continue;
            }

            if (outcome.Stored(step.Side) is not { } stored)
            {
                tally.Fail(outcome.Problem ?? new SyncProblem(ProblemKind.OutcomeUnknown, "undo.not-created", "Nobody knows whether it was created; the next run looks for it."));
                if (outcome is { Token: { } failed, KeepIntent: false, Problem: not null })
                    changes.DoneIntents.Add((context.Pair, failed));
                continue;
            }

            if (outcome.Token is { } token)
                changes.DoneIntents.Add((context.Pair, token));
            changes.Journal.Add(Entry(step.Side, stored.Id, JournalAction.Created) with { NewValue = rooms.Notes.Whole(step.Side, stored.Value) });
            if (step.Entry.OtherId is { } other)
                changes.Tombstones.Add(Stone(step, stored.Id, other, step.Other, stored.Label));
            tally.AddCreated();
        }

        await context.Store.CommitAsync(changes, cancellationToken);
    }

    private async Task DeleteAsync(Side side, IReadOnlyList<UndoStep<T>> steps, CancellationToken cancellationToken)
    {
        var deleter = side == Side.First ? rooms.FirstDeleter : rooms.SecondDeleter;
        var outcomes = await deleter.DeleteAsync([.. steps.Select(step => new Outcome<T>(new Decision<T>(step.Loaded)
        {
            DeletedAt = step.Other,
            Deletion = DeletionVerdict.Delete,
            Compared = rooms.Comparer.CompareAlone(step.Loaded, side),
            Because = ledger.Because,
        }))], cancellationToken);
        var changes = new StoreChanges { Lease = context.Lease };
        for (var i = 0; i < outcomes.Count; i++)
        {
            var (step, outcome) = (steps[i], outcomes[i]);
            if (outcome.IsStale)
                ledger.Refuse(step.Entry, new SyncProblem(ProblemKind.Stale, "undo.changed-since", $"{step.Entry.Connection} was edited at this moment; later edits are not destroyed."));
            else if (outcome.Problem is { } problem)
                tally.Fail(problem);
            if (!outcome.WasDeleted)
                continue;
            var record = step.Loaded.At(side)!;
            if (step.Loaded.Link is { } link)
                changes.RemovedLinks.Add(link.Number);
            if (step.Entry.OtherId is { } other)
                changes.Tombstones.Add(Stone(step, record.Id, other, side, record.Label));
            changes.Journal.Add(Entry(side, record.Id, JournalAction.Deleted) with { OldValue = rooms.Notes.Whole(side, record.Value) });
            rooms.Notes.Forget(changes, side, record.Id);
            tally.Deleted++;
        }

        await context.Store.CommitAsync(changes, cancellationToken);
    }

    private async Task UnlinkAsync(IReadOnlyList<UndoStep<T>> steps, CancellationToken cancellationToken)
    {
        var changes = new StoreChanges { Lease = context.Lease };
        foreach (var step in steps)
        {
            var link = step.Loaded.Link!;
            changes.RemovedLinks.Add(link.Number);
            changes.Texts.Add(PairNotes.Apart(link));
            changes.Texts.Add((context.Pair, PairNotes.Key(PairNotes.UndonePrefix, T.Kind, link.First.Id, link.Second.Id), ledger.Because));
            changes.Journal.Add(Entry(step.Side, step.Entry.Id, JournalAction.Unlinked) with { OldValue = JournalText.Of(link.End(step.Other).Id) });
        }

        await context.Store.CommitAsync(changes, cancellationToken);
    }

    /// <summary>Remembers the two, so that the one that is left is not carried over as new.</summary>
    private Tombstone Stone(UndoStep<T> step, RemoteId id, RemoteId other, Side deletedAt, string? label) =>
        new(context.Pair, T.Kind, step.Side == Side.First ? id : other, step.Side == Side.First ? other : id, ledger.Because)
        {
            DeletedAt = deletedAt,
            Label = label,
            FirstBase = step.Loaded.Link?.First.Base ?? default,
            SecondBase = step.Loaded.Link?.Second.Base ?? default,
            At = context.Now,
            UsedAt = context.Now,
        };

    private JournalEntry Entry(Side side, RemoteId id, JournalAction action) => new(context.Pair, context.Run, T.Kind, side, id, action, context.Now, ledger.Because);
}
