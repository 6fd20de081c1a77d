namespace ErpSync.Recipes.Tests.Connect;

/// <summary>Section E: the hub's quantities go to the shop.</summary>
public sealed class StockExportTests
{
    [Fact]
    public async Task Connect_E1_Only_products_whose_quantity_changed_are_sent()
    {
        await using var world = ConnectWorld.New(products: 5);
        await world.ConnectAsync();
        await world.GoLiveAsync();
        world.SetHubStock(4, "P3");
        world.ClearLogs();

        (await world.DoneAsync(ConnectFeedNames.ExportStockLevels)).Written.Should().Be(1);

        Enumerable.Range(1, 5).Select(world.ShopStock).Should().Equal(10, 10, 4, 10, 10);
        world.Shop.Requests.Writes.Should().Be(1);
    }

    [Fact]
    public async Task Connect_E2_Only_the_chosen_warehouses_are_added_up()
    {
        await using var world = ConnectWorld.New();
        var second = world.Erp.State.AddWarehouse(warehouse => warehouse.Label = "SHOP");
        var third = world.Erp.State.AddWarehouse(warehouse => warehouse.Label = "SUPPLIER");
        await world.ConnectAsync(options =>
        {
            options.Warehouses.Add("MAIN");
            options.Warehouses.Add("SHOP");
        });
        await world.GoLiveAsync();
        world.SetHubStock(3);
        world.SetHubStock(4, warehouse: second.Id);
        world.SetHubStock(5, warehouse: third.Id);

        await world.DoneAsync(ConnectFeedNames.ExportStockLevels);

        world.ShopStock().Should().Be(7);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, -2)]
    public async Task Connect_E3_The_sellable_quantity_is_sent_as_it_is_and_below_zero_only_when_allowed(bool isAllowed, int expected)
    {
        await using var world = ConnectWorld.New();
        world.Shop.Order(quantity: 3);
        await world.ConnectAsync(options => options.AllowNegativeStock = isAllowed);
        await world.GoLiveAsync();
        world.SetHubStock(10);
        await world.DoneAsync(ConnectFeedNames.ExportStockLevels);
        world.ShopStock().Should().Be(7, "ten lie in the hub, of which an open order has three");

        world.SetHubStock(1);
        await world.DoneAsync(ConnectFeedNames.ExportStockLevels);

        world.ShopStock().Should().Be(expected);
        (await world.DoneAsync(ConnectFeedNames.ExportStockLevels)).Written.Should().Be(0, "what the shop holds is what it was sent");
    }

    [Fact]
    public async Task Connect_E4_Several_changes_between_two_runs_are_one_request_with_the_last_value()
    {
        await using var world = ConnectWorld.New();
        await world.ConnectAsync();
        await world.GoLiveAsync();
        foreach (var quantity in new[] { 9, 6, 8 })
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            world.SetHubStock(quantity);
        }

        world.ClearLogs();
        await world.DoneAsync(ConnectFeedNames.ExportStockLevels);

        world.ShopStock().Should().Be(8);
        world.Shop.Requests.Writes.Should().Be(1);
    }

    [Fact]
    public async Task Connect_E5_Combinations_get_their_own_quantities_and_the_total_is_the_shops()
    {
        await using var world = ConnectWorld.New();
        var shirt = world.Shop.AddProduct("SHIRT", quantity: 0);
        var (_, values) = world.Shop.State.AddOption("Size", "S", "M");
        var small = world.Shop.State.AddCombination(shirt.Id, combination => (combination.Reference, combination.OptionValueIds) = ("SHIRT-S", [values[0].Id]));
        var medium = world.Shop.State.AddCombination(shirt.Id, combination => (combination.Reference, combination.OptionValueIds) = ("SHIRT-M", [values[1].Id]));
        world.Shop.State.SetStock(shirt.Id, 2, small.Id);
        world.Shop.State.SetStock(shirt.Id, 3, medium.Id);
        await world.ConnectAsync();
        await world.GoLiveAsync();
        world.SetHubStock(6, "SHIRT-S");
        world.SetHubStock(7, "SHIRT-M");

        await world.DoneAsync(ConnectFeedNames.ExportStockLevels);

        (world.Shop.State.Stock(shirt.Id, small.Id).Quantity, world.Shop.State.Stock(shirt.Id, medium.Id).Quantity).Should().Be((6, 7));
        world.Shop.State.Stock(shirt.Id).Quantity.Should().Be(13, "the shop adds up by itself");
    }

    [Fact]
    public async Task Connect_E6_Nothing_is_sent_before_stock_was_imported_unless_a_person_says_so()
    {
        await using var world = ConnectWorld.New();
        world.Erp.State.AddProduct(product => (product.Ref, product.Label, product.Price, product.VatRate) = ("P1", "Product P1", 10m, 20m));
        await world.ConnectAsync();
        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);

        var run = await world.FeedAsync(ConnectFeedNames.ExportStockLevels);

        run.Outcome.Should().Be(FeedOutcome.Refused);
        run.Message.Should().Contain(ConnectFeedNames.ImportStockLevels);
        world.ShopStock().Should().Be(10);

        var forced = await world.DoneAsync(ConnectFeedNames.ExportStockLevels, because: "the shop is to be emptied");
        forced.Overridden.Should().Be("the shop is to be emptied");
        world.ShopStock().Should().Be(0);
    }

    [Fact]
    public async Task Order_that_waits_for_its_money_is_off_the_shops_stock_also_when_the_hub_does_not_know_it()
    {
        await using var world = ConnectWorld.New();
        await world.ConnectAsync();
        await world.GoLiveAsync();
        world.Shop.Order(state: 1, quantity: 3);
        world.ShopStock().Should().Be(7, "the shop took the goods off by itself");

        await world.DoneAsync(ConnectFeedNames.ImportNewOrders);
        world.Erp.State.Orders.Should().BeEmpty("it is not paid");
        await world.DoneAsync(ConnectFeedNames.ExportStockLevels);
        await world.DoneAsync(ConnectFeedNames.StockCheck);

        world.ShopStock().Should().Be(7, "ten lie in the hub, of which three are sold");
        world.SetHubStock(5);
        await world.DoneAsync(ConnectFeedNames.ExportStockLevels);
        world.ShopStock().Should().Be(2);
    }

    [Fact]
    public async Task Order_that_the_shop_deleted_before_it_was_booked_gives_its_goods_back()
    {
        await using var world = ConnectWorld.New();
        await world.ConnectAsync();
        await world.GoLiveAsync();
        var order = world.Shop.Order(state: 1, quantity: 3);
        await world.DoneAsync(ConnectFeedNames.ExportStockLevels);
        world.ShopStock().Should().Be(7);

        await world.DeleteInShopAsync("orders", order.Id);
        await world.DoneAsync(ConnectFeedNames.StockCheck);

        world.ShopStock().Should().Be(10, "nobody waits for the goods any more");
    }

    [Fact]
    public async Task First_import_of_stock_leaves_room_for_what_is_sold_and_not_booked()
    {
        await using var world = ConnectWorld.New();
        world.Shop.Order(state: 1, quantity: 3);
        await world.ConnectAsync();

        await world.GoLiveAsync();
        world.HubStock().Should().Be(10, "seven can be sold, and three more lie there for their buyer");
        (await world.DoneAsync(ConnectFeedNames.ExportStockLevels)).Written.Should().Be(0);

        world.ShopStock().Should().Be(7);
    }
}
