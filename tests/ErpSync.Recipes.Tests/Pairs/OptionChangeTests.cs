using ErpSync.Recipes.Tests.Connect;
using ErpSync.Recipes.Tests.WpShop;

namespace ErpSync.Recipes.Tests.Pairs;

/// <summary>A change of options shows its effect as a plan first.</summary>
public sealed class OptionChangeTests
{
    [Fact]
    public async Task Changed_options_show_their_effect_as_a_plan_before_a_schedule_writes_with_them()
    {
        await using var world = await TwoWarehousesAsync();
        world.Restart(builder => builder.Connect(Both));
        world.Clock.Advance(TimeSpan.FromDays(2));
        world.ClearLogs();

        (await world.Feeds.RunDueAsync("main")).Should().BeEmpty("nobody has seen what the new options do");
        (await world.Feeds.ListAsync("main")).Single(feed => feed.Name == ConnectFeedNames.ExportStockLevels).Blockers.Should().ContainSingle().Which.Should().Contain("stock-level").And.Contain("MakePlanAsync");
        var plan = await world.Engine.MakePlanAsync(new SyncRequest("main"));

        plan.Entries.Should().ContainSingle(entry => entry.IsWrite && entry.Kind == EntityKind.StockLevel).Which.Changes.Should().ContainSingle(change => change.Field == nameof(StockLevel.Quantity));
        (world.Shop.Requests.Writes + world.Erp.Requests.Writes).Should().Be(0, "a plan writes nothing");
        world.ShopStock().Should().Be(10);

        (await world.Feeds.RunDueAsync("main")).Should().Contain(run => run.Feed == ConnectFeedNames.ExportStockLevels && run.Written == 1);
        world.ShopStock().Should().Be(15);
    }

    [Fact]
    public async Task Start_by_hand_is_a_persons_word_and_lets_the_schedule_of_its_kinds_go_on()
    {
        await using var world = await TwoWarehousesAsync();
        world.Restart(builder => builder.Connect(Both));

        await world.DoneAsync(ConnectFeedNames.ExportStockLevels);

        world.ShopStock().Should().Be(15);
        world.Clock.Advance(TimeSpan.FromDays(2));
        (await world.Feeds.RunDueAsync("main")).Select(run => run.Feed).Should().BeEquivalentTo([ConnectFeedNames.ExportStockLevels, ConnectFeedNames.StockCheck], "the orders' new options are still unseen");
    }

    [Fact]
    public async Task Plan_of_one_kind_shows_that_kind_only()
    {
        await using var world = await TwoWarehousesAsync();
        world.Restart(builder => builder.Connect(Both));
        world.Clock.Advance(TimeSpan.FromDays(2));

        await world.Engine.MakePlanAsync(new SyncRequest("main") { Kinds = [EntityKind.Order, EntityKind.Shipment] });

        (await world.Feeds.RunDueAsync("main")).Should().NotBeEmpty().And.OnlyContain(run => run.Feed == ConnectFeedNames.ImportNewOrders || run.Feed == ConnectFeedNames.UpdateOrders || run.Feed == ConnectFeedNames.ShippingConfirmation);
        world.ShopStock().Should().Be(10);
    }

    [Fact]
    public async Task Same_options_and_other_intervals_hold_nothing_up()
    {
        await using var world = await TwoWarehousesAsync();
        world.Restart(builder => builder.Connect(options =>
        {
            One(options);
            options.Schedules.StockExport = TimeSpan.FromMinutes(1);
        }));
        world.Clock.Advance(TimeSpan.FromDays(2));

        (await world.Feeds.RunDueAsync("main")).Should().HaveCountGreaterThan(5);
    }

    [Fact]
    public async Task Option_of_the_recipe_lets_changes_work_at_once()
    {
        await using var world = await TwoWarehousesAsync();
        world.Restart(builder => builder.Connect(options =>
        {
            Both(options);
            options.PlanAfterChange = false;
        }));
        world.Clock.Advance(TimeSpan.FromDays(2));

        await world.Feeds.RunDueAsync("main");

        world.ShopStock().Should().Be(15);
    }

    [Fact]
    public async Task Changed_owner_shows_as_a_plan_in_the_other_recipes_too()
    {
        await using var world = await WpShopWorld.StartAsync();
        await world.World.Feeds.RunDueAsync("main");
        world.World.Restart(WpShopWorld.Recipe(options => options.CreateInShop = false));
        world.World.Clock.Advance(TimeSpan.FromHours(2));

        (await world.World.Feeds.RunDueAsync("main")).Should().BeEmpty();
        await world.Engine.MakePlanAsync(new SyncRequest("main"));
        (await world.World.Feeds.RunDueAsync("main")).Should().NotBeEmpty();
    }

    [Fact]
    public async Task After_an_outage_orders_run_before_the_catalogue_and_stock_last()
    {
        await using var world = ConnectWorld.New(products: 2);
        await world.ConnectAsync();
        await world.GoLiveAsync();
        await world.Feeds.RunDueAsync("main");
        world.Erp.Faults.Add(new Sandbox.Fault(Sandbox.FaultKind.ErrorBeforeCommit) { Times = int.MaxValue });
        world.Clock.Advance(TimeSpan.FromDays(2));
        world.Shop.Order(quantity: 3);
        world.Shop.AddProduct("P3");
        (await world.Feeds.RunDueAsync("main")).Should().OnlyContain(run => run.Outcome != FeedOutcome.Completed || run.Feed == ConnectFeedNames.Retry, "nothing waits to be tried again yet");
        world.SetHubStock(20, "P2");
        world.Erp.Faults.Clear();
        world.Clock.Advance(TimeSpan.FromDays(2));

        var runs = await world.Feeds.RunDueAsync("main");

        var feeds = runs.Select(run => run.Feed).ToList();
        string[] orders = [ConnectFeedNames.ImportNewOrders, ConnectFeedNames.UpdateOrders, ConnectFeedNames.ShippingConfirmation], stock = [ConnectFeedNames.ExportStockLevels, ConnectFeedNames.StockCheck];
        feeds.Take(3).Should().BeEquivalentTo(orders);
        feeds.Where(feed => feed != ConnectFeedNames.Retry).TakeLast(2).Should().BeEquivalentTo(stock);
        feeds.Should().Contain(ConnectFeedNames.ImportNewProducts).And.OnlyHaveUniqueItems("what was missed is made up for once");
        world.Erp.State.Orders.Should().ContainSingle();
        (world.ShopStock(), world.ShopStock(2)).Should().Be((7, 20), "the sale was booked before the stock was sent");
    }

    private static void One(ConnectOptions options) => options.Warehouses.Add("MAIN");

    private static void Both(ConnectOptions options)
    {
        One(options);
        options.Warehouses.Add("SHOP");
    }

    private static async Task<RecipeWorld> TwoWarehousesAsync()
    {
        var world = ConnectWorld.New();
        var second = world.Erp.State.AddWarehouse(warehouse => warehouse.Label = "SHOP");
        await world.ConnectAsync(One);
        await world.GoLiveAsync();
        world.SetHubStock(5, warehouse: second.Id);
        await world.Feeds.RunDueAsync("main");
        world.ShopStock().Should().Be(10);
        return world;
    }
}
