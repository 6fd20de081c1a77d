namespace ErpSync;

/// <summary>Plans and carries out undos.</summary>
internal sealed class UndoRunner(EngineSetup setup, ISyncStore store, TimeProvider clock)
{
    public async Task<UndoPlan> PlanAsync(string pair, UndoScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var definition = setup.Pair(pair);
        var query = new JournalQuery(definition.Name)
        {
            Run = scope.Run,
            Kind = scope.Kind,
            Side = scope.Connection is null ? null : definition.SideOf(scope.Connection),
            Id = scope.Id,
            Field = scope is { Field: { } field, Kind: { } kind } ? definition.Kind(kind).FieldName(field) : null,
            After = scope.Entry is { } number ? number - 1 : 0,
            Before = scope.Entry + 1,
        };
        await store.OpenAsync(cancellationToken);
        var journal = new List<JournalEntry>();
        await foreach (var entry in store.ReadJournalAsync(query, cancellationToken))
            journal.Add(entry);
        var fold = new UndoFold(definition);
        var unknown = journal.Where(entry => !definition.Kinds.Any(kind => kind.Kind == entry.Kind)).ToList();
        fold.Take(journal.Except(unknown));
        var entries = new List<UndoEntry>();
        foreach (var (name, drafts) in ByKind(definition, fold.Entries))
        {
            var (context, kinds) = await setup.OpenAsync(new SyncRequest(pair) { Kinds = [name] }, null, run: 0, lease: null, cancellationToken);
            entries.AddRange(await kinds[0].Open(context).PlanUndoAsync(drafts, cancellationToken));
        }

        return new UndoPlan(definition.Name, scope, clock.GetUtcNow())
        {
            Entries = entries,
            Irreversible = [.. fold.Irreversible.Concat(unknown.Select(entry => (Entry: entry, Problem: NotSynced(entry)))).Select(item => new IrreversibleEntry(SyncHistory.Show(definition, item.Entry, setup.Parts.Texts), item.Problem))],
        };
    }

    public async Task<UndoReport> UndoAsync(UndoPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var definition = setup.Pair(plan.Pair);
        var byKind = ByKind(definition, plan.Entries).ToDictionary(group => group.Kind, group => group.Entries);
        var ledger = new UndoLedger($"undone: {plan.Scope}");

        // What is created again needs its owner first; what is deleted goes before its owner.
        var request = new SyncRequest(definition.Name) { Kinds = [.. byKind.Keys], Backwards = !plan.Entries.Any(entry => entry.Action == UndoAction.Recreate) };
        var report = await setup.RunAsync(
            request,
            null,
            (kind, problems, token) => byKind.TryGetValue(kind.Kind, out var entries) ? kind.UndoAsync(entries, ledger, problems, token) : Task.FromResult(new KindReport(kind.Kind)),
            cancellationToken,
            RunPurpose.Undo);
        foreach (var kind in report.Kinds.Where(kind => kind.Problem is not null && byKind.ContainsKey(kind.Kind)))
        {
            foreach (var entry in byKind[kind.Kind].Where(entry => !ledger.Refused.Any(refused => ReferenceEquals(refused.Entry, entry))))
                ledger.Refuse(entry, new SyncProblem(kind.Problem!.Kind, "undo.kind-left-out", $"{kind.Kind.Name:kind} was not worked through to its end: {kind.Problem.Message:reason}"));
        }

        return new UndoReport(report, ledger.Refused);
    }

    private static SyncProblem NotSynced(JournalEntry entry) => new SyncProblem(ProblemKind.Unsupported, "undo.kind-not-synced", $"The pair does not sync {entry.Kind.Name:kind}.") { EntityKind = entry.Kind, Id = entry.Id }
        .WithRemedy("Take it back there by hand, or sync the kind and plan again.");

    private static IEnumerable<(EntityKind Kind, IReadOnlyList<UndoEntry> Entries)> ByKind(PairDefinition pair, IEnumerable<UndoEntry> entries)
    {
        foreach (var group in entries.GroupBy(entry => entry.Kind))
            yield return (pair.Kind(group.Key).Kind, [.. group]);
    }
}
