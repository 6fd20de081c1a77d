namespace ErpSync.Passes;

/// <summary>Carries out the deletions that a run has put off: in the reverse order of the kinds, so that nothing goes before what depends on it.</summary>
internal sealed class DeletionOrder(PairDefinition pair, PassContext context, IReadOnlyList<(KindDefinition Kind, IKindPass Pass)> passes)
{
    public async Task DeleteAsync(List<KindReport> reports, ICollection<SyncProblem> problems, CancellationToken cancellationToken)
    {
        if (context.Hold is not null)
            return;
        foreach (var (kind, pass) in passes.Reverse().Where(entry => entry.Pass.HasDoomed))
        {
            var at = reports.FindIndex(report => report.Kind == kind.Kind);
            var dependents = pair.Kinds.Where(other => other != kind && other.DependsOn.Contains(kind.Kind)).ToList();
            // What could not be worked through may hold edits that would go with the record. The next run finds the deletion again.
            if (reports[at].Problem is not null || reports.Exists(report => report.Problem is not null && dependents.Exists(other => other.Kind == report.Kind)))
                continue;
            var children = dependents.Select(other => passes.FirstOrDefault(entry => entry.Kind == other) is { Pass: { } known } ? (known, true) : (other.Open(context), false)).ToList();
            try
            {
                reports[at] = Sum(reports[at], await pass.DeleteDoomedAsync(children, problems, cancellationToken));
            }
            catch (ConnectorException exception)
            {
                reports[at] = reports[at] with { Problem = exception.Problem with { EntityKind = kind.Kind } };
            }
        }
    }

    private static KindReport Sum(KindReport before, KindReport after) => before with
    {
        Created = before.Created + after.Created,
        Updated = before.Updated + after.Updated,
        Deleted = before.Deleted + after.Deleted,
        Linked = before.Linked + after.Linked,
        Open = before.Open + after.Open,
        Red = before.Red + after.Red,
        Failed = before.Failed + after.Failed,
    };
}
