namespace ErpSync.Dolibarr;

/// <summary>Sweeps the members of categories of customers in rotation, one small request per category, and names the customers whose membership changed: links bump no date.</summary>
internal sealed class CustomerGroupSweeper(TradeSession session) : ISweeper<Customer>
{
    private int? _round;

    public int? RequestsPerRound => _round;

    public async Task<IReadOnlyCollection<RemoteId>> SweepAsync(ISweepMemory memory, int requests, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var categories = run.Groups.Loaded?.Categories ?? await CustomerGroups.CategoriesAsync(run.Run, cancellationToken);
        _round = categories.Count;
        var changed = new HashSet<long>();
        foreach (var category in await Rotation.NextAsync(memory, categories, requests, cancellationToken))
        {
            var key = CustomerGroups.Key(category);
            var members = await CustomerGroups.MembersAsync(run.Client, category, cancellationToken);
            var old = Memberships.Ids(await memory.GetAsync(key, cancellationToken) ?? run.Run.Known[key] ?? "");
            memory.Set(key, Memberships.Text(members));
            run.Run.Known[key] = null;
            changed.UnionWith(old.Except(members).Concat(members.Where(id => !old.Contains(id))));
        }

        if (changed.Count > 0)
            run.Groups.Forget();
        return [.. changed.Select(RemoteId.From)];
    }
}
