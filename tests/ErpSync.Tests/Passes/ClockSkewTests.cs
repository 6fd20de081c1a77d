namespace ErpSync.Tests.Passes;

/// <summary>Clocks of systems that tell changes by dates alone.</summary>
public sealed class ClockSkewTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, -7)]
    [InlineData(-5, 11)]
    [InlineData(-26, -3)]
    public async Task Clocks_that_differ_by_hours_lose_no_edit_and_repeat_no_write(int shopHours, int erpHours)
    {
        var (world, shopClock, erpClock) = World();
        using var _ = world;
        shopClock.Skew = TimeSpan.FromHours(shopHours);
        erpClock.Skew = TimeSpan.FromHours(erpHours);
        await LinkAsync(world);
        await EditsArriveAsync(world, "first");

        await EditsArriveAsync(world, "second");
    }

    [Theory]
    [InlineData(3, 0, 0, 0)]
    [InlineData(0, 3, 0, -3)]
    [InlineData(-2, 5, -9, 5)]
    [InlineData(0, 0, 0, -1)]
    [InlineData(1, 1, -4, 6)]
    public async Task Clock_that_jumps_loses_no_edit_and_repeats_no_write(int shopBefore, int erpBefore, int shopAfter, int erpAfter)
    {
        var (world, shopClock, erpClock) = World();
        using var _ = world;
        (shopClock.Skew, erpClock.Skew) = (TimeSpan.FromHours(shopBefore), TimeSpan.FromHours(erpBefore));
        await LinkAsync(world);
        await EditsArriveAsync(world, "before");

        (shopClock.Skew, erpClock.Skew) = (TimeSpan.FromHours(shopAfter), TimeSpan.FromHours(erpAfter));
        await EditsArriveAsync(world, "after");
        await EditsArriveAsync(world, "long after");
    }

    [Fact]
    public async Task Clock_that_was_put_back_costs_one_full_read_and_no_more()
    {
        var (world, shopClock, _) = World();
        using var world1 = world;
        await LinkAsync(world);
        shopClock.Skew = TimeSpan.FromHours(-2);
        world.Shop.Calls.Clear();

        await world.RunAsync();
        world.Shop.Calls.Of("product.read").Should().Be(1);
        await world.RunAsync();

        world.Shop.Calls.Of("product.read").Should().Be(1);
        world.Erp.Calls.Of("product.read").Should().Be(1, "its clock was right all the time; this is the first run's");
    }

    private static (TwoSystems World, WrongClock Shop, WrongClock Erp) World()
    {
        WrongClock? shop = null, erp = null;
        var world = new TwoSystems(p => p.Sync<Product>(), clocks: clock => (shop = new WrongClock(clock), erp = new WrongClock(clock)));
        foreach (var system in new[] { world.Shop, world.Erp })
            system.Of<Product>().Settings.StampedFields = new HashSet<string>();
        return (world, shop!, erp!);
    }

    private static async Task LinkAsync(TwoSystems world)
    {
        for (var i = 0; i < 4; i++)
            (i < 2 ? world.Shop : world.Erp).Add(new Product { Reference = $"P{i}", Name = LocalizedText.Of("en", $"Mug {i}") });
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private static async Task EditsArriveAsync(TwoSystems world, string text)
    {
        world.Shop.Edit<Product>(Id(world.Shop, "P0"), x => x with { Barcode = text });
        world.Erp.Edit<Product>(Id(world.Erp, "P1"), x => x with { Barcode = text });
        world.Shop.Edit<Product>(Id(world.Shop, "P2"), x => x with { Barcode = text });
        world.Erp.Edit<Product>(Id(world.Erp, "P2"), x => x with { Name = LocalizedText.Of("en", text) });
        world.Shop.Calls.Clear();
        world.Erp.Calls.Clear();

        await world.RunAsync();
        (world.Shop.Calls.Writes, world.Erp.Calls.Writes).Should().Be((2, 2), "each edit is carried over once");
        await world.RunAsync();

        (world.Shop.Calls.Writes, world.Erp.Calls.Writes).Should().Be((2, 2), "nothing is written twice");
        foreach (var system in new[] { world.Shop, world.Erp })
        {
            system.All<Product>().Should().HaveCount(4);
            new[] { "P0", "P1", "P2" }.Select(key => system.Get<Product>(Id(system, key))!.Barcode).Should().AllBe(text);
            system.Get<Product>(Id(system, "P2"))!.Name["en"].Should().Be(text);
        }
    }

    private static RemoteId Id(ErpSync.Testing.InMemorySystem system, string reference) => system.All<Product>().Single(product => product.Value.Reference == reference).Id;
}
