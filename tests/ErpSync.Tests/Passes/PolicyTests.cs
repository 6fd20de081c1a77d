namespace ErpSync.Tests.Passes;

public sealed class PolicyTests
{
    private static readonly Product Mug = new() { Reference = "A", Name = LocalizedText.Of("en", "Mug"), Barcode = "1" };

    [Fact]
    public async Task Field_with_an_owner_flows_from_there_only()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.Owner(product => product.Barcode, "erp")));
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        var erp = world.Erp.All<Product>().Single().Id;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "2" });

        await world.RunAsync();

        world.Erp.Get<Product>(erp)!.Barcode.Should().Be("1");
        world.Shop.Get<Product>(shop)!.Barcode.Should().Be("2", "an edit is shown, not reverted");
        (await world.InspectAsync()).Single().Differences.Single().Reason.Should().Be(OpenReason.Drift);
    }

    [Fact]
    public async Task Edit_that_is_only_shown_waits_at_either_side_until_a_person_decides_and_is_explained()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.OnEdit(Edits.Show)));
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        var erp = world.Erp.All<Product>().Single().Id;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "2" });

        (await world.RunAsync()).Written.Should().Be(0);
        (await world.RunAsync()).Written.Should().Be(0);

        var view = (await world.InspectAsync()).Single();
        (view.Colour, view.Differences.Single().Reason, view.Differences.Single().ChangedAt.Single()).Should().Be((LinkColour.Orange, OpenReason.Edited, "shop"));
        await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "shop"));
        world.Erp.Get<Product>(erp)!.Barcode.Should().Be("2");
        (await world.InspectAsync()).Single().Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task Edits_that_waited_go_over_when_the_policy_lets_them()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.OnEdit(Edits.Show)));
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "2" });
        await world.RunAsync();
        using var later = new TwoSystems(p => p.Sync<Product>(), restarted: world);

        await later.RunAsync();

        world.Erp.All<Product>().Single().Value.Barcode.Should().Be("2");
    }

    [Fact]
    public async Task Newest_wins_where_the_policy_says_so()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.OnConflict(Conflict.KeepNewest)));
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        var erp = world.Erp.All<Product>().Single().Id;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Erp.Edit<Product>(erp, x => x with { Barcode = "older" });
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "newer" });

        await world.RunAsync();

        world.Erp.Get<Product>(erp)!.Barcode.Should().Be("newer");
    }

    [Fact]
    public async Task Delegate_decides_by_the_values()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.OnConflict(Conflict.By(one => one.Values["erp"].Length > one.Values["shop"].Length ? "erp" : "shop"))));
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        var erp = world.Erp.All<Product>().Single().Id;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "12" });
        world.Erp.Edit<Product>(erp, x => x with { Barcode = "12345" });

        await world.RunAsync();

        world.Shop.Get<Product>(shop)!.Barcode.Should().Be("12345");
    }

    [Fact]
    public async Task One_way_kind_never_writes_to_its_source()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.From("erp")));
        world.Shop.Add(Mug with { Reference = "only in the shop" });
        world.Erp.Add(Mug);

        await world.RunAsync();

        world.Erp.Calls.Writes.Should().Be(0);
        world.Shop.All<Product>().Should().HaveCount(2);
    }

    [Fact]
    public async Task Stock_of_a_product_that_was_just_created_in_the_ERP_does_not_empty_the_shop()
    {
        using var world = new TwoSystems();
        var shop = world.Shop.Add(Mug);
        world.Shop.Edit<StockLevel>(new RemoteId($"product:{shop}"), x => x with { Quantity = 7 });

        await world.RunAsync();

        world.Shop.Get<StockLevel>(new RemoteId($"product:{shop}"))!.Quantity.Should().Be(7);
        world.Erp.All<StockLevel>().Single().Value.Quantity.Should().Be(7);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Erp.Edit<StockLevel>(world.Erp.All<StockLevel>().Single().Id, x => x with { Quantity = 5 });
        await world.RunAsync();
        world.Shop.Get<StockLevel>(new RemoteId($"product:{shop}"))!.Quantity.Should().Be(5, "from then on the ERP owns the stock");
    }

    [Fact]
    public async Task Filter_leaves_records_alone()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.Where(product => product.Reference != "A")));
        world.Shop.Add(Mug);
        world.Shop.Add(Mug with { Reference = "B" });

        await world.RunAsync();

        world.Erp.All<Product>().Single().Value.Reference.Should().Be("B");
    }
}
