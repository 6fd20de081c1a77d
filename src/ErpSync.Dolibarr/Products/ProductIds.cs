namespace ErpSync.Dolibarr;

/// <summary>Which products there are, by role: ids only. A parent or child of variants is in <see cref="Goods"/> or <see cref="Services"/> too.</summary>
internal sealed class ProductIds
{
    /// <summary>What <c>ref_ext</c> of a separate product that stands for a variant contains; no token does.</summary>
    public const string Mark = "~v";

    public required IdSet Goods { get; init; }

    public required IdSet Services { get; init; }

    /// <summary>Children of the variants module.</summary>
    public required IdSet Children { get; init; }

    /// <summary>Products with variants.</summary>
    public required IdSet Parents { get; init; }

    /// <summary>Separate products that stand for variants.</summary>
    public required IdSet Marked { get; init; }

    /// <summary>Products in their own right.</summary>
    public IEnumerable<long> Products => Goods.Concat(Services).Where(id => !IsVariant(id));

    /// <summary>Variants of both forms.</summary>
    public IEnumerable<long> Variants => Children.Concat(Marked.Where(id => !Children.Contains(id)));

    /// <summary>What has stock of its own: goods without variants under them.</summary>
    public IEnumerable<long> Stocked => Goods.Where(id => !Parents.Contains(id));

    public bool IsVariant(long id) => Children.Contains(id) || Marked.Contains(id);

    /// <summary>Reads the ids: four or five small requests, whatever the number of products.</summary>
    public static async Task<ProductIds> LoadAsync(DolibarrClient client, DolibarrSetup setup, CancellationToken cancellationToken)
    {
        var children = setup.HasVariants ? await AskAsync(client, "variant_filter=3", cancellationToken) : [];
        return new ProductIds
        {
            Children = children,
            Parents = children.Count > 0 ? await AskAsync(client, "variant_filter=2", cancellationToken) : [],
            Marked = await AskAsync(client, SqlFilter.Query(SqlFilter.MayContain("t.ref_ext", Mark)), cancellationToken),
            Goods = await AskAsync(client, "mode=1", cancellationToken),
            Services = await AskAsync(client, "mode=2", cancellationToken),
        };
    }

    /// <summary>Asks for the ids of all products that a query finds.</summary>
    public static Task<IdSet> AskAsync(DolibarrClient client, string query, CancellationToken cancellationToken) =>
        client.GatherAsync<IdSet>($"products?ids_only=true&limit=0&{query}", (ids, id) => ids.Add(id.AsWhole() ?? id.Whole("id") ?? throw NoId(client)), cancellationToken);

    private static ConnectorException NoId(DolibarrClient client) =>
        new(new SyncProblem(ProblemKind.Unreadable, "dolibarr.record-unreadable", "The list of product ids holds something that is no id.") { Connection = client.Connection, EntityKind = EntityKind.Product });
}
