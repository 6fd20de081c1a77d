namespace ErpSync.Dolibarr;

/// <summary>The categories of some products, got the cheapest way: from the run's map, by a request per product, or by a request per category.</summary>
internal sealed class ProductCategories
{
    private readonly Func<long, RefSet?> _of;

    private ProductCategories(Func<long, RefSet?> of) => _of = of;

    /// <summary>The categories; null for a product that vanished meanwhile.</summary>
    public RefSet? Of(long product) => _of(product);

    /// <summary>The categories of all products, read afresh.</summary>
    public static async Task<ProductCategories> OfAllAsync(DolibarrRun run, CancellationToken cancellationToken)
    {
        if (!run.Setup.HasCategories)
            return new ProductCategories(static _ => RefSet.Empty);
        if (!run.Categories.TakeFresh())
            run.Categories.Forget();
        run.Memberships.Forget();
        var all = await run.Memberships.GetAsync(cancellationToken);
        all.Note(run.Known);
        return new ProductCategories(all.Of);
    }

    /// <summary>The categories of some products.</summary>
    public static async Task<ProductCategories> OfAsync(DolibarrRun run, IReadOnlyList<long> products, CancellationToken cancellationToken)
    {
        if (!run.Setup.HasCategories)
            return new ProductCategories(static _ => RefSet.Empty);
        if (run.Memberships.Loaded is { } loaded)
            return new ProductCategories(loaded.Of);
        var tree = await run.Categories.GetAsync(cancellationToken);
        if (tree.Ids.Count == 0)
            return new ProductCategories(static _ => RefSet.Empty);
        if (tree.Ids.Count < products.Count)
        {
            var all = await run.Memberships.GetAsync(cancellationToken);
            return new ProductCategories(all.Of);
        }

        var found = new Dictionary<long, RefSet>(products.Count);
        foreach (var product in products)
        {
            var list = await run.Client.ListAsync($"products/{JsonValues.Invariant(product)}/categories", cancellationToken);
            found[product] = Memberships.Refs(list.Where(CategoryRow.IsOfProducts).Select(category => category.Whole("id")).OfType<long>());
        }

        return new ProductCategories(id => found.GetValueOrDefault(id));
    }
}
