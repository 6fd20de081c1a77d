using ErpSync.Comparing;
using ErpSync.Deciding;
using ErpSync.Recording;
using ErpSync.Writing;

namespace ErpSync.Passes;

/// <summary>Carries out the steps of an undo through the same rooms as a run: checked again, guarded, read back, journalled.</summary>
internal sealed class UndoPass<T>(PassContext context, KindRooms<T> rooms, Recorder<T> recorder, Tally tally, UndoLedger ledger)
    where T : class, IEntity
{
    private const int ChunkSize = 200;

    public async Task UndoAsync(IReadOnlyList<UndoEntry> entries, CancellationToken cancellationToken)
    {
        var steps = new List<UndoStep<T>>();
        foreach (var step in await new UndoChecks<T>(context, rooms).CheckAsync(entries, cancellationToken))
        {
            if (step.Entry.Problem is { } problem)
                ledger.Refuse(step.Entry, problem);
            else
                steps.Add(step);
        }

        if (steps.Count > 0 && context.FirstWrite is { } first)
            await first.ComesAsync(context, cancellationToken);
        foreach (var chunk in steps.Where(step => step.Entry.Action == UndoAction.SetBack).GroupBy(step => (step.Loaded.First!.Id, step.Loaded.Second!.Id)).Chunk(ChunkSize))
            await CarryOutAsync([.. chunk.Select(SetBack)], [.. chunk.SelectMany(group => group)], cancellationToken);
        await new UndoRemovals<T>(context, rooms, tally, ledger).UndoAsync(steps, cancellationToken);
        foreach (var chunk in steps.Where(step => step.Entry.Action == UndoAction.Recreate).Chunk(ChunkSize))
            await RecreateAsync(chunk, cancellationToken);
        foreach (var chunk in steps.Where(step => step.Entry.Action == UndoAction.Link).Chunk(ChunkSize))
            await LinkAsync(chunk, cancellationToken);
    }

    /// <summary>The fields of one pair of records that are set back, perhaps at both sides; every other field stays as it is, and what a run would write stays pending.</summary>
    private Decision<T> SetBack(IGrouping<(RemoteId First, RemoteId Second), UndoStep<T>> steps)
    {
        var loaded = steps.First().Loaded;
        var decision = Still(rooms.Decider.Decide(loaded));
        var undone = steps.Select(step => step.Field!).ToHashSet();
        return decision with
        {
            Fields = [.. decision.Fields.Select((field, i) => undone.Contains(rooms.Comparer.Fields[i]) ? new FieldDecision(Verdict.Open, OpenReason.Undone) : field)],
            FirstWrites = Fields(steps, Side.First),
            SecondWrites = Fields(steps, Side.Second),
            WantedFirst = loaded.FirstMarked,
            WantedSecondInFirst = loaded.SecondInFirst,
            RestoreFirst = record => Restore(steps, Side.First, record),
            RestoreSecond = record => Restore(steps, Side.Second, record),
            Undone = undone,
            Because = ledger.Because,
        };
    }

    private static IReadOnlyList<Field<T>> Fields(IEnumerable<UndoStep<T>> steps, Side side) => [.. steps.Where(step => step.Side == side).Select(step => step.Field!)];

    private static T Restore(IEnumerable<UndoStep<T>> steps, Side side, T record) =>
        steps.Where(step => step.Side == side).Aggregate(record, (value, step) => UndoValues.With(step.Field!, value, step.Entry.Back!) ?? value);

    /// <summary>A decision that writes nothing by itself.</summary>
    private Decision<T> Still(Decision<T> decision)
    {
        var pending = new SyncProblem(ProblemKind.Held, "undo.pending", "It waits for the next run.");
        return Stopped.Hold(Stopped.Hold(decision, Side.First, pending, rooms.Comparer.Fields), Side.Second, pending, rooms.Comparer.Fields);
    }

    private async Task CarryOutAsync(IReadOnlyList<Decision<T>> decisions, IReadOnlyList<UndoStep<T>> steps, CancellationToken cancellationToken)
    {
        var gate = new UndoGate<T>(ledger, steps.ToLookup(step => (step.Loaded.Item.First, step.Loaded.Item.Second), step => step.Entry));
        await new KindRun<T>(context, rooms, recorder, tally) { Gate = gate }.CarryOutAsync(decisions, lastRound: true, cancellationToken);
    }

    /// <summary>Creates deleted records again. One whose counterpart is gone too is created without a link and remembered, so that it is not carried back there as new.</summary>
    private async Task RecreateAsync(IReadOnlyList<UndoStep<T>> steps, CancellationToken cancellationToken)
    {
        var shape = rooms.Policy.Shape;
        await CarryOutAsync([.. steps.Where(step => step.Loaded.At(step.Other) is not null).Select(step => Recreate(step, step.Loaded))], steps, cancellationToken);
        foreach (var group in steps.Where(step => step.Loaded.At(step.Other) is null).GroupBy(step => step.Side))
        {
            var creator = group.Key == Side.First ? rooms.FirstCreator : rooms.SecondCreator;
            var decisions = group.Select(step => Recreate(step, WithSource(step))).ToList();
            var outcomes = await creator.CreateAsync(decisions, cancellationToken);
            await new UndoRemovals<T>(context, rooms, tally, ledger).RecordLonelyAsync([.. group], outcomes, cancellationToken);
        }

        Loaded<T> WithSource(UndoStep<T> step)
        {
            // Nothing of the counterpart is used but its id, for the token of the create.
            var source = new Remote<T>(step.Entry.OtherId ?? step.Entry.Id, UndoValues.WithAll(shape, shape.Empty(), step.Entry.Back!));
            return step.Side == Side.First ? step.Loaded with { Second = source, SecondInFirst = source.Value, SecondMarked = source.Value } : step.Loaded with { First = source, FirstMarked = source.Value };
        }
    }

    private Decision<T> Recreate(UndoStep<T> step, Loaded<T> loaded)
    {
        Func<T, T> restore = record => UndoValues.WithAll(rooms.Policy.Shape, record, step.Entry.Back!);
        return new Decision<T>(loaded)
        {
            CreateAt = step.Side,
            RestoreFirst = step.Side == Side.First ? restore : null,
            RestoreSecond = step.Side == Side.Second ? restore : null,
            Undone = rooms.Comparer.Fields.ToHashSet(),
            Because = ledger.Because,
        };
    }

    /// <summary>Links two records again: as they are, with nothing to carry over.</summary>
    private async Task LinkAsync(IReadOnlyList<UndoStep<T>> steps, CancellationToken cancellationToken)
    {
        var decisions = steps.Select(step => Still(rooms.Decider.Decide(step.Loaded)) with { Undone = rooms.Comparer.Fields.ToHashSet(), Because = ledger.Because });
        await recorder.RecordAsync([.. decisions.Select(decision => new Outcome<T>(decision))], tally, cancellationToken);
        var changes = new StoreChanges { Lease = context.Lease };
        foreach (var prefix in new[] { PairNotes.ApartPrefix, PairNotes.UndonePrefix })
        {
            foreach (var item in steps.Select(step => step.Loaded.Item))
                changes.Texts.Add((context.Pair, PairNotes.Key(prefix, T.Kind, item.First!.Value, item.Second!.Value), null));
        }

        await context.Store.CommitAsync(changes, cancellationToken);
    }
}
