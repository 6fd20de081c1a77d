namespace ErpSync.Tests.Feeds;

public sealed class SignalTests
{
    [Fact]
    public async Task Signalled_record_is_carried_over_alone()
    {
        using var world = FeedWorld.Create(feeds => feeds.Add("all", f => f.Full()));
        var id = world.Shop.Add(FeedWorld.Mug());
        world.Shop.Add(FeedWorld.Mug("P2"));

        (await world.Signals().SignalAsync("main", EntityKind.Product, id, SignalEvent.Created, "shop")).Should().BeTrue();
        var report = await world.Signals().CarryOverAsync("main");

        report!.Written.Should().Be(1);
        world.Erp.All<Product>().Should().ContainSingle(product => product.Value.Reference == "P1");
        (await world.Signals().CarryOverAsync("main")).Should().BeNull("what was read is forgotten");
    }

    [Fact]
    public async Task Signals_of_one_record_are_one()
    {
        using var world = FeedWorld.Create(feeds => feeds.Add("all", f => f.Full()));
        var id = world.Shop.Add(FeedWorld.Mug());
        foreach (var what in new[] { SignalEvent.Changed, SignalEvent.Created, SignalEvent.Changed })
            await world.Signals().SignalAsync("main", EntityKind.Product, id, what);
        world.Shop.Calls.Clear();

        (await world.Signals().CarryOverAsync("main"))!.Written.Should().Be(1);

        world.Erp.All<Product>().Should().ContainSingle();
    }

    [Fact]
    public async Task Dependencies_without_a_link_are_brought_along()
    {
        using var world = FeedWorld.Create(feeds => feeds.Add("all", f => f.Full()));
        var root = world.Shop.Add(new Category { Name = LocalizedText.Of("en", "Kitchen") });
        var category = world.Shop.Add(new Category { Name = LocalizedText.Of("en", "Cups"), Parent = new Ref(EntityKind.Category, root) });
        world.Shop.Add(new Category { Name = LocalizedText.Of("en", "Garden") });
        var product = world.Shop.Add(FeedWorld.Mug() with { Categories = RefSet.From([new Ref(EntityKind.Category, category)]) });

        await world.Signals().SyncOneAsync("main", EntityKind.Product, product, "shop");

        world.Erp.All<Category>().Select(one => one.Value.Name.Best()).Should().BeEquivalentTo("Kitchen", "Cups");
        world.Erp.All<Product>().Single().Value.Categories.Should().HaveCount(1);
    }

    [Fact]
    public async Task Deletion_that_is_signalled_is_verified_and_never_believed()
    {
        using var world = FeedWorld.Create(feeds => feeds.Add("all", f => f.Full()), pair: p => p.Sync<Product>(k => k.OnDelete(Deletion.Delete)));
        var kept = world.Shop.Add(FeedWorld.Mug());
        var gone = world.Shop.Add(FeedWorld.Mug("P2"));
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Delete<Product>(gone);
        await world.Signals().SignalAsync("main", EntityKind.Product, kept, SignalEvent.Deleted, "shop");
        await world.Signals().SignalAsync("main", EntityKind.Product, gone, SignalEvent.Deleted, "shop");

        await world.Signals().CarryOverAsync("main");

        world.Erp.All<Product>().Should().ContainSingle(product => product.Value.Reference == "P1");
    }

    [Fact]
    public async Task Signalling_asks_no_system_and_is_not_lost_with_the_process()
    {
        using var world = FeedWorld.Create(feeds => feeds.Add("all", f => f.Full()));
        var id = world.Erp.Add(FeedWorld.Mug());
        (world.Shop.Unreachable, world.Erp.Unreachable) = (true, true);
        var before = world.Requests;

        (await world.Signals().SignalAsync("main", EntityKind.Product, id, SignalEvent.Changed, "erp")).Should().BeTrue("the till does not wait for a shop that is down");

        world.Requests.Should().Be(before);
        (world.Shop.Unreachable, world.Erp.Unreachable) = (false, false);
        using var restarted = FeedWorld.Create(feeds => feeds.Add("all", f => f.Full()), restarted: world);
        (await restarted.Signals().CarryOverAsync("main"))!.Written.Should().Be(1);
        world.Shop.All<Product>().Should().ContainSingle();
    }

    [Fact]
    public async Task Signals_stay_when_the_system_cannot_be_reached()
    {
        using var world = FeedWorld.Create(feeds => feeds.Add("all", f => f.Full()));
        var id = world.Shop.Add(FeedWorld.Mug());
        await world.Signals().SignalAsync("main", EntityKind.Product, id, SignalEvent.Created);
        world.Shop.Unreachable = true;
        await world.Feeds().RunDueAsync("main");
        world.Shop.Unreachable = false;

        (await world.Signals().CarryOverAsync("main"))!.Written.Should().Be(1);
    }

    [Fact]
    public async Task Webhook_that_echoes_own_writes_and_foreign_kinds_are_left_out()
    {
        using var world = FeedWorld.Create(feeds => feeds.Add("all", f => f.Full()));
        var reading = new SignalReading(
        [
            new Signal(EntityKind.Product, new RemoteId("1"), SignalEvent.Changed) { IsEcho = true },
            new Signal(EntityKind.Order, new RemoteId("1"), SignalEvent.Created),
            new Signal(EntityKind.Product, new RemoteId("2"), SignalEvent.Changed) { Settle = TimeSpan.FromSeconds(5) },
        ]);

        (await world.Signals().SignalAsync("main", "shop", reading)).Should().Be(1);

        (await world.Signals().CarryOverAsync("main")).Should().BeNull("the system is not done with it");
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        (await world.Signals().CarryOverAsync("main")).Should().NotBeNull();
    }

    [Fact]
    public async Task One_record_is_sent_past_the_filter()
    {
        using var world = FeedWorld.Create(feeds => feeds.Add("all", f => f.Full()), pair: p => p.Sync<Product>(k => k.Where(product => product.Reference != "P1")));
        var id = world.Shop.Add(FeedWorld.Mug());
        await world.RunAsync();
        world.Erp.All<Product>().Should().BeEmpty();

        var report = await world.Signals().SyncOneAsync("main", EntityKind.Product, id, "shop");

        report.Written.Should().Be(1);
        world.Erp.All<Product>().Should().ContainSingle();
    }

    [Fact]
    public async Task One_record_that_does_not_exist_is_named()
    {
        using var world = FeedWorld.Create(feeds => feeds.Add("all", f => f.Full()));

        var send = () => world.Signals().SyncOneAsync("main", EntityKind.Product, new RemoteId("99"), "shop");

        (await send.Should().ThrowAsync<ConnectorException>()).Which.Problem.ToString().Should().Contain("There is no product with the id 99 in shop.");
    }

    [Fact]
    public async Task Run_over_single_records_takes_nothing_that_was_not_read_for_gone_and_moves_no_cursor()
    {
        using var world = FeedWorld.Create(feeds => feeds.Add("all", f => f.Full()), pair: p => p.Sync<Product>(k => k.OnDelete(Deletion.Delete)));
        var first = world.Shop.Add(FeedWorld.Mug());
        var other = world.Shop.Add(FeedWorld.Mug("P2"));
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(first, product => product with { Name = LocalizedText.Of("en", "One") });
        world.Shop.Edit<Product>(other, product => product with { Name = LocalizedText.Of("en", "Other") });

        await world.Signals().SyncOneAsync("main", EntityKind.Product, first, "shop");

        world.Erp.All<Product>().Select(product => product.Value.Name.Best()).Should().BeEquivalentTo("One", "Mug");
        await world.RunAsync();
        world.Erp.All<Product>().Select(product => product.Value.Name.Best()).Should().BeEquivalentTo("One", "Other");
    }

    [Fact]
    public async Task Forgetting_a_record_drops_its_signals()
    {
        using var world = FeedWorld.Create(feeds => feeds.Add("all", f => f.Full()));
        var id = world.Shop.Add(FeedWorld.Mug());
        await world.Signals().SignalAsync("main", EntityKind.Product, id, SignalEvent.Changed, "shop");

        await world.History.ForgetAsync("main", EntityKind.Product, "shop", id);

        (await world.Signals().CarryOverAsync("main")).Should().BeNull();
    }
}
