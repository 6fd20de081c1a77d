using System.Runtime.CompilerServices;
using ErpSync.Feeds;

namespace ErpSync;

/// <summary>The engine behind <see cref="ISyncEngine"/>: opens connections, then lets each kind pass through the rooms in dependency order.</summary>
internal sealed class SyncEngine(ErpSyncRegistry registry, EngineSetup setup, ISyncStore store, TimeProvider clock) : ISyncEngine
{
    private const int RunsLookedAt = 100;

    public IReadOnlyList<string> Pairs => [.. registry.Pairs.Select(pair => pair.Name)];

    public async Task<IReadOnlyList<Finding>> CheckAsync(string pair, CancellationToken cancellationToken = default)
    {
        var definition = setup.Pair(pair);
        await store.OpenAsync(cancellationToken);
        var findings = new List<Finding>();
        foreach (var (side, name) in new[] { (Side.First, definition.First), (Side.Second, definition.Second) })
        {
            var connector = setup.Connector(name);
            if (connector.Find<IProbe>() is { } probe)
                findings.AddRange(await probe.ProbeAsync([.. definition.Kinds.Where(kind => kind.IsOffered(setup.Connector(definition.First), setup.Connector(definition.Second))).Select(kind => kind.NeedOf(side, connector))], cancellationToken));
        }

        findings.AddRange(await new Checking.PairCheck(definition, setup.Connector(definition.First), setup.Connector(definition.Second)).FindAsync(cancellationToken));
        if (!(await store.ReadRunsAsync(pair, RunsLookedAt, cancellationToken)).Any(run => run.Written > 0))
            findings.Add(new Finding(FindingSeverity.Warning, "check.backup", "Nothing was written by this pair yet.") { Remedy = $"Back up {definition.First}, {definition.Second} and the store before the first run that writes." });
        findings.AddRange((await new HoldBook(store, pair).ReadAsync(cancellationToken)).Select(hold => Finding.From(FindingSeverity.Error, hold.ToProblem())));
        findings.AddRange((await new PauseBook(store, pair).ReadAsync(cancellationToken)).Select(pause => new Finding(FindingSeverity.Warning, "pause.active", pause.ToString()) { Connection = pause.Target }));
        return [.. findings.DistinctBy(finding => (finding.Connection, finding.Code, finding.Message)).OrderByDescending(finding => finding.Severity)];
    }

    public async IAsyncEnumerable<RecordView> InspectAsync(SyncRequest request, IProgress<SyncProgress>? progress = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (context, kinds) = await setup.OpenAsync(request, progress, run: 0, lease: null, cancellationToken);
        using var planned = context.Planned;
        foreach (var kind in kinds)
        {
            await foreach (var view in kind.Open(context).InspectAsync(cancellationToken))
                yield return view;
        }
    }

    public async IAsyncEnumerable<PlanEntry> PlanAsync(SyncRequest request, IProgress<SyncProgress>? progress = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (context, kinds) = await setup.OpenAsync(request, progress, run: 0, lease: null, cancellationToken);
        using var planned = context.Planned;
        foreach (var kind in kinds)
        {
            await foreach (var entry in kind.Open(context).PlanAsync(cancellationToken))
                yield return entry;
        }
    }

    public async Task<SyncPlan> MakePlanAsync(SyncRequest request, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var plan = await new PlanRunner(setup, clock).MakeAsync(request, progress, cancellationToken);
        // Only a plan of everything shows what changed options lead to.
        if (request is { Records.Count: 0, Into: null } && OptionsBook.Of(registry, store, setup.Pair(request.Pair)) is { } options)
            await options.NoteAsync(request.Kinds.Count == 0 ? null : request.Kinds, cancellationToken);
        return plan;
    }

    public Task<ApplyReport> ApplyAsync(SyncPlan plan, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default) =>
        new PlanRunner(setup, clock).ApplyAsync(plan, progress, cancellationToken);

    public async Task<SyncReport> RunAsync(SyncRequest request, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var report = await setup.RunAsync(request, progress, (kind, problems, token) => kind.RunAsync(problems, token), cancellationToken);
        var waiting = request.Records.Count > 0 ? [] : BringingAlong.WaitingIn(report, setup.Pair(request.Pair));
        if (waiting.Count == 0)
            return report;
        var again = new SyncRequest(request.Pair) { Records = waiting, Again = true, Into = request.Into, Writes = request.Writes };
        return BringingAlong.Add(report, await setup.RunAsync(again, progress, (kind, problems, token) => kind.RunAsync(problems, token), cancellationToken), waiting);
    }

    public Task<SyncReport> ResolveAsync(string pair, Resolution resolution, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        var definition = setup.Pair(pair);
        definition.SideOf(resolution.Keep);
        var request = new SyncRequest(pair) { Kinds = [resolution.Kind] };
        return setup.RunAsync(request, null, (kind, problems, token) => kind.ResolveAsync(resolution, problems, token), cancellationToken, RunPurpose.Resolve);
    }

    public async Task LinkAsync(string pair, EntityKind kind, RemoteId first, RemoteId second, CancellationToken cancellationToken = default)
    {
        var (context, kinds) = await setup.OpenAsync(new SyncRequest(pair) { Kinds = [kind] }, null, run: 0, lease: null, cancellationToken, mayWrite: true);
        await kinds[0].Open(context).LinkAsync(first, second, cancellationToken);
    }

    public async Task<bool> UnlinkAsync(string pair, EntityKind kind, string connection, RemoteId id, CancellationToken cancellationToken = default)
    {
        var definition = setup.Pair(pair);
        var side = definition.SideOf(connection);
        await store.OpenAsync(cancellationToken);
        var links = await store.FindLinksAsync(pair, kind, side, [id], cancellationToken);
        if (links.Count == 0)
            return false;
        var changes = new StoreChanges();
        changes.RemovedLinks.Add(links[0].Number);
        changes.Texts.Add(PairNotes.Apart(links[0]));
        changes.Journal.Add(new JournalEntry(pair, 0, kind, side, id, JournalAction.Unlinked, clock.GetUtcNow(), Reasons.UnlinkedByHand) { OldValue = JournalText.Of(links[0].End(side == Side.First ? Side.Second : Side.First).Id) });
        await store.CommitAsync(changes, cancellationToken);
        return true;
    }

    public async Task<LinkCounts> LastKnownAsync(string pair, EntityKind kind, CancellationToken cancellationToken = default)
    {
        await store.OpenAsync(cancellationToken);
        return await store.CountAsync(setup.Pair(pair).Name, kind, cancellationToken);
    }
}
