namespace ErpSync.Dolibarr;

/// <summary>Which categories each product is filed under: ids only. Loaded by a request per category, kept for one run, changed along with own writes. Safe for parallel use.</summary>
internal sealed class Memberships
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, long[]> _byProduct = [];

    private readonly Dictionary<long, string> _texts = [];

    /// <summary>Loads all memberships.</summary>
    public static async Task<Memberships> LoadAsync(DolibarrClient client, CategoryTree tree, CancellationToken cancellationToken)
    {
        var memberships = new Memberships();
        var shared = new Dictionary<(long[]? Others, long Category), long[]>(); // products outnumber the ways in which they are filed
        foreach (var category in tree.Ids)
        {
            var members = await MembersAsync(client, category, cancellationToken);
            memberships._texts[category] = Text(members);
            foreach (var product in members)
            {
                var others = memberships._byProduct.GetValueOrDefault(product);
                if (!shared.TryGetValue((others, category), out var all))
                    shared[(others, category)] = all = [.. others ?? [], category];
                memberships._byProduct[product] = all;
            }
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
            return Refs(_byProduct.GetValueOrDefault(product, []));
    }

    public void Set(long product, IEnumerable<long> categories)
    {
        lock (_gate)
            _byProduct[product] = [.. categories];
    }

    public static RefSet Refs(IEnumerable<long> categories) => RefSet.From(categories.Select(id => new Ref(EntityKind.Category, RemoteId.From(id))));
}
