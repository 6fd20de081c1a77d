using ErpSync.Testing;

namespace ErpSync.Tests.Echoes;

/// <summary>What ErpSync wrote itself comes back by every way in which changes are noticed, and causes nothing.</summary>
public sealed class EchoTests
{
    private static readonly Product Mug = new() { Reference = "A", Name = LocalizedText.Of("en", "Mug"), Barcode = "1", Description = LocalizedText.Of("en", "Long") };

    private static TwoSystems World(Action<InMemoryKindSettings<Product>>? erp = null) => new(p => p.Sync<Product>(x => x.OnDelete(Deletion.Delete)), erpProducts: erp);

    /// <summary>A create, an update, and the run in which both come back.</summary>
    private static async Task<SyncReport> WriteAndComeBackAsync(TwoSystems world)
    {
        var shop = world.Shop.Add(Mug);
        await world.Engine.RunAsync(TwoSystems.Main);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "2" });
        await world.Engine.RunAsync(TwoSystems.Main);
        world.Erp.All<Product>().Single().Value.Barcode.Should().Be("2");
        world.Shop.Calls.Clear();
        world.Erp.Calls.Clear();
        return await world.Engine.RunAsync(TwoSystems.Main); // the same second: every cursor overlaps
    }

    private static string[] Requests(InMemorySystem system) => [.. system.Calls.All.Select(call => call.Name).Where(name => name != "connection.open")];

    [Fact]
    public async Task Own_write_that_comes_back_through_the_cursor_causes_nothing()
    {
        using var world = World();

        var report = await WriteAndComeBackAsync(world);

        report.Written.Should().Be(0);
        report.Kinds.Single().Examined.Should().Be(0, "the fingerprint tells that it is our own");
        Requests(world.Erp).Should().Equal("product.cursor", "product.changed", "product.list");
        Requests(world.Shop).Should().Equal("product.cursor", "product.changed", "product.list");
    }

    [Fact]
    public async Task Own_write_that_moves_the_stamp_of_the_listing_causes_nothing()
    {
        using var world = World(settings => settings.Without(InMemoryCapabilities.Changes));

        var report = await WriteAndComeBackAsync(world);

        report.Written.Should().Be(0);
        report.Kinds.Single().Examined.Should().Be(0);
        Requests(world.Erp).Should().Equal(["product.list"], "the write gave the new stamp back");
    }

    [Fact]
    public async Task Own_write_whose_answer_has_no_stamp_is_read_once_and_causes_nothing()
    {
        using var world = World(settings =>
        {
            settings.Without(InMemoryCapabilities.Changes);
            settings.CarriesStamps = false;
        });

        (await WriteAndComeBackAsync(world)).Written.Should().Be(0);

        Requests(world.Erp).Should().Equal(["product.list", "product.find", "product.find"], "one read: a page and the proof that it was the last");
        world.Erp.Calls.Writes.Should().Be(0);
        world.Shop.Calls.Writes.Should().Be(0);
    }

    [Fact]
    public async Task Own_write_that_comes_back_through_a_sweep_is_read_once_and_causes_nothing()
    {
        using var world = World(settings =>
        {
            settings.WithAlso(InMemoryCapabilities.Sweep);
            settings.SilentFields = new HashSet<string> { "Barcode" };
            settings.StampedFields = new HashSet<string>();
        });

        (await WriteAndComeBackAsync(world)).Written.Should().Be(0);
        Requests(world.Erp).Count(name => name == "product.find").Should().BeLessThanOrEqualTo(2, "the sweep names it; one read, of a page and its end, finds nothing new");
        world.Erp.Calls.Clear();
        (await world.RunAsync()).Written.Should().Be(0);

        Requests(world.Erp).Should().NotContain("product.find", "by then the sweep knows it");
        (world.Shop.Calls.Writes + world.Erp.Calls.Writes).Should().Be(0);
    }

    [Fact]
    public async Task Own_write_that_the_system_changed_when_it_stored_it_is_not_written_back()
    {
        using var world = World(settings =>
        {
            settings.Normalise = product => product with { Barcode = product.Barcode?.PadLeft(5, '0') };
            settings.DeclaresNormalise = false;
            settings.ReturnsStored = false;
        });

        (await WriteAndComeBackAsync2(world)).Written.Should().Be(0);

        world.Shop.All<Product>().Single().Value.Barcode.Should().Be("2");
        world.Erp.All<Product>().Single().Value.Barcode.Should().Be("00002");

        static async Task<SyncReport> WriteAndComeBackAsync2(TwoSystems world)
        {
            var shop = world.Shop.Add(Mug);
            await world.RunAsync();
            world.Shop.Edit<Product>(shop, x => x with { Barcode = "2" });
            await world.RunAsync();
            await world.RunAsync();
            return await world.RunAsync(full: true);
        }
    }

    [Fact]
    public async Task Own_delete_that_a_listing_and_an_announcement_tell_causes_nothing()
    {
        using var world = World();
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        var erp = world.Erp.All<Product>().Single().Id;
        world.Shop.Delete<Product>(shop);
        await world.RunAsync();
        world.Erp.All<Product>().Should().BeEmpty();
        world.Shop.Calls.Clear();
        world.Erp.Calls.Clear();

        var report = await world.Engine.RunAsync(TwoSystems.Main with { AnnouncedDeletions = [new(EntityKind.Product, "erp", erp), new(EntityKind.Product, "shop", shop)] });

        report.Kinds.Single().Examined.Should().Be(0);
        (world.Shop.Calls.Writes + world.Erp.Calls.Writes).Should().Be(0);
    }
}
