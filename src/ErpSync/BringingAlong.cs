namespace ErpSync;

/// <summary>After a run: carries over once more what waits for records that the pair leaves out, together with them, where the kind's policy says so.</summary>
internal static class BringingAlong
{
    public static IReadOnlyList<RecordPointer> WaitingIn(SyncReport report, PairDefinition pair)
    {
        var kinds = pair.Kinds.Where(kind => kind.BringsAlong).Select(kind => kind.Kind).ToHashSet();
        return kinds.Count == 0 ? [] : [.. report.Problems.Where(problem => IsWaiting(problem, kinds)).Select(problem => new RecordPointer(problem.Connection!, problem.EntityKind!.Value, problem.Id!.Value)).Distinct()];
    }

    /// <summary>The report of both runs: what waited no longer counts as failed unless it still waits.</summary>
    public static SyncReport Add(SyncReport report, SyncReport again, IReadOnlyCollection<RecordPointer> waited)
    {
        var requests = report.Requests.ToDictionary(entry => entry.Key, entry => entry.Value + again.Requests.GetValueOrDefault(entry.Key), StringComparer.Ordinal);
        return report with
        {
            Kinds = [.. report.Kinds.Select(kind => Add(kind, again.Kinds.FirstOrDefault(other => other.Kind == kind.Kind), waited.Count(record => record.Kind == kind.Kind))), .. again.Kinds.Where(kind => !report.Kinds.Any(known => known.Kind == kind.Kind))],
            Problems = [.. report.Problems.Where(problem => problem.Kind != ProblemKind.WaitingForDependency || !waited.Any(record => record.Kind == problem.EntityKind && record.Id == problem.Id)), .. again.Problems],
            Requests = requests,
            Duration = report.Duration + again.Duration,
        };
    }

    private static KindReport Add(KindReport kind, KindReport? again, int waited) => again is null ? kind : kind with
    {
        Created = kind.Created + again.Created,
        Updated = kind.Updated + again.Updated,
        Deleted = kind.Deleted + again.Deleted,
        Linked = kind.Linked + again.Linked,
        Open = kind.Open + again.Open,
        Red = Math.Max(0, kind.Red - waited) + again.Red,
        Failed = Math.Max(0, kind.Failed - waited) + again.Failed,
        Problem = kind.Problem ?? again.Problem,
    };

    private static bool IsWaiting(SyncProblem problem, HashSet<EntityKind> kinds) =>
        problem is { Kind: ProblemKind.WaitingForDependency, Connection: not null, EntityKind: { } kind, Id: not null } && kinds.Contains(kind);
}
