using System.Security.Cryptography;
using ErpSync.Recording;

namespace ErpSync;

/// <summary>Makes and applies plans.</summary>
internal sealed class PlanRunner(EngineSetup setup, TimeProvider clock)
{
    private const int SaltLength = 16;

    public async Task<SyncPlan> MakeAsync(SyncRequest request, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var madeAt = clock.GetUtcNow();
        ReadOnlyMemory<byte> salt = RandomNumberGenerator.GetBytes(SaltLength);
        var (context, kinds) = await setup.OpenAsync(request, progress, run: 0, lease: null, cancellationToken, planSalt: salt);
        using var planned = context.Planned;
        var entries = new List<PlanEntry>();
        var requests = new Dictionary<string, long>(StringComparer.Ordinal) { [context.First.Name] = 0, [context.Second.Name] = 0 };
        foreach (var kind in kinds)
        {
            var pass = kind.Open(context);
            var from = entries.Count;
            await foreach (var entry in pass.PlanAsync(cancellationToken))
                entries.Add(entry);
            foreach (var side in new[] { Side.First, Side.Second })
            {
                var written = entries.Skip(from).Where(entry => entry.IsWrite && string.Equals(entry.Target, context.NameOf(side), StringComparison.Ordinal)).ToList();
                var creates = written.LongCount(entry => entry.Action == PlanAction.Create);
                requests[context.NameOf(side)] += pass.EstimateRequests(side, creates, written.Count - creates);
            }
        }

        return new SyncPlan(context.Pair, context.First.Name, context.Second.Name, madeAt, salt, entries) { EstimatedRequests = requests };
    }

    public async Task<ApplyReport> ApplyAsync(SyncPlan plan, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var pair = setup.Pair(plan.Pair);
        if (!string.Equals(pair.First, plan.First, StringComparison.Ordinal) || !string.Equals(pair.Second, plan.Second, StringComparison.Ordinal))
            throw new ErpSyncConfigurationException($"The plan was made for '{plan.First}' and '{plan.Second}'; pair '{pair.Name}' connects '{pair.First}' and '{pair.Second}'. Make a new plan.");
        var ledger = new PlanLedger(plan);
        var byKind = plan.Entries.Where(PlanLedger.IsDone).GroupBy(entry => entry.Kind).ToDictionary(group => group.Key, group => (IReadOnlyList<PlanEntry>)[.. group]);
        foreach (var (kind, entries) in byKind.Where(group => !pair.Kinds.Any(known => known.Kind == group.Key)))
            ledger.Refuse(entries, new SyncProblem(ProblemKind.Stale, "plan.kind-not-synced", $"The pair does not sync {kind.Name:kind} any more."));
        foreach (var braked in plan.Entries.Where(entry => entry.Action == PlanAction.Brake && byKind.ContainsKey(entry.Kind)))
        {
            ledger.Refuse(byKind[braked.Kind], new SyncProblem(ProblemKind.Held, BrakeHold.Code, braked.Reason) { Remedy = "Make the plan again with these counts confirmed in its request." });
            byKind.Remove(braked.Kind);
        }

        var request = new SyncRequest(pair.Name) { Kinds = [.. pair.Kinds.Select(kind => kind.Kind).Where(byKind.ContainsKey)] };
        var report = await setup.RunAsync(
            request,
            progress,
            (kind, problems, token) => byKind.TryGetValue(kind.Kind, out var entries) ? kind.ApplyAsync(entries, ledger, problems, token) : Task.FromResult(new KindReport(kind.Kind)),
            cancellationToken,
            RunPurpose.Apply);
        foreach (var kind in report.Kinds.Where(kind => kind.Problem is not null && byKind.ContainsKey(kind.Kind)))
            ledger.Refuse(byKind[kind.Kind], new SyncProblem(kind.Problem!.Kind, "plan.kind-left-out", $"{kind.Kind.Name:kind} was not worked through to its end: {kind.Problem.Message:reason}"));
        ledger.Refuse(ledger.Postponed, new SyncProblem(ProblemKind.WaitingForDependency, "plan.deletion-left-out", "What depends on it could not be worked through, and may hold edits that would go with it."));
        return new ApplyReport(report, ledger.Refused);
    }
}
