namespace ErpSync.Tests.Feeds;

public sealed class FeedTests
{
    [Fact]
    public async Task Feed_of_one_direction_leaves_the_other_for_its_own_feed()
    {
        using var world = FeedWorld.Create(feeds => feeds
            .Add("import", f => f.Kinds(EntityKind.Product).Into("erp"))
            .Add("export", f => f.Kinds(EntityKind.Product).Into("shop")));
        world.Shop.Add(FeedWorld.Mug("FROM-SHOP"));
        world.Erp.Add(FeedWorld.Mug("FROM-ERP"));

        var import = await world.Feeds().RunNowAsync("main", "import", FeedWorld.By());

        import.Outcome.Should().Be(FeedOutcome.Completed);
        world.Erp.All<Product>().Select(product => product.Value.Reference).Should().BeEquivalentTo("FROM-ERP", "FROM-SHOP");
        world.Shop.All<Product>().Should().ContainSingle();

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Feeds().RunNowAsync("main", "export", FeedWorld.By());
        world.Shop.All<Product>().Should().HaveCount(2);
    }

    [Fact]
    public async Task Edit_that_a_feed_may_not_write_is_written_by_the_one_that_may()
    {
        using var world = FeedWorld.Create(feeds => feeds
            .Add("new", f => f.Kinds(EntityKind.Product).Only(SyncWrites.Creates))
            .Add("changed", f => f.Kinds(EntityKind.Product).Only(SyncWrites.Updates)));
        var id = world.Shop.Add(FeedWorld.Mug());
        await world.Feeds().RunNowAsync("main", "changed", FeedWorld.By());
        world.Erp.All<Product>().Should().BeEmpty("updating must not create");

        await world.Feeds().RunNowAsync("main", "new", FeedWorld.By());
        world.Erp.All<Product>().Should().ContainSingle();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(id, product => product with { Name = LocalizedText.Of("en", "Cup") });
        await world.Feeds().RunNowAsync("main", "new", FeedWorld.By());
        world.Erp.All<Product>().Single().Value.Name.Best().Should().Be("Mug");

        await world.Feeds().RunNowAsync("main", "changed", FeedWorld.By());
        world.Erp.All<Product>().Single().Value.Name.Best().Should().Be("Cup");
    }

    [Fact]
    public async Task Feed_is_refused_until_what_comes_first_was_completed()
    {
        using var world = FeedWorld.Create(feeds => feeds
            .Add("products", f => f.Kinds(EntityKind.Product))
            .Add("stock", f => f.Kinds(EntityKind.StockLevel).After("products")));

        var refused = await world.Feeds().RunNowAsync("main", "stock", FeedWorld.By());

        refused.Outcome.Should().Be(FeedOutcome.Refused);
        refused.Message.Should().Contain("'products', which has never been completed");
        await world.Feeds().RunNowAsync("main", "products", FeedWorld.By());
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        (await world.Feeds().RunNowAsync("main", "stock", FeedWorld.By())).Outcome.Should().Be(FeedOutcome.Completed);
    }

    [Fact]
    public async Task Feed_that_failed_does_not_count_as_completed()
    {
        using var world = FeedWorld.Create(feeds => feeds
            .Add("products", f => f.Kinds(EntityKind.Product))
            .Add("stock", f => f.Kinds(EntityKind.StockLevel).After("products")));
        world.Erp.Unreachable = true;

        var failed = await world.Feeds().RunNowAsync("main", "products", FeedWorld.By());

        failed.Outcome.Should().Be(FeedOutcome.Failed);
        failed.Message.Should().NotBeNullOrEmpty();
        (await world.Feeds().ListAsync("main")).Single(feed => feed.Name == "stock").Blockers.Should().ContainSingle();
    }

    [Fact]
    public async Task Override_lets_a_feed_pass_and_stays_in_its_history()
    {
        using var world = FeedWorld.Create(feeds => feeds
            .Add("products", f => f.Kinds(EntityKind.Product))
            .Add("stock", f => f.Kinds(EntityKind.StockLevel).After("products")));

        var run = await world.Feeds().RunNowAsync("main", "stock", new FeedStart("Ann") { Override = "the products came by CSV" });

        run.Outcome.Should().Be(FeedOutcome.Completed);
        (await world.Feeds().ReadRunsAsync("main", "stock")).Single().Should().BeEquivalentTo(new { StartedBy = "Ann", Overridden = "the products came by CSV" });
    }

    [Fact]
    public async Task Feed_that_runs_once_wants_a_reason_for_a_second_run()
    {
        using var world = FeedWorld.Create(feeds => feeds.Add("stock-import", f => f.Kinds(EntityKind.Product).Once()));
        await world.Feeds().RunNowAsync("main", "stock-import", FeedWorld.By());
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        var second = await world.Feeds().RunNowAsync("main", "stock-import", FeedWorld.By());

        second.Outcome.Should().Be(FeedOutcome.Refused);
        second.Message.Should().StartWith("It runs once");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        (await world.Feeds().RunNowAsync("main", "stock-import", new FeedStart("Ann") { Override = "the first warehouse was wrong" })).Outcome.Should().Be(FeedOutcome.Completed);
    }

    [Fact]
    public async Task Switched_off_feed_is_not_due_and_stays_off_after_a_restart()
    {
        Action<FeedSetBuilder> feeds = set => set.Add("products", f => f.Kinds(EntityKind.Product).Every(TimeSpan.FromMinutes(5)));
        using var world = FeedWorld.Create(feeds);
        await world.Feeds().SwitchAsync("main", "products", on: false, "Ann", "stocktaking");

        using var again = FeedWorld.Create(feeds, world);

        (await again.Feeds().RunDueAsync("main")).Should().BeEmpty();
        (await again.Feeds().NextDueAsync("main")).Should().BeNull();
        (await again.Feeds().ListAsync("main")).Single().SwitchedBecause.Should().Contain("Ann").And.Contain("stocktaking");
        await again.Feeds().SwitchAsync("main", "products", on: true, "Ann", "done");
        (await again.Feeds().RunDueAsync("main")).Should().ContainSingle();
    }

    [Fact]
    public async Task Due_feeds_run_once_each_documents_first_and_stock_last()
    {
        using var world = FeedWorld.Create(
            feeds => feeds
                .Add("stock", f => f.Kinds(EntityKind.StockLevel).Every(TimeSpan.FromMinutes(1)))
                .Add("catalogue", f => f.Kinds(EntityKind.Category, EntityKind.Product).Every(TimeSpan.FromMinutes(1)))
                .Add("retry", f => f.Retrying().Every(TimeSpan.FromMinutes(1)))
                .Add("first", f => f.Kinds(EntityKind.Category).Every(TimeSpan.FromMinutes(1)).Ranked(-1)));

        var runs = await world.Feeds().RunDueAsync("main");

        runs.Select(run => run.Feed).Should().Equal("first", "catalogue", "stock", "retry");
        (await world.Feeds().RunDueAsync("main")).Should().BeEmpty();
        world.Clock.Advance(TimeSpan.FromHours(5));
        (await world.Feeds().RunDueAsync("main")).Should().HaveCount(4, "what an outage missed is made up for once");
    }

    [Fact]
    public async Task Second_start_while_the_feed_is_under_way_is_skipped_not_queued()
    {
        using var world = FeedWorld.Create(feeds => feeds.Add("products", f => f.Kinds(EntityKind.Product)));
        var entered = new TaskCompletionSource();
        var leave = new TaskCompletionSource();
        world.Shop.BeforeCall = async _ =>
        {
            entered.TrySetResult();
            await leave.Task;
        };
        var first = world.Feeds().RunNowAsync("main", "products", FeedWorld.By());
        await Patience.For(entered.Task);
        world.Clock.Advance(TimeSpan.FromSeconds(1));

        var second = await world.Feeds().RunNowAsync("main", "products", FeedWorld.By("Bob"));
        leave.SetResult();

        second.Outcome.Should().Be(FeedOutcome.Skipped);
        (await first).Outcome.Should().Be(FeedOutcome.Completed);
        (await world.Feeds().ReadRunsAsync("main", "products")).Should().HaveCount(2);
    }

    [Fact]
    public async Task Feed_that_finds_the_pair_busy_stays_due()
    {
        Action<FeedSetBuilder> feeds = set => set.Add("products", f => f.Kinds(EntityKind.Product).Every(TimeSpan.FromHours(1)));
        using var world = FeedWorld.Create(feeds);
        using var other = FeedWorld.Create(feeds, world);
        var entered = new TaskCompletionSource();
        var leave = new TaskCompletionSource();
        world.Shop.BeforeCall = async _ =>
        {
            entered.TrySetResult();
            await leave.Task;
        };
        var run = other.Engine.RunAsync(TwoSystems.Main);
        await Patience.For(entered.Task);

        (await world.Feeds().RunDueAsync("main")).Should().ContainSingle(skipped => skipped.Outcome == FeedOutcome.Skipped);
        leave.SetResult();
        await run;

        (await world.Feeds().RunDueAsync("main")).Should().ContainSingle(done => done.Outcome == FeedOutcome.Completed);
    }

    [Fact]
    public async Task Retry_feed_tries_parked_records_whatever_their_wait_and_nothing_else()
    {
        using var world = FeedWorld.Create(feeds => feeds.Add("products", f => f.Kinds(EntityKind.Product)).Add("retry", f => f.Retrying()));
        world.Erp.Faults.Add(Testing.InMemoryFaultKind.Rejected, "product.create");
        world.Shop.Add(FeedWorld.Mug());
        (await world.Feeds().RunNowAsync("main", "products", FeedWorld.By())).Failed.Should().Be(1);
        world.Erp.All<Product>().Should().BeEmpty();

        world.Clock.Advance(TimeSpan.FromSeconds(1));
        var retried = await world.Feeds().RunNowAsync("main", "retry", FeedWorld.By());

        retried.Outcome.Should().Be(FeedOutcome.Completed);
        world.Erp.All<Product>().Should().ContainSingle();
        (await world.Control.ListParkedAsync(new ParkedQuery("main"))).Should().BeEmpty();
    }
}
