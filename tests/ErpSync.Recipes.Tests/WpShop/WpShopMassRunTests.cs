using ErpSync.Sandbox;

namespace ErpSync.Recipes.Tests.WpShop;

/// <summary>Section 5: the mass run. It names its kinds, shows its numbers, and wants them confirmed.</summary>
public sealed class WpShopMassRunTests
{
    [Fact]
    public async Task WpShop_5_1_Run_by_hand_takes_its_kinds_in_the_order_of_what_needs_what()
    {
        await using var world = await WpShopWorld.StartAsync(seed: world =>
        {
            world.Documented();
            world.Erp.State.LinkCategory(world.Erp.State.AddCategory(category => category.Label = "Cups").Id, world.InErp("D").Id);
        });
        var preview = await world.MassRun.PreviewAsync("main", [EntityKind.Product, EntityKind.Category], keep: "erp");

        var result = await world.MassRun.ConfirmAsync(preview, preview.Creates, preview.Overwrites);

        result.Report!.Kinds.Select(kind => kind.Kind).Should().Equal(EntityKind.Category, EntityKind.Product);
        world.InShop("D")["categories"]!.AsArray().Should().ContainSingle().Which!["name"]!.ToString().Should().Be("Cups");
    }

    [Fact]
    public async Task WpShop_5_1_Run_names_its_kinds_and_wants_its_numbers_confirmed()
    {
        await using var world = await WpShopWorld.StartAsync();
        await FluentActions.Awaiting(() => world.MassRun.PreviewAsync("main", [])).Should().ThrowAsync<ArgumentException>();

        var preview = await world.MassRun.PreviewAsync("main", [EntityKind.Product], keep: "erp");

        preview.Counts.Should().BeEquivalentTo([new WpShopCount(EntityKind.Product, "woo", 1, 2), new WpShopCount(EntityKind.Product, "erp", 1, 0)]);
        (preview.Creates, preview.Overwrites).Should().Be((2L, 2L));
        await FluentActions.Awaiting(() => world.MassRun.ConfirmAsync(preview, 2, 1)).Should().ThrowAsync<ArgumentException>();
        world.Writes.Should().Be(0);
    }

    [Fact]
    public async Task WpShop_5_1_Numbers_that_moved_since_they_were_shown_are_shown_again()
    {
        await using var world = await WpShopWorld.StartAsync();
        var preview = await world.MassRun.PreviewAsync("main", [EntityKind.Product], keep: "erp");
        world.Book("E", 50m);

        var result = await world.MassRun.ConfirmAsync(preview, preview.Creates, preview.Overwrites);

        (result.HasRun, result.Preview!.Creates).Should().Be((false, 3L));
        world.Writes.Should().Be(0);
    }

    [Fact]
    public async Task WpShop_5_2_Run_that_was_cut_off_goes_on_where_it_ended_and_lists_what_it_could_not_do()
    {
        await using var world = await WpShopWorld.StartAsync(seed: world =>
        {
            world.Sell("X", 5)["regular_price"] = false;
            for (var number = 0; number < 30; number++)
                world.Book($"P{number}", 10m);
        });
        world.Shop.Faults.Add(new Fault(FaultKind.DropAfterCommit) { Method = "POST", PathContains = "products/batch" });
        var preview = await world.MassRun.PreviewAsync("main", [EntityKind.Product]);
        var first = await world.MassRun.ConfirmAsync(preview, preview.Creates, preview.Overwrites);
        first.Report!.Problems.Should().Contain(problem => problem.Field == "regular_price" && problem.Id == world.ShopId("X"));

        await world.World.SettleAsync();

        world.Shop.State.Products.Values.Select(product => product["sku"]!.ToString()).Should().HaveCount(31).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task WpShop_5_2_Each_record_is_read_once_and_not_once_to_count_and_once_to_work()
    {
        var requests = new List<long>();
        foreach (var records in new[] { 4, 90 })
        {
            await using var world = await WpShopWorld.StartAsync(seed: world => Enumerable.Range(0, records).ToList().ForEach(number => world.Book($"P{number}", 10m)));
            await world.World.SettleAsync();
            world.World.ClearLogs();
            var preview = await world.MassRun.PreviewAsync("main", [EntityKind.Product]);
            preview.Counts.Should().BeEmpty("all are equal");
            requests.Add(world.Shop.Requests.Total + world.Erp.Requests.Total);
        }

        requests[1].Should().Be(requests[0], "pages are read, and not records");
    }

    [Fact]
    public async Task WpShop_5_3_Run_overwrites_what_is_linked_creates_what_is_missing_and_deletes_nothing()
    {
        await using var world = await WpShopWorld.StartAsync();
        var preview = await world.MassRun.PreviewAsync("main", [EntityKind.Product], keep: "erp");

        var report = (await world.MassRun.ConfirmAsync(preview, preview.Creates, preview.Overwrites)).Report!;

        report.Kinds.Single().Should().BeEquivalentTo(new { Created = 2L, Updated = 2L, Deleted = 0L });
        (world.PriceInShop("A"), world.PriceInShop("B"), world.PriceInShop("C"), world.PriceInShop("D")).Should().Be((11m, 20m, 31m, 40m));
    }

    [Fact]
    public async Task WpShop_5_4_Ids_of_the_other_side_are_shown()
    {
        await using var world = await WpShopWorld.SettledAsync();

        (await world.ViewsAsync()).Values.Should().OnlyContain(view => view.FirstId == world.ShopId(view.Label) && view.SecondId == world.ErpId(view.Label));
    }

    [Fact]
    public async Task WpShop_5_5_What_only_the_shop_has_is_created_in_the_Erp_and_nothing_is_doubled()
    {
        await using var world = await WpShopWorld.StartAsync();
        var preview = await world.MassRun.PreviewAsync("main", [EntityKind.Product]);

        await world.MassRun.ConfirmAsync(preview, preview.Creates, preview.Overwrites);

        world.PriceInErp("B").Should().Be(20m);
        (world.Erp.State.Products.Count, world.Shop.State.Products.Count).Should().Be((4, 4));
    }

    [Fact]
    public async Task WpShop_5_5_Mass_of_overwriting_that_nobody_confirmed_is_stopped_by_the_brake()
    {
        await using var world = await WpShopWorld.StartAsync(options => options.FirstMeeting = WpShopFirstMeeting.Erp, world =>
        {
            for (var number = 0; number < 15; number++)
            {
                world.Sell($"P{number}", 10, $"Name {number} of the shop");
                world.Book($"P{number}", 10m);
            }
        });
        (await world.RunAsync(EntityKind.Product)).Kinds.Single().Problem!.Code.Should().Be("brake.tripped");
        world.InShop("P0")["name"]!.ToString().Should().Be("Name 0 of the shop");

        var preview = await world.MassRun.PreviewAsync("main", [EntityKind.Product]);
        await world.MassRun.ConfirmAsync(preview, preview.Creates, preview.Overwrites);

        preview.Overwrites.Should().Be(15);
        world.InShop("P0")["name"]!.ToString().Should().Be("Product P0");
    }

    [Fact]
    public async Task WpShop_5_5_Confirmed_overwriting_does_not_let_prices_through_that_are_more_than_halved()
    {
        await using var world = await WpShopWorld.StartAsync(options => options.FirstMeeting = WpShopFirstMeeting.Erp, world =>
        {
            for (var number = 0; number < 15; number++)
            {
                world.Sell($"P{number}", 100);
                world.Book($"P{number}", 1m);
            }
        });
        var preview = await world.MassRun.PreviewAsync("main", [EntityKind.Product]);

        var result = await world.MassRun.ConfirmAsync(preview, preview.Creates, preview.Overwrites);

        result.Report!.Kinds.Single().MassChanges.Should().ContainSingle().Which.Change.Should().Be(MassChange.Repriced);
        world.PriceInShop("P0").Should().Be(100m);
    }
}
