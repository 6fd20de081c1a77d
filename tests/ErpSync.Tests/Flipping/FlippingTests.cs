namespace ErpSync.Tests.Flipping;

public sealed class FlippingTests
{
    private static readonly Product Mug = new() { Reference = "A", Name = LocalizedText.Of("en", "Mug"), Barcode = "0" };

    private static async Task<(TwoSystems World, RemoteId Shop, RemoteId Erp)> LinkedAsync()
    {
        var world = new TwoSystems(p => p.Sync<Product>(x => x.Brake(b => b.Limit(100, 100))));
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        return (world, shop, world.Erp.All<Product>().Single().Id);
    }

    /// <summary>Edits by turns in the shop and in the ERP, a run after each.</summary>
    /// <returns>How many runs wrote.</returns>
    private static async Task<int> FightAsync(TwoSystems world, RemoteId shop, RemoteId erp, int rounds, TimeSpan pause, Func<int, string> value)
    {
        var written = 0;
        for (var round = 0; round < rounds; round++)
        {
            world.Clock.Advance(pause);
            if (round % 2 == 0)
                world.Shop.Edit<Product>(shop, x => x with { Barcode = value(round) });
            else
                world.Erp.Edit<Product>(erp, x => x with { Barcode = value(round) });
            written += (await world.RunAsync()).Written > 0 ? 1 : 0;
        }

        return written;
    }

    [Fact]
    public async Task Field_that_two_tools_write_back_and_forth_is_stopped_and_parked_with_both_values()
    {
        var (world, shop, erp) = await LinkedAsync();
        using var _ = world;

        var written = await FightAsync(world, shop, erp, rounds: 12, TimeSpan.FromMinutes(5), round => round % 2 == 0 ? "x" : "y");

        written.Should().Be(5, "the first write and four changes of direction");
        var view = (await world.InspectAsync()).Single();
        view.Colour.Should().Be(LinkColour.Orange);
        view.Differences.Single().Should().BeEquivalentTo(new { Field = "Barcode", First = "x", Second = "y", Reason = OpenReason.Flipping });
        var parked = new List<ParkedRecord>();
        await foreach (var record in world.Store.ReadParkedAsync("main", EntityKind.Product, default))
            parked.Add(record);
        parked.Single().Problem.Code.Should().Be("record.flipping");
        parked.Single().Problem.Raw.Should().Contain("shop 'x'").And.Contain("erp 'y'");
        parked.Single().RetryAt.Should().BeNull();
    }

    [Fact]
    public async Task Other_fields_of_a_record_that_was_stopped_go_on()
    {
        var (world, shop, erp) = await LinkedAsync();
        using var _ = world;
        await FightAsync(world, shop, erp, rounds: 8, TimeSpan.FromMinutes(5), round => $"{round}");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Name = LocalizedText.Of("en", "Cup") });

        await world.RunAsync();

        world.Erp.Get<Product>(erp)!.Name["en"].Should().Be("Cup");
        (await world.InspectAsync()).Single().Differences.Select(difference => difference.Field).Should().Equal("Barcode");
    }

    [Fact]
    public async Task Person_settles_it_and_the_field_goes_on()
    {
        var (world, shop, erp) = await LinkedAsync();
        using var _ = world;
        await FightAsync(world, shop, erp, rounds: 8, TimeSpan.FromMinutes(5), round => $"{round}");

        await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "erp"));

        world.Shop.Get<Product>(shop)!.Barcode.Should().Be(world.Erp.Get<Product>(erp)!.Barcode);
        (await world.InspectAsync()).Single().Colour.Should().Be(LinkColour.Green);
        await foreach (var record in world.Store.ReadParkedAsync("main", EntityKind.Product, default))
            record.Should().BeNull();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "after" });
        await world.RunAsync();
        world.Erp.Get<Product>(erp)!.Barcode.Should().Be("after");
    }

    [Fact]
    public async Task People_who_edit_by_turns_over_days_are_not_stopped()
    {
        var (world, shop, erp) = await LinkedAsync();
        using var _ = world;
        (await FightAsync(world, shop, erp, rounds: 14, TimeSpan.FromHours(10), round => $"v{round}")).Should().Be(14);
    }

    [Fact]
    public async Task Nightly_fight_between_the_same_two_values_is_stopped_too()
    {
        var (world, shop, erp) = await LinkedAsync();
        using var _ = world;
        (await FightAsync(world, shop, erp, rounds: 12, TimeSpan.FromHours(12), round => round % 2 == 0 ? "x" : "y")).Should().BeLessThan(8);
    }

    [Fact]
    public async Task Many_edits_on_one_side_are_no_fight()
    {
        var (world, shop, erp) = await LinkedAsync();
        using var _ = world;
        for (var round = 0; round < 20; round++)
        {
            world.Shop.Edit<Product>(shop, x => x with { Barcode = $"{round}" });
            await world.RunAsync();
        }

        world.Erp.Get<Product>(erp)!.Barcode.Should().Be("19");
    }
}
