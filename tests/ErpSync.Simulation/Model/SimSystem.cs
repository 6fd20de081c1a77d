namespace ErpSync.Simulation.Model;

/// <summary>One of the two model systems: its records, its clock and its habits.</summary>
internal sealed class SimSystem
{
    private readonly World _world;

    public SimSystem(World world, string name, Side side, Func<SimSystem, string, KindTraits> traits, TimeSpan precision, TimeSpan offset)
    {
        _world = world;
        Name = name;
        Side = side;
        Precision = precision;
        Offset = offset;
        FirstId = name == "shop" ? 100 : 500;
        var isShop = name == "shop";
        Categories = new SimKind<Category>(this, Catalog.Categories, traits(this, "category"), static x => x) { Computed = WithPath };
        Products = new SimKind<Product>(this, Catalog.Products, traits(this, "product"), isShop ? Normalisation.Shop : Normalisation.Erp);
        Variants = new SimKind<ProductVariant>(this, Catalog.Variants, traits(this, "variant"), isShop ? Normalisation.Shop : Normalisation.Erp);
        Levels = new SimKind<StockLevel>(this, Catalog.Levels, traits(this, "stock"), static x => x);
        Kinds = [Categories, Products, Variants, Levels];
    }

    public string Name { get; }

    public Side Side { get; }

    public long FirstId { get; }

    public TimeSpan Precision { get; }

    /// <summary>How far its clock is off.</summary>
    public TimeSpan Offset { get; set; }

    public SimKind<Category> Categories { get; }

    public SimKind<Product> Products { get; }

    public SimKind<ProductVariant> Variants { get; }

    public SimKind<StockLevel> Levels { get; }

    public IReadOnlyList<SimKind> Kinds { get; }

    /// <summary>What its clock shows.</summary>
    public DateTimeOffset Now => _world.Time.GetUtcNow() + Offset;

    /// <summary>What its clock shows, as coarse as it stores dates.</summary>
    public DateTimeOffset Date => new(Now.UtcTicks - (Now.UtcTicks % Precision.Ticks), TimeSpan.Zero);

    public SimKind Kind(EntityKind name) => Kinds.First(kind => kind.Name == name);

    public SimRecord? Find(Ref pointer) => Kind(pointer.Kind).Find(pointer.Id) is { IsDead: false } record ? record : null;

    public SimRecord<StockLevel>? LevelOf(SimRecord owner) => Levels.Get(LevelId(owner));

    /// <summary>What a system deletes together with a record.</summary>
    public IEnumerable<SimRecord> BelongingTo(SimRecord record) =>
        record is SimRecord<Product> ? Variants.Records.Where(variant => !variant.IsDead && variant.Value.Product?.Id == record.Id) : [];

    /// <summary>Products and variants get an empty level by themselves.</summary>
    public void Inserted(SimRecord record)
    {
        if (record is SimRecord<Product> or SimRecord<ProductVariant>)
            Levels.Insert(new StockLevel { Owner = new Ref(record.Kind.Name, record.Id), Quantity = 0 }, record.Gid, record.ByEngine, id: LevelId(record));
    }

    /// <summary>Deletes a record with everything that belongs to it.</summary>
    public void Delete(SimRecord record, bool byUser)
    {
        record.IsDead = true;
        record.DiedAt = _world.Moment;
        record.DeletedByUser = byUser;
        _world.Signals.Add(new AnnouncedDeletion(record.Kind.Name, Name, record.Id));
        if (LevelOf(record) is { } level)
            (level.IsDead, level.DeletedByUser) = (true, byUser);
        foreach (var variant in Variants.Records.Where(variant => !variant.IsDead && record is SimRecord<Product> && variant.Value.Product?.Id == record.Id).ToList())
            Delete(variant, byUser);
    }

    /// <summary>True when something points at a category, so that the system refuses to delete it.</summary>
    public bool IsUsed(SimRecord<Category> category) =>
        Categories.Records.Any(child => !child.IsDead && child.Value.Parent?.Id == category.Id)
        || Products.Records.Any(product => !product.IsDead && product.Value.Categories.Any(pointer => pointer.Id == category.Id));

    private static RemoteId LevelId(SimRecord owner) => new($"{(owner is SimRecord<Product> ? "product" : "variant")}:{owner.Id.Value}");

    private Category WithPath(Category category)
    {
        var path = category.Name["en"] ?? "";
        for (var (parent, depth) = (category.Parent, 0); parent is { } pointer && Categories.Get(pointer.Id) is { } above && depth < 20; parent = above.Value.Parent, depth++)
            path = $"{above.Value.Name["en"]} / {path}";
        return category with { Path = path };
    }
}
