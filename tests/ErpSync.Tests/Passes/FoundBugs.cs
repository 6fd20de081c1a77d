using ErpSync.Testing;

namespace ErpSync.Tests.Passes;

/// <summary>One test for each bug that was found by reading or running.</summary>
public sealed class FoundBugs
{
    private static readonly Product Mug = new() { Reference = "A", Name = LocalizedText.Of("en", "Mug"), Barcode = "1" };

    [Fact]
    public async Task Second_run_of_a_pair_in_the_same_process_is_refused()
    {
        using var world = new TwoSystems();
        world.Shop.Add(Mug);
        SyncBusyException? refused = null;
        world.Erp.BeforeCall = async call =>
        {
            if (call == "product.create")
                refused = (await world.Engine.Awaiting(engine => engine.RunAsync(TwoSystems.Main)).Should().ThrowAsync<SyncBusyException>()).Which;
        };

        await world.RunAsync();

        refused!.Pair.Should().Be("main");
        world.Erp.All<Product>().Should().ContainSingle();
    }

    [Fact]
    public async Task Field_that_is_compared_from_now_on_is_compared_on_unchanged_links_too()
    {
        using var before = new TwoSystems(p => p.Sync<Product>(x => x.Ignore(product => product.Barcode)));
        var shop = before.Shop.Add(Mug);
        var erp = before.Erp.Add(Mug with { Barcode = "2" });
        await before.RunAsync();
        (await before.InspectAsync()).Single().Colour.Should().Be(LinkColour.Green);

        using var after = new TwoSystems(p => p.Sync<Product>(x => x.OnFirstRun(Conflict.Keep("shop"))), restarted: before);
        await after.RunAsync();

        after.Erp.Get<Product>(erp)!.Barcode.Should().Be("1");
        after.Shop.Get<Product>(shop)!.Barcode.Should().Be("1");
    }

    [Fact]
    public async Task Record_that_comes_back_is_no_longer_shown_as_deleted()
    {
        using var world = new TwoSystems();
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        var restore = world.Shop.TakeBackup();
        world.Shop.Delete<Product>(shop);
        await world.RunAsync();
        (await world.InspectAsync(EntityKind.Product)).Single().Colour.Should().Be(LinkColour.Orange);

        restore();
        await world.RunAsync();

        (await world.InspectAsync(EntityKind.Product)).Single().Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task Listing_that_skips_a_record_does_not_make_it_deleted()
    {
        using var world = new TwoSystems();
        for (var i = 0; i < 3; i++)
            world.Shop.Add(Mug with { Reference = $"P{i}" });
        await world.RunAsync();
        world.Shop.Faults.Add(InMemoryFaultKind.EndsEarly, "product.list");

        await world.RunAsync();

        (await world.InspectAsync(EntityKind.Product)).Should().HaveCount(3).And.OnlyContain(view => view.Colour == LinkColour.Green);
    }

    [Fact]
    public async Task Edit_whose_partner_could_not_be_read_is_taken_up_again()
    {
        using var world = new TwoSystems();
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        var erp = world.Erp.All<Product>().Single().Id;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "2" });
        world.Erp.Faults.Add(InMemoryFaultKind.BadRecord, "product.find");
        await world.RunAsync();
        world.Erp.Get<Product>(erp)!.Barcode.Should().Be("1");

        world.Clock.Advance(TimeSpan.FromHours(2));
        await world.RunAsync();

        world.Erp.Get<Product>(erp)!.Barcode.Should().Be("2");
    }

    [Fact]
    public async Task Lost_create_that_is_found_while_its_source_is_parked_is_linked_and_not_repeated()
    {
        using var world = new TwoSystems();
        world.Shop.Add(Mug with { Reference = null });
        world.Erp.Faults.Add(InMemoryFaultKind.ResponseLost, "product.create");
        world.Erp.Faults.Add(InMemoryFaultKind.Unavailable, "product.find-token", times: 1);

        await world.RunAsync();
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromHours(3));
        await world.RunAsync();

        world.Erp.All<Product>().Should().ContainSingle();
        (await world.InspectAsync(EntityKind.Product)).Single().Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task Category_that_is_linked_later_reaches_its_products()
    {
        using var world = new TwoSystems();
        var category = world.Shop.Add(new Category { Name = LocalizedText.Of("en", "Mugs") });
        world.Shop.Add(Mug with { Categories = [new Ref(EntityKind.Category, category)] });
        world.Erp.Faults.Add(InMemoryFaultKind.Rejected, "category.create");
        await world.RunAsync();
        world.Erp.All<Product>().Single().Value.Categories.Should().BeEmpty("its category could not be created");

        world.Clock.Advance(TimeSpan.FromHours(2));
        await world.RunAsync();

        world.Erp.All<Product>().Single().Value.Categories.Should().ContainSingle().Which.Id.Should().Be(world.Erp.All<Category>().Single().Id);
    }

    [Fact]
    public async Task Category_without_a_counterpart_is_not_taken_away_by_an_edit_on_the_other_side()
    {
        using var world = new TwoSystems(p => p.Sync<Category>(x => x.Where(category => category.Name["en"] != "Internal")).Sync<Product>());
        var hidden = world.Shop.Add(new Category { Name = LocalizedText.Of("en", "Internal") });
        var mugs = world.Shop.Add(new Category { Name = LocalizedText.Of("en", "Mugs") });
        var shop = world.Shop.Add(Mug with { Categories = [new Ref(EntityKind.Category, hidden)] });
        await world.RunAsync();
        var erp = world.Erp.All<Product>().Single().Id;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Erp.Edit<Product>(erp, x => x with { Categories = [new Ref(EntityKind.Category, world.Erp.All<Category>().Single().Id)] });

        await world.RunAsync();

        world.Shop.Get<Product>(shop)!.Categories.Select(x => x.Id).Should().BeEquivalentTo([hidden, mugs]);
    }

    [Theory]
    [InlineData("shop")]
    [InlineData("erp")]
    public async Task Pointer_to_a_record_without_a_counterpart_is_never_written_under_the_wrong_id(string edited)
    {
        using var world = new TwoSystems(p => p.Sync<Category>(x => x.Where(category => category.Name["en"] != "Internal")));
        for (var i = 0; i < 3; i++)
            world.Shop.Add(new Category { Name = LocalizedText.Of("en", $"Category {i}") });
        await world.RunAsync();
        var (here, there) = edited == "shop" ? (world.Shop, world.Erp) : (world.Erp, world.Shop);
        var hidden = here.Add(new Category { Name = LocalizedText.Of("en", "Internal") });
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        here.Edit<Category>(here.All<Category>()[0].Id, x => x with { Parent = new Ref(EntityKind.Category, hidden) });
        there.Add(new Category { Name = LocalizedText.Of("en", "Internal") }); // the same id over there is another record

        await world.RunAsync();

        there.All<Category>().Should().OnlyContain(category => category.Value.Parent == null);
        here.All<Category>()[0].Value.Parent!.Value.Id.Should().Be(hidden);
    }
}
