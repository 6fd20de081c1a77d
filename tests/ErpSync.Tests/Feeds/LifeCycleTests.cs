namespace ErpSync.Tests.Feeds;

public sealed class LifeCycleTests
{
    private static readonly Action<FeedSetBuilder> Shop = feeds => feeds
        .Add("products", f => f.Kinds(EntityKind.Product).Every(TimeSpan.FromHours(1)))
        .Add("stock-import", f => f.Kinds(EntityKind.Category).Once().After("products"))
        .Add("stock-export", f => f.Kinds(EntityKind.StockLevel).Into("shop").Every(TimeSpan.FromMinutes(5)).After("stock-import").WhenLive());

    [Fact]
    public async Task Pair_goes_from_set_up_over_initialised_to_live()
    {
        using var world = FeedWorld.Create(Shop);
        (await world.Feeds().ReadStageAsync("main")).Should().Be(PairStage.SetUp);
        (await world.Feeds().RunDueAsync("main")).Select(run => run.Feed).Should().Equal("products");
        (await world.Feeds().ReadStageAsync("main")).Should().Be(PairStage.SetUp);
        await world.Feeds().RunNowAsync("main", "stock-import", FeedWorld.By());
        (await world.Feeds().ReadStageAsync("main")).Should().Be(PairStage.Initialised);

        await world.Feeds().GoLiveAsync("main", "Ann");

        (await world.Feeds().ReadStageAsync("main")).Should().Be(PairStage.Live);
        (await world.Feeds().RunDueAsync("main")).Select(run => run.Feed).Should().Equal("stock-export");
    }

    [Fact]
    public async Task Export_that_could_zero_the_shop_is_not_run_before_the_pair_is_live()
    {
        using var world = FeedWorld.Create(Shop);
        var product = world.Shop.Add(FeedWorld.Mug());
        world.Shop.Add(new StockLevel { Owner = new Ref(EntityKind.Product, product), Quantity = 7 });
        await world.Feeds().RunDueAsync("main");

        var early = await world.Feeds().RunNowAsync("main", "stock-export", FeedWorld.By());

        early.Outcome.Should().Be(FeedOutcome.Refused);
        early.Message.Should().Contain("The pair is not live, and it could overwrite shop.");
        world.Shop.All<StockLevel>().Should().Contain(level => level.Value.Quantity == 7);
    }

    [Fact]
    public async Task Going_live_too_early_names_what_is_missing_and_wants_a_reason()
    {
        using var world = FeedWorld.Create(Shop);

        var early = () => world.Feeds().GoLiveAsync("main", "Ann");

        (await early.Should().ThrowAsync<FeedRefusedException>()).Which.Message.Should().Contain("products, stock-import have never been completed");
        await world.Feeds().GoLiveAsync("main", "Ann", "both systems were filled by hand");
        (await world.Feeds().ReadStageAsync("main")).Should().Be(PairStage.Live);
    }
}
