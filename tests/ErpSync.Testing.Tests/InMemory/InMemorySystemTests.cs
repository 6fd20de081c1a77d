namespace ErpSync.Testing.Tests.InMemory;

public sealed class InMemorySystemTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly ManualTime _clock = new();
    private readonly InMemorySystem _shop;

    public InMemorySystemTests() => _shop = new InMemorySystem("shop", _clock);

    [Fact]
    public async Task A_record_that_a_user_added_is_read_through_the_connector()
    {
        _shop.Kind(CatalogShapes.Product);
        var id = _shop.Add(new Product { Reference = "MUG" });

        var read = await _shop.Connector.Get<IReader<Product>>().ReadAsync(None).ToListAsync();

        read.Should().ContainSingle().Which.Record!.Should().BeEquivalentTo(new { Id = id, Label = "MUG", ModifiedAt = _clock.GetUtcNow() });
        _shop.Calls.All.Select(call => call.Name).Should().Equal("product.read");
        _shop.Connector.Get<IRequestMeter>().Requests.Data.Should().Be(1);
    }

    [Fact]
    public async Task Pages_are_counted_as_requests()
    {
        _shop.Kind(CatalogShapes.Product, kind => kind.PageSize = 2);
        foreach (var index in Enumerable.Range(1, 5))
            _shop.Add(new Product { Reference = $"P{index}" });

        var read = await _shop.Connector.Get<IReader<Product>>().ReadAsync(None).ToListAsync();

        read.Should().HaveCount(5);
        _shop.Calls.Of("product.read").Should().Be(3);
    }

    [Fact]
    public async Task Only_what_changed_since_the_cursor_is_delivered()
    {
        _shop.Kind(CatalogShapes.Product, kind => kind.SilentFields = new HashSet<string> { nameof(Product.Barcode) });
        var edited = _shop.Add(new Product { Reference = "A" });
        var silent = _shop.Add(new Product { Reference = "B" });
        _clock.Advance(TimeSpan.FromMinutes(1));
        var changes = _shop.Connector.Get<IChangeReader<Product>>();
        var cursor = await changes.TakeCursorAsync(None);
        _shop.Edit<Product>(edited, product => product with { WeightKg = 1 });
        _shop.Edit<Product>(silent, product => product with { Barcode = "4006381333931" });

        var changed = await changes.ReadChangedAsync(cursor, None).ToListAsync();

        changed.Select(result => result.Record!.Id).Should().Equal(edited);
    }

    [Fact]
    public async Task A_silent_change_shows_in_the_stamp()
    {
        _shop.Kind(CatalogShapes.Product, kind => kind.SilentFields = new HashSet<string> { nameof(Product.Barcode) });
        var id = _shop.Add(new Product { Reference = "B" });
        var lister = _shop.Connector.Get<ILister<Product>>();
        var before = await lister.ListAsync(None).SingleAsync();
        _shop.Edit<Product>(id, product => product with { Barcode = "4006381333931" });

        var after = await lister.ListAsync(None).SingleAsync();
        after.Stamp.Should().NotBe(before.Stamp);
        (await _shop.Connector.Get<IFinder<Product>>().FindAsync([id], None).SingleAsync()).Record!.Stamp.Should().Be(after.Stamp);
    }

    [Fact]
    public void Stock_levels_come_and_go_with_products_and_variants()
    {
        _shop.Kind(CatalogShapes.StockLevel);
        _shop.Kind(CatalogShapes.Product);
        _shop.Kind(CatalogShapes.ProductVariant);
        var product = _shop.Add(new Product());
        _shop.Add(new Product { IsService = true });
        var variant = _shop.Add(new ProductVariant { Product = new Ref(EntityKind.Product, product) });

        _shop.All<StockLevel>().Select(level => level.Id.Value).Should().Equal($"product:{product}", $"variant:{variant}");

        _shop.Delete<Product>(product);

        _shop.All<StockLevel>().Should().BeEmpty();
        _shop.All<ProductVariant>().Should().BeEmpty();
    }

    [Fact]
    public async Task The_path_of_a_category_is_given_and_found()
    {
        _shop.Kind(CatalogShapes.Category);
        var top = _shop.Add(new Category { Name = LocalizedText.Of("en", "Kitchen") });
        var child = _shop.Add(new Category { Name = LocalizedText.Of("en", "Mugs"), Parent = new Ref(EntityKind.Category, top) });

        var found = await _shop.Connector.Get<IKeyFinder<Category>>().FindByKeyAsync(["kitchen / mugs"], None).SingleAsync();

        found.Record!.Id.Should().Be(child);
        found.Record.Value.Path.Should().Be("Kitchen / Mugs");
    }

    [Fact]
    public async Task The_flag_of_variants_is_computed_on_reading()
    {
        _shop.Kind(CatalogShapes.Product);
        _shop.Kind(CatalogShapes.ProductVariant);
        var product = _shop.Add(new Product());
        _shop.Add(new ProductVariant { Product = new Ref(EntityKind.Product, product) });

        (await _shop.Connector.Get<IFinder<Product>>().FindAsync([product], None).SingleAsync()).Record!.Value.HasVariants.Should().BeTrue();
    }

    [Fact]
    public async Task Unread_fields_come_empty()
    {
        _shop.Kind(CatalogShapes.Product, kind => kind.ReadFields = new HashSet<string> { nameof(Product.Reference) });
        var id = _shop.Add(new Product { Reference = "A", Name = LocalizedText.Of("en", "Mug"), WeightKg = 1 });

        var read = await _shop.Connector.Get<IFinder<Product>>().FindAsync([id], None).SingleAsync();

        read.Record!.Value.Should().Be(new Product { Reference = "A" });
    }

    [Fact]
    public void A_backup_brings_content_and_ids_back()
    {
        _shop.Kind(CatalogShapes.Product);
        var kept = _shop.Add(new Product { Reference = "A" });
        var restore = _shop.TakeBackup();
        _shop.Edit<Product>(kept, product => product with { Reference = "B" });
        var later = _shop.Add(new Product());

        restore();

        _shop.All<Product>().Should().ContainSingle().Which.Value.Reference.Should().Be("A");
        _shop.Add(new Product()).Should().Be(later);
    }

    [Fact]
    public async Task A_million_generated_records_are_held_by_function_and_can_be_edited_and_deleted()
    {
        _shop.Kind(CatalogShapes.Product, kind =>
        {
            kind.Generated = new GeneratedKind<Product>(1_000_000, index => new Product { Reference = $"P{index}" }) { IndexOfKey = key => long.Parse(key[1..], null) };
            kind.ListPageSize = 50_000;
        });
        _clock.Advance(TimeSpan.FromMinutes(1));
        _shop.Edit<Product>(new RemoteId("500000"), product => product with { Barcode = "1" });
        _shop.Delete<Product>(new RemoteId("7"));
        var added = _shop.Add(new Product { Reference = "NEW" });

        added.Value.Should().Be("1000001");
        (await _shop.Connector.Get<ILister<Product>>().ListAsync(None).CountAsync()).Should().Be(1_000_000);
        var changes = _shop.Connector.Get<IChangeReader<Product>>();
        (await changes.ReadChangedAsync(await changes.TakeCursorAsync(None), None).Select(row => row.Record!.Id.Value).ToListAsync()).Should().Equal("500000", "1000001");
        (await _shop.Connector.Get<IKeyFinder<Product>>().FindByKeyAsync(["P7", "P8"], None).Select(row => row.Record!.Id.Value).ToListAsync()).Should().Equal("8");
    }

    [Fact]
    public async Task Parallel_creates_get_ids_of_their_own()
    {
        _shop.Kind(CatalogShapes.Product);
        var creator = _shop.Connector.Get<ICreator<Product>>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), async (index, token) => await creator.CreateAsync([new Creation<Product>($"t{index}", new Product())], token));

        _shop.All<Product>().Select(record => record.Id).Should().OnlyHaveUniqueItems().And.HaveCount(200);
    }
}
