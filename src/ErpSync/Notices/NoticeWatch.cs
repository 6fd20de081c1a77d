using System.Globalization;

namespace ErpSync.Notices;

/// <summary>Looks at how a run ended and how a pair stands, and raises what people should know of.</summary>
internal sealed class NoticeWatch(NoticeBoard board, NoticeOptions options, ISyncStore store, TimeProvider clock)
{
    private const int RunsLookedAt = 100;

    /// <summary>After a run: what stopped it or parts of it.</summary>
    public async Task AfterRunAsync(PairDefinition pair, IReadOnlyList<KindReport> kinds, Exception? failure, CancellationToken cancellationToken)
    {
        var known = await board.ReadAsync(pair.Name, cancellationToken);
        var problems = kinds.Where(kind => kind.Problem is not null).Select(kind => (Kind: (EntityKind?)kind.Kind, Problem: kind.Problem!)).ToList();
        if (failure is ConnectorException { Problem: var whole })
            problems.Add((null, whole));
        if ((failure is StoreException { Problem: { Code: "store.lease-lost" } own } ? own : problems.Find(item => LeaseProblems.Is(item.Problem)).Problem) is { } lost)
            await board.RaiseAsync(Notice(NoticeCodes.LeaseLost, FindingSeverity.Warning, pair.Name) with { Problem = lost }, known, clock.GetUtcNow().UtcTicks, cancellationToken);
        foreach (var refused in problems.Where(item => IsRefused(item.Problem)).Select(item => item.Problem).DistinctBy(problem => problem.Connection, StringComparer.Ordinal))
            await board.RaiseAsync(Notice(NoticeCodes.KeyRefused, FindingSeverity.Error, pair.Name) with { Connection = refused.Connection, Problem = refused }, known, 0, cancellationToken, ("connection", refused.Connection ?? pair.Name), ("code", refused.Code));
        if (failure is null)
        {
            foreach (var connection in new[] { pair.First, pair.Second }.Where(name => !problems.Exists(item => IsRefused(item.Problem) && item.Problem.Connection == name)))
                await board.ClearAsync(Notice(NoticeCodes.KeyRefused, FindingSeverity.Error, pair.Name) with { Connection = connection }, known, cancellationToken);
        }

        await TellStopsAsync(pair, problems, known, failure is null, cancellationToken);
    }

    /// <summary>The brake stops a kind; a hold stops the pair, whichever kind met it first.</summary>
    private async Task TellStopsAsync(PairDefinition pair, IReadOnlyList<(EntityKind? Kind, SyncProblem Problem)> problems, IReadOnlyDictionary<string, string> known, bool maySayOver, CancellationToken cancellationToken)
    {
        foreach (var kind in pair.Kinds.Select(kind => kind.Kind))
        {
            var notice = Notice(NoticeCodes.BrakeTripped, FindingSeverity.Warning, pair.Name) with { Kind = kind };
            if (problems.FirstOrDefault(item => item.Kind == kind && item.Problem.Code.StartsWith("brake.", StringComparison.Ordinal)).Problem is { } braked)
                await board.RaiseAsync(notice with { Problem = braked }, known, 0, cancellationToken, ("code", braked.Code), ("scope", kind.Name));
            else if (maySayOver)
                await board.ClearAsync(notice, known, cancellationToken);
        }

        var onHold = Notice(NoticeCodes.OnHold, FindingSeverity.Warning, pair.Name);
        if (problems.FirstOrDefault(item => item.Problem.Code.StartsWith("hold.", StringComparison.Ordinal)).Problem is { } held)
            await board.RaiseAsync(onHold with { Problem = held }, known, 0, cancellationToken, ("code", held.Code), ("scope", pair.Name));
        else if (maySayOver)
            await board.ClearAsync(onHold, known, cancellationToken);
    }

    /// <summary>What has lasted too long.</summary>
    public async Task LookAsync(PairDefinition pair, PairCensus census, CancellationToken cancellationToken)
    {
        var known = await board.ReadAsync(pair.Name, cancellationToken);
        foreach (var (kind, state) in census.Kinds)
        {
            await RaiseOrClearAsync(Notice(NoticeCodes.ParkedLong, FindingSeverity.Warning, pair.Name) with { Kind = kind, Count = state.ParkedLong }, known, state.LatestParkedLong, options.ParkedLongerThan, cancellationToken);
            await RaiseOrClearAsync(Notice(NoticeCodes.ConflictLong, FindingSeverity.Warning, pair.Name) with { Kind = kind, Count = state.ConflictsLong }, known, state.LatestConflictLong, options.ConflictOpenLongerThan, cancellationToken);
        }

        await LookForSilenceAsync(pair, known, cancellationToken);
    }

    /// <summary>The beginning of the latest run that came to its end without a problem of a whole kind; null when there is none among the latest.</summary>
    public static DateTimeOffset? LastComplete(IReadOnlyList<RunRecord> runs) => runs.FirstOrDefault(run => run is { EndedAt: not null, Error: null })?.EndedAt;

    private async Task LookForSilenceAsync(PairDefinition pair, IReadOnlyDictionary<string, string> known, CancellationToken cancellationToken)
    {
        if (options.SilentLongerThan is not { } limit)
            return;
        var runs = await store.ReadRunsAsync(pair.Name, RunsLookedAt, cancellationToken);
        var notice = Notice(NoticeCodes.FeedSilent, FindingSeverity.Error, pair.Name);
        var since = LastComplete(runs) ?? (runs.Count > 0 ? runs[^1].StartedAt : null);
        if (since is { } instant && clock.GetUtcNow() - instant > limit)
            await board.RaiseAsync(notice, known, 0, cancellationToken, ("hours", Hours(clock.GetUtcNow() - instant)));
        else
            await board.ClearAsync(notice, known, cancellationToken);
    }

    private async Task RaiseOrClearAsync(SyncNotice notice, IReadOnlyDictionary<string, string> known, DateTimeOffset latest, TimeSpan? limit, CancellationToken cancellationToken)
    {
        if (notice.Count > 0 && limit is { } span)
            await board.RaiseAsync(notice, known, latest.UtcTicks, cancellationToken, ("hours", Hours(span)));
        else
            await board.ClearAsync(notice, known, cancellationToken);
    }

    private static string Hours(TimeSpan span) => ((long)span.TotalHours).ToString(CultureInfo.InvariantCulture);

    private static bool IsRefused(SyncProblem problem) => problem.Kind is ProblemKind.Unauthorized or ProblemKind.Denied;

    private static SyncNotice Notice(string code, FindingSeverity severity, string pair) => new(code, severity, pair, "");
}
