using ErpSync.Deciding;
using ErpSync.Writing;

namespace ErpSync.Passes;

/// <summary>Nothing of an undo is decided a second time: what moved between the check and the write is refused.</summary>
internal sealed class UndoGate<T>(UndoLedger ledger, ILookup<(RemoteId? First, RemoteId? Second), UndoEntry> entries) : IDecisionGate<T>
    where T : class, IEntity
{
    public Decision<T>? Pass(Decision<T> decision)
    {
        foreach (var entry in entries[(decision.Item.First, decision.Item.Second)])
            ledger.Refuse(entry, new SyncProblem(ProblemKind.Stale, "undo.changed-since", $"{entry.Connection} was edited at this moment; later edits are not destroyed."));
        return null;
    }

    public IReadOnlyList<Outcome<T>> WithoutDoubles(IReadOnlyList<Outcome<T>> outcomes)
    {
        foreach (var outcome in outcomes.Where(outcome => outcome is { Found: not null, WasLost: false }))
        {
            foreach (var entry in entries[(outcome.Decision.Item.First, outcome.Decision.Item.Second)])
                ledger.Refuse(entry, new SyncProblem(ProblemKind.Duplicate, "undo.key-taken", $"{entry.Connection} has another record with the same key by now: {outcome.Found!.Value:id}."));
        }

        return [.. outcomes.Where(outcome => outcome.Found is null || outcome.WasLost)];
    }
}
