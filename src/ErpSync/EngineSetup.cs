using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace ErpSync;

/// <summary>What comes before the rooms: the validated configuration, opened connections, the store's hash key, the lease and the history of a run.</summary>
internal sealed class EngineSetup(ErpSyncRegistry registry, ISyncStore store, Func<string, Connector> connectors, TimeProvider clock, ILogger logger)
{
    private const string HashKeyText = "hash-key";
    private static readonly TimeSpan LeaseDuration = TimeSpan.FromMinutes(5);

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

    public Connector Connector(string name) => connectors(name);

    public async Task<(PassContext Context, IReadOnlyList<KindDefinition> Kinds)> OpenAsync(SyncRequest request, IProgress<SyncProgress>? progress, long run, Lease? lease, CancellationToken cancellationToken, bool mayWrite = false)
    {
        ArgumentNullException.ThrowIfNull(request);
        var pair = Pair(request.Pair);
        var kinds = pair.Kinds.Where(kind => request.Kinds.Count == 0 || request.Kinds.Contains(kind.Kind)).ToList();
        foreach (var unknown in request.Kinds.Where(kind => !kinds.Exists(known => known.Kind == kind)))
            throw new ErpSyncConfigurationException($"Pair '{pair.Name}' does not sync {unknown.Name}. Kinds: {string.Join(", ", pair.Kinds.Select(kind => kind.Kind.Name))}.");
        await store.OpenAsync(cancellationToken);
        var first = connectors(pair.First);
        var second = connectors(pair.Second);
        foreach (var connector in new[] { first, second })
        {
            if (connector.Find<IConnection>() is { } connection)
                await connection.OpenAsync(cancellationToken);
        }

        var context = new PassContext
        {
            Pair = pair.Name,
            First = first,
            Second = second,
            SyncedKinds = pair.Kinds.Select(kind => kind.Kind).ToHashSet(),
            Store = store,
            Clock = clock,
            HashKey = await HashKeyAsync(mayWrite, cancellationToken),
            Heartbeat = lease is null ? null : token => HeartbeatAsync(lease, token),
            Logger = logger,
            Options = registry.Options,
            Full = request.Full,
            Run = run,
            Lease = lease,
            Progress = progress,
            Planned = run == 0 ? new PlannedLinks() : null,
        };
        return (context, kinds);
    }

    public async Task<SyncReport> RunAsync(
        SyncRequest request,
        IProgress<SyncProgress>? progress,
        Func<IKindPass, ICollection<SyncProblem>, CancellationToken, Task<KindReport>> work,
        CancellationToken cancellationToken)
    {
        var pair = Pair(request.Pair);
        await store.OpenAsync(cancellationToken);
        var leaseName = $"pair/{pair.Name}";
        var started = clock.GetUtcNow();
        var lease = await store.TryTakeLeaseAsync(leaseName, $"{_holder}/{Guid.NewGuid():N}", started, LeaseDuration, cancellationToken)
            ?? throw new SyncBusyException(pair.Name, await store.ReadLeaseAsync(leaseName, cancellationToken));
        var run = new RunRecord(pair.Name, started);
        run = run with { Number = await store.BeginRunAsync(run, cancellationToken) };
        EngineLog.RunStarted(logger, pair.Name, run.Number);
        try
        {
            var before = Requests(pair);
            var (context, kinds) = await OpenAsync(request, progress, run.Number, lease, cancellationToken, mayWrite: true);
            var problems = new List<SyncProblem>();
            var reports = await WorkAsync(context, kinds, work, problems, lease, cancellationToken);
            var report = new SyncReport(pair.Name, run.Number, reports)
            {
                Problems = problems,
                Requests = Requests(pair).ToDictionary(entry => entry.Key, entry => entry.Value - before[entry.Key], StringComparer.Ordinal),
                Duration = clock.GetUtcNow() - started,
            };
            run = run with { Written = report.Written, Failed = report.Failed, Error = reports.Find(kind => kind.Problem is not null)?.Problem?.ToString() };
            EngineLog.RunEnded(logger, pair.Name, run.Number, report.Written, report.Failed);
            return report;
        }
        catch (Exception exception)
        {
            run = run with { Error = exception.Message };
            throw;
        }
        finally
        {
            await store.EndRunAsync(run with { EndedAt = clock.GetUtcNow() }, CancellationToken.None);
            await store.ReleaseLeaseAsync(lease, CancellationToken.None);
        }
    }

    private async Task<List<KindReport>> WorkAsync(
        PassContext context,
        IReadOnlyList<KindDefinition> kinds,
        Func<IKindPass, ICollection<SyncProblem>, CancellationToken, Task<KindReport>> work,
        List<SyncProblem> problems,
        Lease lease,
        CancellationToken cancellationToken)
    {
        var reports = new List<KindReport>();
        foreach (var kind in kinds)
        {
            var missing = kind.DependsOn.FirstOrDefault(needed => reports.Exists(report => report.Kind == needed && report.Problem is not null));
            if (missing.Name is not null)
            {
                reports.Add(new KindReport(kind.Kind) { Problem = new SyncProblem(ProblemKind.WaitingForDependency, "run.dependency-failed", $"Left out, because {missing.Name} could not be worked through.") { EntityKind = kind.Kind } });
                continue;
            }

            try
            {
                await HeartbeatAsync(lease, cancellationToken);
                reports.Add(await work(kind.Open(context), problems, cancellationToken));
            }
            catch (ConnectorException exception)
            {
                EngineLog.KindFailed(logger, context.Pair, kind.Kind.Name, exception.Problem.Code);
                reports.Add(new KindReport(kind.Kind) { Problem = exception.Problem with { EntityKind = kind.Kind } });
            }
        }

        return reports;
    }

    private Dictionary<string, RequestCounts> Requests(PairDefinition pair) => new[] { pair.First, pair.Second }.ToDictionary(
        name => name,
        name => connectors(name).Find<IRequestMeter>()?.Requests ?? default,
        StringComparer.Ordinal);

    /// <summary>Renews the lease, so that a long run keeps it.</summary>
    private async Task HeartbeatAsync(Lease lease, CancellationToken cancellationToken)
    {
        var renewed = await store.TryTakeLeaseAsync(lease.Name, lease.Holder, clock.GetUtcNow(), LeaseDuration, cancellationToken);
        if (renewed is null || renewed.FencingToken != lease.FencingToken)
            throw new StoreException(StoreProblems.LeaseLost(lease));
    }

    /// <summary>
    /// The key of all hashes, random for each store, so that hashes of two stores cannot be compared. Inspections and plans on a new store use a passing one,
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
        changes.Texts.Add(("", HashKeyText, Convert.ToHexString(key)));
        await store.CommitAsync(changes, cancellationToken);
        return key;
    }
}
