using ErpSync.Recording;

namespace ErpSync.Passes;

/// <summary>Applies the entries of a plan. Deletions of a kind that others depend on come last, children before parents, as in a run.</summary>
internal sealed partial class KindPass<T>
{
    private (IReadOnlyList<PlanEntry> Entries, PlanLedger Ledger)? _postponed;

    public async Task<KindReport> ApplyAsync(IReadOnlyList<PlanEntry> entries, PlanLedger ledger, ICollection<SyncProblem> problems, CancellationToken cancellationToken)
    {
        var examined = entries.Count;
        if (context.DependedOn.Contains(T.Kind) && entries.Any(entry => entry.Action == PlanAction.Delete))
        {
            _postponed = ([.. entries.Where(entry => entry.Action == PlanAction.Delete)], ledger);
            ledger.Postpone(_postponed.Value.Entries);
            entries = [.. entries.Where(entry => entry.Action != PlanAction.Delete)];
        }

        using var rooms = new KindRooms<T>(context, policy);
        await new CrashRecovery<T>(context, rooms).RunAsync(cancellationToken);
        return await ApplyAsync(rooms, entries, ledger, new Tally(problems) { Examined = examined }, await BrakeBook.OpenAsync(context, T.Kind, cancellationToken), cancellationToken);
    }

    private async Task<KindReport> ApplyAsync(KindRooms<T> rooms, IReadOnlyList<PlanEntry> entries, PlanLedger ledger, Tally tally, BrakeBook book, CancellationToken cancellationToken)
    {
        using var gate = new PlanGate<T>(context, rooms, ledger);
        var recorder = rooms.OpenRecorder(await OpenParkedAsync(cancellationToken));
        recorder.Brake = book;
        var run = new KindRun<T>(context, rooms, recorder, tally) { Gate = gate };
        await new PlanApplier<T>(context, rooms, run, gate, ledger).ApplyAsync(entries, cancellationToken);
        _counted = recorder.Brake;
        return tally.ToReport(T.Kind, null);
    }

    private async Task<KindReport> DeletePostponedAsync(IReadOnlyList<IKindPass> children, ICollection<SyncProblem> problems, CancellationToken cancellationToken)
    {
        var (entries, ledger) = _postponed!.Value;
        ledger.TakeUp(entries);
        var spared = new HashSet<PlanEntry>(ReferenceEqualityComparer.Instance);
        foreach (var group in entries.GroupBy(entry => string.Equals(entry.Target, context.First.Name, StringComparison.Ordinal) ? Side.First : Side.Second))
        {
            var owners = group.ToLookup(entry => (group.Key == Side.First ? entry.FirstId : entry.SecondId)!.Value);
            foreach (var child in children)
            {
                foreach (var id in await child.FindOwnersToSpareAsync(group.Key, T.Kind, [.. owners.Select(owner => owner.Key)], isFresh: false, cancellationToken))
                    spared.UnionWith(owners[id]);
            }
        }

        ledger.Refuse(spared, new SyncProblem(ProblemKind.Stale, "plan.child-edited", "Something that would be deleted with it was edited, or has no counterpart.") { Remedy = "Run the pair, then make a new plan." });
        using var rooms = new KindRooms<T>(context, policy);
        return await ApplyAsync(rooms, [.. entries.Where(entry => !spared.Contains(entry))], ledger, new Tally(problems), _counted!, cancellationToken);
    }
}
