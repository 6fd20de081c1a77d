using System.Security.Cryptography;
using ErpSync.Passes;
using ErpSync.Reading;
using ErpSync.Telemetry;
using Microsoft.Extensions.Logging;

namespace ErpSync;

/// <summary>What comes before the rooms: the validated configuration, opened connections, the store's hash key, the lease and the history of a run.</summary>
internal sealed class EngineSetup(ErpSyncRegistry registry, ISyncStore store, Func<string, Connector> connectors, TimeProvider clock, ILogger logger, EngineParts parts)
{
    private const string HashKeyText = "hash-key";
    private readonly string _holder = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
    private readonly Dictionary<string, PairDefinition> _pairs = new(StringComparer.Ordinal);
    private bool _validated;

    public PairDefinition Pair(string name)
    {
        lock (_pairs)
        {
            if (!_validated)
                registry.Validate();
            _validated = true;
            if (_pairs.TryGetValue(name, out var known))
                return known;
            var builder = registry.Pairs.FirstOrDefault(pair => string.Equals(pair.Name, name, StringComparison.Ordinal))
                ?? throw new ErpSyncConfigurationException($"There is no pair '{name}'. Pairs: {(registry.Pairs.Count == 0 ? "none" : string.Join(", ", registry.Pairs.Select(pair => pair.Name)))}.");
            return _pairs[name] = new PairDefinition(builder);
        }
    }

    public EngineParts Parts => parts;

    public NoticeOptions NoticeOptions => registry.Options.Notices;

    public Connector Connector(string name) => connectors(name);

    public async Task<(PassContext Context, IReadOnlyList<KindDefinition> Kinds)> OpenAsync(SyncRequest request, IProgress<SyncProgress>? progress, long run, Lease? lease, CancellationToken cancellationToken, bool mayWrite = false, ReadOnlyMemory<byte>? planSalt = null, RunLeases? leases = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        var pair = Pair(request.Pair);
        var kinds = pair.Kinds.Where(kind => request.Kinds.Count == 0 || request.Kinds.Contains(kind.Kind)).ToList();
        foreach (var record in request.Records)
            pair.Kind(record.Kind);
        if (request.Backwards)
            kinds.Reverse();
        foreach (var unknown in request.Kinds.Where(kind => !kinds.Exists(known => known.Kind == kind)))
            throw new ErpSyncConfigurationException($"Pair '{pair.Name}' does not sync {unknown.Name}. Kinds: {string.Join(", ", pair.Kinds.Select(kind => kind.Kind.Name))}.");
        await store.OpenAsync(cancellationToken);
        var first = connectors(pair.First);
        var second = connectors(pair.Second);
        kinds.RemoveAll(kind => !kind.IsOffered(first, second));
        var skews = new Dictionary<Side, ClockSkew>();
        var facts = new Dictionary<string, ConnectionFacts>(StringComparer.Ordinal);
        foreach (var (side, connector) in new[] { (Side.First, first), (Side.Second, second) })
        {
            var before = clock.GetUtcNow();
            if (connector.Find<IConnection>() is not { } connection)
                continue;
            facts[connector.Name] = await connection.OpenAsync(cancellationToken);
            if (facts[connector.Name].ServerTime is { } time)
                skews[side] = ClockSkew.Measure(time, before, clock.GetUtcNow());
        }

        var context = new PassContext
        {
            Pair = pair.Name,
            First = first,
            Second = second,
            SyncedKinds = pair.Kinds.Where(kind => kind.IsOffered(first, second)).Select(kind => kind.Kind).Concat(pair.Maps.Keys).ToHashSet(),
            Maps = pair.Maps,
            Store = store,
            Clock = clock,
            HashKey = await HashKeyAsync(mayWrite, cancellationToken),
            Leases = leases,
            Heartbeat = leases is null ? null : leases.HeartbeatAsync,
            Logger = logger,
            Options = registry.Options,
            Texts = parts.Texts,
            Pauses = new PauseBook(store, pair.Name),
            PlanSalt = planSalt,
            Full = request.Full,
            DependedOn = pair.Kinds.SelectMany(kind => kind.DependsOn.Where(needed => needed != kind.Kind)).ToHashSet(),
            Announced = request.AnnouncedDeletions,
            Only = request.Records.Count == 0 ? null : request.Records.GroupBy(record => (record.Kind, pair.SideOf(record.Connection))).ToDictionary(group => group.Key, group => group.Select(record => record.Id).ToHashSet()),
            PastFilter = request.PastFilter,
            Again = request.Again || request.PastFilter,
            Into = request.Into is { } into ? pair.SideOf(into) : null,
            Writes = request.Writes,
            Keep = request.Keep is { } keep ? pair.SideOf(keep) : null,
            LeavesKnown = request.LeavesKnown,
            Confirmed = request.Confirmed,
            Run = run,
            Lease = lease,
            Progress = progress is null ? null : new RatedProgress(progress, clock),
            Skews = skews,
            Facts = facts,
            Hold = await new HoldBook(store, pair.Name).CheckAsync(facts, lease, clock.GetUtcNow(), cancellationToken),
            Planned = run == 0 ? new PlannedLinks() : null,
            FirstWrite = run == 0 ? null : new FirstWrite(kinds),
        };
        return (context, await Targets.CompleteAsync(context, kinds, cancellationToken));
    }

    public async Task<SyncReport> RunAsync(
        SyncRequest request,
        IProgress<SyncProgress>? progress,
        Func<IKindPass, ICollection<SyncProblem>, CancellationToken, Task<KindReport>> work,
        CancellationToken cancellationToken,
        RunPurpose purpose = RunPurpose.Sync)
    {
        var pair = Pair(request.Pair);
        await store.OpenAsync(cancellationToken);
        var leaseName = $"pair/{pair.Name}";
        var started = clock.GetUtcNow();
        var startedAt = clock.GetTimestamp();
        var lease = await store.TryTakeLeaseAsync(leaseName, $"{_holder}/{Guid.NewGuid():N}", started, RunLeases.Duration, cancellationToken)
            ?? throw new SyncBusyException(pair.Name, await store.ReadLeaseAsync(leaseName, cancellationToken));
        using var leases = new RunLeases(store, clock, lease, startedAt, cancellationToken);
        var run = new RunRecord(pair.Name, started) { Purpose = purpose };
        run = run with { Number = await store.BeginRunAsync(run, cancellationToken) };
        using var watch = new RunWatch(parts, registry.Options, store, clock, logger, pair);
        SyncReport? report = null;
        Exception? failure = null;
        try
        {
            await watch.BeginAsync(run.Number, cancellationToken);
            var before = Requests(pair);
            var (context, kinds) = await OpenAsync(request, progress, run.Number, lease, cancellationToken, mayWrite: true, leases: leases);
            var problems = new List<SyncProblem>();
            var reports = await WorkAsync(context, kinds, work, problems, leases, watch, writes: purpose != RunPurpose.Link, cancellationToken);
            report = new SyncReport(pair.Name, run.Number, reports)
            {
                Problems = problems,
                Requests = Requests(pair).ToDictionary(entry => entry.Key, entry => entry.Value - before[entry.Key], StringComparer.Ordinal),
                Duration = clock.GetUtcNow() - started,
            };
            run = run with { Written = report.Written, Failed = report.Failed, Error = reports.Find(kind => kind.Problem is not null)?.Problem is { } first ? SecretText.Remove(first.ToString()) : null };
            await Retaining.PruneAsync(store, registry.Options, pair.Name, lease, clock.GetUtcNow(), cancellationToken);
            return report;
        }
        catch (Exception exception)
        {
            failure = exception;
            run = run with { Error = SecretText.Remove(exception.Message) };
            throw;
        }
        finally
        {
            await store.EndRunAsync(run with { EndedAt = clock.GetUtcNow() }, CancellationToken.None);
            await store.ReleaseLeaseAsync(lease, CancellationToken.None);
            await watch.EndAsync(run.Number, report, failure);
        }
    }

    private async Task<List<KindReport>> WorkAsync(
        PassContext context,
        IReadOnlyList<KindDefinition> kinds,
        Func<IKindPass, ICollection<SyncProblem>, CancellationToken, Task<KindReport>> work,
        List<SyncProblem> problems,
        RunLeases leases,
        RunWatch watch,
        bool writes,
        CancellationToken cancellationToken)
    {
        var reports = new List<KindReport>();
        var passes = new List<(KindDefinition Kind, IKindPass Pass)>();
        foreach (var kind in kinds)
        {
            var missing = kind.DependsOn.FirstOrDefault(needed => reports.Exists(report => report.Kind == needed && report.Problem is { Kind: not ProblemKind.Held } or { Code: Recording.BrakeHold.Code }));
            if (missing.Name is not null)
            {
                reports.Add(new KindReport(kind.Kind) { Problem = new SyncProblem(ProblemKind.WaitingForDependency, "run.dependency-failed", $"Left out, because {missing.Name:missing} could not be worked through.") { EntityKind = kind.Kind } });
                continue;
            }

            try
            {
                await leases.HeartbeatAsync(cancellationToken);
                if (writes && await StoppedAsync(context, kind, cancellationToken) is { } stopped)
                    reports.Add(new KindReport(kind.Kind) { Problem = stopped });
                else
                {
                    passes.Add((kind, kind.Open(context)));
                    reports.Add(await watch.KindAsync(kind.Kind, () => work(passes[^1].Pass, problems, cancellationToken)));
                }
            }
            catch (PairHeldException held)
            {
                reports.Add(new KindReport(kind.Kind) { Problem = await HoldAsync(context, held.Hold, cancellationToken) });
            }
            catch (ConnectorException exception)
            {
                reports.Add(new KindReport(kind.Kind) { Problem = exception.Problem with { EntityKind = kind.Kind } });
            }
        }

        try
        {
            if (passes.Exists(entry => entry.Pass.HasDoomed))
                await new DeletionOrder(Pair(context.Pair), context, passes).DeleteAsync(reports, problems, cancellationToken);
        }
        catch (PairHeldException held)
        {
            var at = reports.FindIndex(report => report.Kind == passes.Last(entry => entry.Pass.HasDoomed).Kind.Kind);
            reports[at] = reports[at] with { Problem = await HoldAsync(context, held.Hold, cancellationToken) };
        }

        return reports;
    }

    private async Task<SyncProblem> HoldAsync(PassContext context, SyncHold hold, CancellationToken cancellationToken)
    {
        context.Hold = hold;
        await new HoldBook(store, context.Pair).SaveAsync(hold, context.Lease!, cancellationToken);
        return hold.ToProblem();
    }

    /// <summary>What stops every write of a kind, so that it need not be read either; null when something may be written.</summary>
    private static async Task<SyncProblem?> StoppedAsync(PassContext context, KindDefinition kind, CancellationToken cancellationToken)
    {
        SyncProblem? last = null;
        foreach (var side in new[] { Side.First, Side.Second })
        {
            if (kind.NeedOf(side, context[side]) is not { Creates: false, Updates: false, Deletes: false } && (last = await context.StopsAsync(kind.Kind, side, cancellationToken)) is null)
                return null;
        }

        return last;
    }

    private Dictionary<string, RequestCounts> Requests(PairDefinition pair) => new[] { pair.First, pair.Second }.ToDictionary(
        name => name,
        name => connectors(name).Find<IRequestMeter>()?.Requests ?? default,
        StringComparer.Ordinal);

    /// <summary>
    /// The key of all hashes, random for each store, so that hashes of two stores cannot be compared; of several workers that open a new store at once, the first one sets it. Inspections and plans on a new store use a passing one,
    /// because they write nothing and there is no hash to compare with yet.
    /// </summary>
    private async Task<ReadOnlyMemory<byte>> HashKeyAsync(bool mayWrite, CancellationToken cancellationToken)
    {
        if (await store.GetTextAsync("", HashKeyText, cancellationToken) is { } known)
            return Convert.FromHexString(known);
        var key = RandomNumberGenerator.GetBytes(32);
        if (!mayWrite)
            return key;
        var changes = new StoreChanges();
        changes.NewTexts.Add(("", HashKeyText, Convert.ToHexString(key)));
        await store.CommitAsync(changes, cancellationToken);
        return await store.GetTextAsync("", HashKeyText, cancellationToken) is { } stored ? Convert.FromHexString(stored) : key; // whoever was first has set it for all
    }
}
