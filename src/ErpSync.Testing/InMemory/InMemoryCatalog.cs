namespace ErpSync.Testing;

/// <summary>What the catalogue's kinds do by themselves in a shop or ERP: paths of categories, the variants flag, stock levels that come with their owner.</summary>
internal static class InMemoryCatalog
{
    private const int DeepestPath = 50;

    public static bool KeyIsComputed<T>() => typeof(T) == typeof(Category);

    public static void Prepare<T>(InMemorySystem system, InMemoryKindSettings<T> settings)
        where T : class, IEntity
    {
        if (settings is InMemoryKindSettings<Category> categories)
            categories.Computed = (_, category) => category with { Path = Path(system, category) };
        if (settings is InMemoryKindSettings<Product> products)
            products.Computed = (id, product) => product with { HasVariants = system.Find<ProductVariant>() is IInMemoryKind variants && variants.HasOwnedBy(new Ref(EntityKind.Product, id)) };
        if (settings is InMemoryKindSettings<StockLevel> levels)
            levels.Capabilities = InMemoryCapabilities.Dependent;
        else if (settings is InMemoryKindSettings<ProductImage> or InMemoryKindSettings<Price>)
            settings.Capabilities &= ~InMemoryCapabilities.FindByKey;
    }

    public static void Connect<T>(InMemorySystem system, InMemoryKind<T> kind)
        where T : class, IEntity
    {
        if (kind is InMemoryKind<Product> products)
            products.Added = (id, product) => AddLevel(system, EntityKind.Product, id, product.IsService != true);
        if (kind is InMemoryKind<ProductVariant> variants)
            variants.Added = (id, _) => AddLevel(system, EntityKind.ProductVariant, id, stocked: true);
        if (kind is InMemoryKind<StockLevel> { Settings.Generated: null })
            AddMissingLevels(system);
    }

    /// <summary>The id of the level that comes with an owner: <c>product:12</c>, <c>variant:45</c>.</summary>
    public static RemoteId LevelId(EntityKind owner, RemoteId id) => new($"{(owner == EntityKind.ProductVariant ? "variant" : owner.Name)}:{id.Value}");

    private static void AddMissingLevels(InMemorySystem system)
    {
        lock (system.Gate)
        {
            foreach (var product in system.Find<Product>() is { Settings.Generated: null } products ? products.All() : [])
                AddLevel(system, EntityKind.Product, product.Id, product.Value.IsService != true);
            foreach (var variant in system.Find<ProductVariant>() is { Settings.Generated: null } variants ? variants.All() : [])
                AddLevel(system, EntityKind.ProductVariant, variant.Id, stocked: true);
        }
    }

    private static void AddLevel(InMemorySystem system, EntityKind owner, RemoteId id, bool stocked)
    {
        if (stocked && system.Find<StockLevel>() is { } levels)
            levels.Insert(new StockLevel { Owner = new Ref(owner, id), Quantity = 0 }, LevelId(owner, id), token: null);
    }

    private static string Path(InMemorySystem system, Category category)
    {
        var language = system.Facts.Languages.Count > 0 ? system.Facts.Languages[0] : null;
        var names = new Stack<string>();
        for (var node = category; node is not null && names.Count < DeepestPath; node = node.Parent is { } parent ? system.Find<Category>()?.Records.Find(parent.Id)?.Value : null)
            names.Push(node.Name.Best(language) ?? "");
        return string.Join(" / ", names);
    }
}
