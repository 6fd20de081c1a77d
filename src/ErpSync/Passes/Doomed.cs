using ErpSync.Deciding;
using ErpSync.Matching;

namespace ErpSync.Passes;

/// <summary>
/// Deletions wait until the kinds that depend on this one were worked through, and are then carried out in the reverse order, children before parents. A record is not
/// deleted while something that its system would delete with it was edited or never carried over.
/// </summary>
internal sealed class Doomed<T>(PassContext context)
    where T : class, IEntity
{
    /// <summary>What waits.</summary>
    public List<WorkItem> Items { get; } = [];

    /// <summary>Tells which of some records, at a side, keep something alive that must not go with them; null while deletions are put off.</summary>
    public Func<Side, IReadOnlyCollection<RemoteId>, CancellationToken, Task<IReadOnlySet<RemoteId>>>? Spare { get; set; }

    /// <summary>Takes deletions out of the decisions, or turns those into conflicts that would cost an edit.</summary>
    public async Task<IReadOnlyList<Decision<T>>> SiftAsync(IReadOnlyList<Decision<T>> decisions, CancellationToken cancellationToken)
    {
        var deletions = decisions.Where(decision => decision.DeleteAt is not null).ToList();
        if (deletions.Count == 0)
            return decisions;
        if (Spare is null)
        {
            Items.AddRange(deletions.Select(decision => decision.Item));
            foreach (var decision in deletions)
                context.Doomed.Add((T.Kind, decision.DeleteAt!.Value, IdOf(decision)));
            return [.. decisions.Where(decision => decision.DeleteAt is null)];
        }

        var spared = new HashSet<(Side, RemoteId)>();
        foreach (var group in deletions.GroupBy(decision => decision.DeleteAt!.Value))
            spared.UnionWith((await Spare(group.Key, [.. group.Select(IdOf)], cancellationToken)).Select(id => (group.Key, id)));
        return [.. decisions.Select(decision => decision.DeleteAt is { } side && spared.Contains((side, IdOf(decision))) ? decision with { Deletion = DeletionVerdict.Conflict } : decision)];
    }

    private static RemoteId IdOf(Decision<T> decision) => decision.Loaded.At(decision.DeleteAt!.Value)!.Id;
}
