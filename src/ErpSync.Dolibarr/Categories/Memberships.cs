namespace ErpSync.Dolibarr;

/// <summary>Which categories each product is filed under: ids only. Loaded by a request per category, kept for one run, changed along with own writes. Safe for parallel use.</summary>
internal sealed class Memberships
{
    private readonly Lock _gate = new();
    private readonly IdMap _filingOf = new();

    // Products outnumber the ways in which they are filed.
    private readonly List<long[]> _filings = [[]];
    private readonly Dictionary<(int Filing, long Category), int> _longer = [];
    private readonly Dictionary<long, string> _texts = [];

    /// <summary>Loads all memberships.</summary>
    public static async Task<Memberships> LoadAsync(DolibarrClient client, CategoryTree tree, CancellationToken cancellationToken)
    {
        var memberships = new Memberships();
        foreach (var category in tree.Ids)
        {
            var members = await MembersAsync(client, category, cancellationToken);
            memberships._texts[category] = Text(members);
            foreach (var product in members)
                memberships._filingOf[product] = memberships.Longer(memberships._filingOf[product], category);
        }

        return memberships;
    }

    /// <summary>Notes what was read for the sweep; only where all products are read along with it.</summary>
    public void Note(SweepKnowledge known)
    {
        foreach (var (category, members) in _texts)
            known[Key(category)] = members;
    }

    /// <summary>The products of one category.</summary>
    public static async Task<IReadOnlyCollection<long>> MembersAsync(DolibarrClient client, long category, CancellationToken cancellationToken) =>
        await ProductIds.AskAsync(client, $"category={JsonValues.Invariant(category)}", cancellationToken);

    /// <summary>Under which key the members of a category are remembered.</summary>
    public static string Key(long category) => $"category:{JsonValues.Invariant(category)}";

    /// <summary>Members as text, in order.</summary>
    public static string Text(IEnumerable<long> members) => string.Join(',', members.Order().Select(JsonValues.Invariant));

    /// <summary>The members of a text.</summary>
    public static HashSet<long> Ids(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, System.Globalization.CultureInfo.InvariantCulture))];

    public RefSet Of(long product)
    {
        lock (_gate)
            return Refs(_filings[_filingOf[product]]);
    }

    public void Set(long product, IEnumerable<long> categories)
    {
        lock (_gate)
            _filingOf[product] = categories.Aggregate(0, Longer);
    }

    public static RefSet Refs(IEnumerable<long> categories) => RefSet.From(categories.Select(id => new Ref(EntityKind.Category, RemoteId.From(id))));

    /// <summary>The number of the filing that has one more category.</summary>
    private int Longer(int filing, long category)
    {
        if (_longer.TryGetValue((filing, category), out var longer))
            return longer;
        _filings.Add([.. _filings[filing], category]);
        return _longer[(filing, category)] = _filings.Count - 1;
    }
}
