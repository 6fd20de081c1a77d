namespace ErpSync.Dolibarr;

/// <summary>Sweeps the members of categories in rotation, one small request per category, and names the products whose membership changed: links bump no date.</summary>
internal sealed class CategoryLinkSweeper(DolibarrSession session) : ISweeper<Product>
{
    private int? _round;

    public int? RequestsPerRound => _round;

    public async Task<IReadOnlyCollection<RemoteId>> SweepAsync(ISweepMemory memory, int requests, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        if (!run.Setup.HasCategories)
            return [];
        var tree = await run.Categories.GetAsync(cancellationToken);
        _round = tree.Ids.Count;
        var changed = new HashSet<long>();
        foreach (var category in await Rotation.NextAsync(memory, tree.Ids, requests, cancellationToken))
        {
            var key = Memberships.Key(category);
            var members = await Memberships.MembersAsync(session.Client, category, cancellationToken);
            var old = await memory.GetAsync(key, cancellationToken) ?? run.Known[key];
            memory.Set(key, Memberships.Text(members));
            run.Known[key] = null;
            // Without any memory every member may have changed since it was read.
            changed.UnionWith(Difference(Memberships.Ids(old ?? ""), members));
        }

        if (changed.Count == 0)
            return [];
        run.Memberships.Forget();
        var ids = await run.Ids.PeekAsync(cancellationToken);
        return [.. changed.Where(id => !ids.IsVariant(id)).Select(RemoteId.From)];
    }

    private static IEnumerable<long> Difference(HashSet<long> old, IReadOnlyCollection<long> members) =>
        old.Except(members).Concat(members.Where(id => !old.Contains(id)));
}
