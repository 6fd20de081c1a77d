using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.Connect;

/// <summary>Section F: the first import of stock, and the check.</summary>
public sealed class StockImportTests
{
    [Fact]
    public async Task Connect_F1_The_shops_quantities_are_taken_once_into_the_chosen_warehouse_and_not_without_one()
    {
        await using var world = ConnectWorld.New(products: 3);
        world.Erp.State.AddWarehouse(warehouse => warehouse.Label = "SHOP");
        await world.ConnectAsync(options => options.StockImportWarehouse = null);
        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);
        var refused = await world.FeedAsync(ConnectFeedNames.ImportStockLevels, because: "no reason helps");
        refused.Outcome.Should().Be(FeedOutcome.Refused);
        refused.Message.Should().Contain("StockImportWarehouse");

        world.Restart(builder => builder.Connect(options => options.StockImportWarehouse = "SHOP"));
        await world.DoneAsync(ConnectFeedNames.ImportStockLevels);

        new[] { "P1", "P2", "P3" }.Select(reference => world.Erp.State.GetStock(world.HubProduct(reference).Id, 2)).Should().Equal(10, 10, 10);
        new[] { "P1", "P2", "P3" }.Select(reference => world.HubStock(reference)).Should().Equal(0, 0, 0);
        world.Shop.Requests.Writes.Should().Be(0);
    }

    [Fact]
    public async Task Connect_F2_It_cannot_be_scheduled_and_a_second_run_asks()
    {
        await using var world = ConnectWorld.New();
        await world.ConnectAsync();
        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);
        await world.DoneAsync(ConnectFeedNames.ImportStockLevels);
        (await world.Feeds.ListAsync("main")).Single(feed => feed.Name == ConnectFeedNames.ImportStockLevels).Schedule.Should().BeNull();
        world.Shop.State.SetStock(1, 6);
        world.SetHubStock(8);

        (await world.FeedAsync(ConnectFeedNames.ImportStockLevels)).Outcome.Should().Be(FeedOutcome.Refused);
        world.HubStock().Should().Be(8);
        await world.DoneAsync(ConnectFeedNames.ImportStockLevels, because: "the shop was counted anew");
        world.HubStock().Should().Be(6);

        world.Restart(builder => builder.Connect().AddFeeds("main", feeds => feeds.Add("nightly-import", feed => feed.Kinds(EntityKind.StockLevel).Into("erp").Once().Every(TimeSpan.FromDays(1)))));
        await world.Invoking(_ => world.Feeds.ListAsync("main")).Should().ThrowAsync<ErpSyncConfigurationException>().WithMessage("*runs once and can have no schedule*");
    }

    [Fact]
    public async Task Connect_F3_The_check_sends_each_difference_and_nothing_that_is_equal()
    {
        await using var world = ConnectWorld.New(products: 4);
        await world.ConnectAsync();
        await world.GoLiveAsync();
        world.Shop.State.SetStock(2, 77);
        world.ClearLogs();

        (await world.DoneAsync(ConnectFeedNames.StockCheck)).Written.Should().Be(1);

        Enumerable.Range(1, 4).Select(world.ShopStock).Should().Equal(10, 10, 10, 10);
        world.Shop.Requests.Writes.Should().Be(1);
        world.ClearLogs();
        (await world.DoneAsync(ConnectFeedNames.StockCheck)).Written.Should().Be(0);
        (world.Shop.Requests.Writes + world.Erp.Requests.Writes).Should().Be(0);
    }

    [Fact]
    public async Task Connect_F4_The_check_runs_daily_in_the_largest_pages_and_goes_on_after_a_stop()
    {
        await using var world = ConnectWorld.New(products: 120);
        await world.ConnectAsync();
        await world.GoLiveAsync();
        (await world.Feeds.ListAsync("main")).Single(feed => feed.Name == ConnectFeedNames.StockCheck).Schedule.Should().Be("every 24 hours");
        for (var product = 1; product <= 10; product++)
            world.Shop.State.SetStock(product, 50);
        using var stop = new CancellationTokenSource();
        var reports = 0;
        var stopped = () => world.Feeds.RunNowAsync("main", ConnectFeedNames.StockCheck, new FeedStart("a test"), new Inline(progress => reports += Stop(progress, stop)), stop.Token);
        await stopped.Should().ThrowAsync<OperationCanceledException>();
        world.ClearLogs();

        await world.DoneAsync(ConnectFeedNames.StockCheck);

        Enumerable.Range(1, 120).Select(world.ShopStock).Should().OnlyContain(quantity => quantity == 10);
        world.Shop.Requests.Snapshot().Count(request => request.Path == "/api/stock_availables" && !request.IsWrite).Should().BeLessThanOrEqualTo(4, "120 products are one page");
    }

    private static int Stop(SyncProgress progress, CancellationTokenSource stop)
    {
        if (progress.Phase == SyncPhase.Working)
            stop.Cancel();
        return 1;
    }

    private sealed class Inline(Action<SyncProgress> report) : IProgress<SyncProgress>
    {
        public void Report(SyncProgress value) => report(value);
    }
}
