using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.Connect;

/// <summary>Section G: the feeds, and the order in which they are first run.</summary>
public sealed class FeedTests
{
    private static readonly string[] InOrder =
    [
        ConnectFeedNames.ImportNewProducts, ConnectFeedNames.UpdateProducts, ConnectFeedNames.ImportProductImages, ConnectFeedNames.ImportNewOrders, ConnectFeedNames.UpdateOrders, ConnectFeedNames.ImportStockLevels,
        ConnectFeedNames.ImportSuppliers, ConnectFeedNames.ImportProductSuppliers, ConnectFeedNames.ExportStockLevels, ConnectFeedNames.StockCheck, ConnectFeedNames.ShippingConfirmation, ConnectFeedNames.Retry,
    ];

    [Fact]
    public async Task Connect_G1_Each_of_the_twelve_feeds_runs_now()
    {
        await using var world = ConnectWorld.New();
        world.Shop.Order();
        await world.ConnectAsync();
        (await world.Feeds.ListAsync("main")).Select(feed => feed.Name).Should().Equal(InOrder);

        await world.GoLiveAsync();
        foreach (var feed in InOrder.Where(feed => feed != ConnectFeedNames.ImportStockLevels))
            await world.DoneAsync(feed);

        (await world.Feeds.ListAsync("main")).Should().OnlyContain(feed => feed.CompletedAt != null);
    }

    [Fact]
    public async Task Connect_G2_What_is_scheduled_runs_in_the_order_of_the_set_up_and_the_writing_feeds_wait()
    {
        await using var world = ConnectWorld.New();
        world.Shop.Order();
        await world.ConnectAsync();

        (await world.Feeds.ListAsync("main")).Select(feed => feed.Schedule).Should().Equal(
            "every 1 hours", "every 24 hours", "every 4 hours", "every 5 minutes", "every 1 hours", null, "every 24 hours", "every 24 hours", "every 5 minutes", "every 24 hours", "every 15 minutes", "every 1 hours");
        var ran = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            ran.AddRange((await world.Feeds.RunDueAsync("main")).Select(run => run.Feed));
            world.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        ran.Should().BeEquivalentTo(
            ConnectFeedNames.ImportNewProducts, ConnectFeedNames.ImportSuppliers, ConnectFeedNames.Retry, ConnectFeedNames.UpdateProducts, ConnectFeedNames.ImportProductImages, ConnectFeedNames.ImportNewOrders, ConnectFeedNames.ImportProductSuppliers);
        ran.IndexOf(ConnectFeedNames.ImportNewOrders).Should().BeGreaterThan(ran.IndexOf(ConnectFeedNames.ImportNewProducts));
        world.Erp.State.Orders.Should().ContainSingle();
        world.Shop.Requests.Writes.Should().Be(0);
    }

    [Fact]
    public async Task Connect_G3_A_pair_is_set_up_then_initialised_then_live()
    {
        await using var world = ConnectWorld.New();
        await world.ConnectAsync();
        string[] gated = [ConnectFeedNames.UpdateOrders, ConnectFeedNames.ExportStockLevels, ConnectFeedNames.ShippingConfirmation];
        (await world.Feeds.ReadStageAsync("main")).Should().Be(PairStage.SetUp);
        await world.Invoking(_ => world.Feeds.GoLiveAsync("main", "a test")).Should().ThrowAsync<FeedRefusedException>().WithMessage($"*{ConnectFeedNames.ImportStockLevels}*");

        foreach (var feed in new[] { ConnectFeedNames.ImportNewProducts, ConnectFeedNames.ImportNewOrders, ConnectFeedNames.ImportStockLevels })
            await world.DoneAsync(feed);
        (await world.Feeds.ReadStageAsync("main")).Should().Be(PairStage.Initialised);
        foreach (var feed in gated)
            (await world.FeedAsync(feed)).Outcome.Should().Be(FeedOutcome.Refused, feed);

        await world.Feeds.GoLiveAsync("main", "a test");
        (await world.Feeds.ReadStageAsync("main")).Should().Be(PairStage.Live);
        foreach (var feed in gated)
            await world.DoneAsync(feed);
    }

    [Fact]
    public async Task Connect_G4_The_stock_check_waits_for_the_import_of_stock_too()
    {
        await using var world = ConnectWorld.New();
        await world.ConnectAsync();
        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);

        var run = await world.FeedAsync(ConnectFeedNames.StockCheck);

        run.Outcome.Should().Be(FeedOutcome.Refused);
        run.Message.Should().Contain(ConnectFeedNames.ImportStockLevels);
        world.ShopStock().Should().Be(10, "the hub has none yet, and would have emptied the shop");
    }

    [Fact]
    public async Task Connect_G5_A_feed_waits_until_what_comes_first_was_completed()
    {
        await using var world = ConnectWorld.New();
        await world.ConnectAsync();
        world.Shop.WebserviceEnabled = false;
        (await world.FeedAsync(ConnectFeedNames.ImportNewProducts)).Outcome.Should().Be(FeedOutcome.Failed);
        world.Shop.WebserviceEnabled = true;

        foreach (var feed in new[] { ConnectFeedNames.UpdateProducts, ConnectFeedNames.ImportProductImages, ConnectFeedNames.ImportNewOrders, ConnectFeedNames.ImportStockLevels })
        {
            var run = await world.FeedAsync(feed);
            run.Outcome.Should().Be(FeedOutcome.Refused, feed);
            run.Message.Should().Contain(ConnectFeedNames.ImportNewProducts);
        }

        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);
        await world.DoneAsync(ConnectFeedNames.ImportNewOrders);
    }

    [Fact]
    public async Task Connect_G6_A_second_start_of_a_feed_under_way_is_skipped_and_not_queued()
    {
        await using var world = ConnectWorld.New(products: 3);
        await world.ConnectAsync();
        Task<FeedRun>? second = null;
        var first = await world.Feeds.RunNowAsync(
            "main", ConnectFeedNames.ImportNewProducts, new FeedStart("one"), new Inline(() => second ??= world.Feeds.RunNowAsync("main", ConnectFeedNames.ImportNewProducts, new FeedStart("two"))));

        first.Outcome.Should().Be(FeedOutcome.Completed);
        (await second!.WaitAsync(TimeSpan.FromMinutes(1))).Outcome.Should().Be(FeedOutcome.Skipped);
        world.Erp.State.Products.Should().HaveCount(3);
    }

    [Fact]
    public async Task Connect_G7_New_and_changed_products_and_pictures_are_feeds_of_their_own()
    {
        await using var world = ConnectWorld.New();
        world.Shop.State.AddImage(1, Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
        await world.ConnectAsync();
        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);
        world.Erp.State.Documents.Should().BeEmpty("a product first exists without its picture");

        world.Clock.Advance(TimeSpan.FromHours(1));
        world.Shop.AddProduct("NEW");
        var changed = world.Shop.State.Products[1];
        changed.Price = 12m;
        changed.DateUpd = world.Shop.State.Now;
        await world.DoneAsync(ConnectFeedNames.UpdateProducts);
        world.Erp.State.Products.Should().ContainSingle("an update creates nothing").Which.Price.Should().Be(12m);

        await world.DoneAsync(ConnectFeedNames.ImportProductImages);
        world.Erp.State.Documents.Should().ContainSingle();
        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);
        world.Erp.State.Products.Should().HaveCount(2);
    }

    [Fact]
    public async Task Connect_G8_The_retry_feed_tries_what_is_set_aside_and_counts_and_keeps_the_last_error()
    {
        await using var world = ConnectWorld.New();
        var express = world.Shop.State.Sales.AddCarrier("Express", 9m);
        world.Shop.Order(carrier: express.Id);
        await world.ConnectAsync();
        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);
        await world.FeedAsync(ConnectFeedNames.ImportNewOrders);
        var before = (await world.Control.ListParkedAsync(new ParkedQuery("main"))).Should().ContainSingle().Subject;

        await world.FeedAsync(ConnectFeedNames.Retry);
        var after = (await world.Control.ListParkedAsync(new ParkedQuery("main"))).Should().ContainSingle().Subject;
        after.Attempts.Should().BeGreaterThan(before.Attempts);
        after.Problem.Message.Should().Contain("arrier");

        world.Restart(builder => builder.Connect(options => options.Carriers[express["id_reference"]!] = "5"));
        await world.DoneAsync(ConnectFeedNames.Retry);
        (await world.Control.ListParkedAsync(new ParkedQuery("main"))).Should().BeEmpty("success takes it off the list");
    }

    [Fact]
    public async Task Connect_G9_Runs_are_recorded_with_times_counts_and_a_message_per_record()
    {
        await using var world = ConnectWorld.New(products: 2);
        var express = world.Shop.State.Sales.AddCarrier("Express", 9m);
        world.Shop.Order();
        var held = world.Shop.Order(carrier: express.Id);
        await world.ConnectAsync();
        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);

        await world.FeedAsync(ConnectFeedNames.ImportNewOrders);

        var run = (await world.Feeds.ReadRunsAsync("main", ConnectFeedNames.ImportNewOrders)).Should().ContainSingle().Subject;
        run.EndedAt.Should().NotBeNull().And.BeOnOrAfter(run.StartedAt);
        (run.StartedBy, run.Failed, run.Outcome).Should().Be(("a test", 1, FeedOutcome.Completed));
        run.Read.Should().BeGreaterThanOrEqualTo(2);
        run.Written.Should().BeGreaterThanOrEqualTo(1);
        run.Messages.Should().ContainSingle().Which.Should().Contain(held.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private sealed class Inline(Action report) : IProgress<SyncProgress>
    {
        public void Report(SyncProgress value) => report();
    }
}
