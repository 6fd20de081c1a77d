using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>
/// Which categories of customers the third parties are filed under: one request for the categories and one for the members of each, kept for one run and changed along with own writes.
/// Safe for parallel use.
/// </summary>
internal sealed class CustomerGroups
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, SortedSet<long>> _byParty = [];

    /// <summary>The categories of customers there are.</summary>
    public required IReadOnlyList<long> Categories { get; init; }

    /// <summary>Loads all memberships; none where the module is off.</summary>
    public static async Task<CustomerGroups> LoadAsync(DolibarrRun run, CancellationToken cancellationToken)
    {
        var groups = new CustomerGroups { Categories = await CategoriesAsync(run, cancellationToken) };
        foreach (var category in groups.Categories)
        {
            var members = await MembersAsync(run.Client, category, cancellationToken);
            run.Known[Key(category)] = Memberships.Text(members);
            foreach (var party in members)
                groups.Add(party, category);
        }

        return groups;
    }

    /// <summary>The categories of customers; none where the module is off or the key may not see them.</summary>
    public static async Task<IReadOnlyList<long>> CategoriesAsync(DolibarrRun run, CancellationToken cancellationToken)
    {
        if (!run.Setup.HasCategories)
            return [];
        try
        {
            return [.. (await run.Client.ListAsync("categories?type=customer&limit=0&sortfield=t.rowid&sortorder=ASC", cancellationToken)).Select(row => row.Whole("id")).OfType<long>().Order()];
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.Misconfigured or ProblemKind.Unsupported)
        {
            return [];
        }
    }

    /// <summary>The third parties of one category: ids, from versions that tell them alone and from those that tell whole records.</summary>
    public static async Task<IReadOnlyCollection<long>> MembersAsync(DolibarrClient client, long category, CancellationToken cancellationToken) =>
        [.. (await client.ListAsync($"categories/{JsonValues.Invariant(category)}/objects?type=customer&onlyids=1", static item => item.ValueKind == JsonValueKind.Object ? item.Whole("id") : item.AsWhole(), cancellationToken)).OfType<long>().Order()];

    /// <summary>Under which key the members of a category are remembered.</summary>
    public static string Key(long category) => $"customer-category:{JsonValues.Invariant(category)}";

    /// <summary>What comes back of groups: the categories; a price level is told apart from them.</summary>
    public static RefSet Normalise(RefSet groups) => RefSet.From(groups.Where(group => group.IsForeign || CustomerGroupId.CategoryOf(group.Id) is not null));

    public RefSet Of(long party)
    {
        lock (_gate)
            return RefSet.From(_byParty.GetValueOrDefault(party, []).Select(category => new Ref(EntityKind.CustomerGroup, CustomerGroupId.OfCategory(category))));
    }

    /// <summary>Files a third party under the wanted categories and takes it out of the others; groups that the other side could not translate are left alone.</summary>
    public async Task WriteAsync(long party, RefSet wanted, DolibarrClient client, CancellationToken cancellationToken)
    {
        var target = wanted.Where(group => !group.IsForeign).Select(group => CustomerGroupId.CategoryOf(group.Id)).OfType<long>().ToHashSet();
        long[] present;
        lock (_gate)
            present = [.. _byParty.GetValueOrDefault(party, [])];
        foreach (var category in target.Except(present).Order())
        {
            await client.PostAsync(Path(category, party), null, cancellationToken);
            Add(party, category);
        }

        foreach (var category in present.Except(target))
        {
            await client.DeleteAsync(Path(category, party), cancellationToken);
            lock (_gate)
                _byParty[party].Remove(category);
        }
    }

    private void Add(long party, long category)
    {
        lock (_gate)
        {
            if (!_byParty.TryGetValue(party, out var categories))
                _byParty[party] = categories = [];
            categories.Add(category);
        }
    }

    private static string Path(long category, long party) => $"categories/{JsonValues.Invariant(category)}/objects/customer/{JsonValues.Invariant(party)}";
}
