using ErpSync.Testing;

namespace ErpSync.Tests.Holding;

/// <summary>What holds the pair is found before the first write of a run, whatever kind comes first.</summary>
public sealed class FirstWriteTests
{
    private static Product Mug(int number) => new() { Reference = $"P{number}", Name = LocalizedText.Of("en", $"Mug {number}"), Barcode = $"{number}", PriceNet = new Money(5, new CurrencyCode("EUR")) };

    [Theory]
    [InlineData("shop")]
    [InlineData("erp")]
    public async Task Restored_backup_of_a_later_kind_is_found_before_an_earlier_kind_is_written(string restored)
    {
        using var world = await LinkedAsync();
        var system = restored == "shop" ? world.Shop : world.Erp;
        var restore = system.TakeBackup();
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        system.Edit<Product>(system.All<Product>()[0].Id, x => x with { Barcode = "new" });
        system.Add(Mug(6));
        await world.RunAsync();
        restore();
        Rename(world);

        await NothingIsWrittenAsync(world, HoldCodes.RanBackwards);
    }

    [Fact]
    public async Task Id_that_a_record_of_a_later_kind_has_now_is_found_before_an_earlier_kind_is_written()
    {
        using var world = await LinkedAsync();
        var restore = world.Shop.TakeBackup();
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        world.Shop.Add(Mug(6));
        await world.RunAsync();
        restore();
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        world.Shop.Add(new Product { Reference = "X", Name = LocalizedText.Of("en", "Teapot"), Barcode = "7", PriceNet = new Money(1, new CurrencyCode("EUR")) });
        Rename(world);

        await NothingIsWrittenAsync(world, HoldCodes.RanBackwards);
    }

    [Fact]
    public async Task Older_store_is_found_by_the_tokens_of_a_later_kind_before_an_earlier_kind_is_written()
    {
        using var folder = new TemporaryFolder();
        using var first = new SqliteStore($"Data Source={folder.File("a.db")}");
        using var before = await LinkedAsync(first);
        first.Dispose();
        File.Copy(folder.File("a.db"), folder.File("old.db"));
        using var newest = new SqliteStore($"Data Source={folder.File("a.db")}");
        using var later = World(newest, before);
        later.Clock.Advance(TimeSpan.FromMinutes(30));
        later.Erp.Add(Mug(6));
        await later.RunAsync();
        later.Shop.All<Product>().Should().HaveCount(6);
        Rename(later);
        using var old = new SqliteStore($"Data Source={folder.File("old.db")}");
        using var world = World(old, later);

        await NothingIsWrittenAsync(world, HoldCodes.StoreOlder);
    }

    [Fact]
    public async Task Create_that_was_cut_off_is_no_older_store()
    {
        using var world = await LinkedAsync();
        world.Erp.Add(Mug(6));
        world.Shop.Faults.Add(InMemoryFaultKind.CrashAfterCommit, "product.create");
        await world.Awaiting(x => x.RunAsync()).Should().ThrowAsync<SimulatedCrashException>();
        world.Clock.Advance(TimeSpan.FromMinutes(10));
        Rename(world);
        using var restarted = World(world.Store, world);

        (await restarted.RunAsync()).IsComplete.Should().BeTrue();

        restarted.Shop.All<Product>().Should().HaveCount(6);
        (await restarted.InspectAsync()).Should().OnlyContain(view => view.Colour == LinkColour.Green);
    }

    [Fact]
    public async Task Deleting_the_newest_record_holds_nothing()
    {
        using var world = await LinkedAsync();
        world.Shop.Delete<Product>(world.Shop.All<Product>()[^1].Id);
        Rename(world);

        (await world.RunAsync()).IsComplete.Should().BeTrue();

        world.Erp.All<Category>().Single().Value.Name["en"].Should().Be("Cups");
    }

    [Fact]
    public async Task Later_kind_that_cannot_be_read_does_not_stop_an_earlier_one()
    {
        using var world = await LinkedAsync();
        Rename(world);
        world.Erp.Faults.Add(InMemoryFaultKind.Unavailable, "product", times: int.MaxValue);

        await world.RunAsync();

        world.Erp.All<Category>().Single().Value.Name["en"].Should().Be("Cups");
    }

    [Fact]
    public async Task Look_costs_a_request_a_side_and_kind_and_one_where_newer_records_can_be_asked_for_and_only_where_something_is_written()
    {
        using var world = await LinkedAsync();
        world.Shop.Calls.Clear();
        world.Erp.Calls.Clear();
        await world.RunAsync();
        (world.Shop.Calls.Of("product.find"), world.Erp.Calls.Of("product.find"), world.Erp.Calls.Of("product.newest")).Should().Be((0, 0, 0), "nothing is written");
        Rename(world);

        await world.RunAsync();

        const int find = 2; // a page with the one record, and the empty one that ends it
        (world.Shop.Calls.Of("product.find"), world.Erp.Calls.Of("product.find"), world.Erp.Calls.Of("product.newest")).Should().Be((find, find, 1));
        world.Erp.All<Category>().Single().Value.Name["en"].Should().Be("Cups");
    }

    [Fact]
    public async Task Plan_of_an_earlier_kind_is_not_applied_to_a_pair_whose_later_kind_ran_backwards()
    {
        using var world = await LinkedAsync();
        var restore = world.Shop.TakeBackup();
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        world.Shop.Edit<Product>(world.Shop.All<Product>()[0].Id, x => x with { Barcode = "new" });
        world.Shop.Add(Mug(6));
        await world.RunAsync();
        Rename(world);
        world.Shop.Edit<Product>(world.Shop.All<Product>()[1].Id, x => x with { Barcode = "newer" });
        var plan = await world.MakePlanAsync();
        restore();
        Rename(world);
        world.Erp.Calls.Clear();

        await world.Engine.ApplyAsync(plan);

        world.Erp.Calls.Writes.Should().Be(0);
        (await world.Control.ReadHoldsAsync("main")).Should().ContainSingle().Which.Code.Should().Be(HoldCodes.RanBackwards);
    }

    private static async Task NothingIsWrittenAsync(TwoSystems world, string code)
    {
        world.Shop.Calls.Clear();
        world.Erp.Calls.Clear();

        var report = await world.RunAsync();

        (world.Shop.Calls.Writes, world.Erp.Calls.Writes).Should().Be((0, 0), "the category waits for a person's word too");
        report.Kinds.Should().OnlyContain(kind => kind.Problem!.Code == code);
        (await world.Control.ReadHoldsAsync("main")).Should().ContainSingle().Which.Kind.Should().Be(EntityKind.Product);
    }

    private static void Rename(TwoSystems world)
    {
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        world.Shop.Edit<Category>(world.Shop.All<Category>().Single().Id, x => x with { Name = LocalizedText.Of("en", "Cups") });
    }

    private static TwoSystems World(ISyncStore? store = null, TwoSystems? restarted = null) =>
        new(p => p.Sync<Category>(x => x.Brake(b => b.Off("there is one"))).Sync<Product>(), x => x.WithAlso(InMemoryCapabilities.NewestId), store, restarted);

    private static async Task<TwoSystems> LinkedAsync(ISyncStore? store = null)
    {
        var world = World(store);
        world.Shop.Add(new Category { Name = LocalizedText.Of("en", "Mugs") });
        for (var i = 0; i < 5; i++)
            world.Shop.Add(Mug(i));
        await world.RunAsync();
        await world.RunAsync();
        return world;
    }
}
