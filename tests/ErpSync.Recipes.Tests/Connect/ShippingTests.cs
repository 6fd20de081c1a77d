namespace ErpSync.Recipes.Tests.Connect;

/// <summary>Section D: what was sent is confirmed in the shop.</summary>
public sealed class ShippingTests
{
    [Fact]
    public async Task Connect_D1_Sent_in_full_sets_the_status_and_the_tracking_numbers_earlier_ones_too()
    {
        await using var world = ConnectWorld.New();
        var order = world.Shop.Order(quantity: 2);
        await world.ConnectAsync();
        await world.GoLiveAsync();
        var taken = world.Erp.State.Orders.Single();
        world.Ship(taken, 1, "1Z001");
        await world.DoneAsync(ConnectFeedNames.ShippingConfirmation);
        world.Tracking().Should().BeEmpty();

        world.Ship(taken, 1, "1Z002");
        world.Close(taken);
        await world.DoneAsync(ConnectFeedNames.ShippingConfirmation);

        world.State(order).Should().Be("4");
        world.Tracking().Should().BeEquivalentTo("1Z001", "1Z002");
        world.Shop.State.Sales.Mails.Should().BeEmpty("nobody asked for mails");
    }

    [Fact]
    public async Task Connect_D2_Sent_in_part_sets_its_status_only()
    {
        await using var world = ConnectWorld.New();
        var order = world.Shop.Order(quantity: 2);
        await world.ConnectAsync();
        await world.GoLiveAsync();
        world.Ship(world.Erp.State.Orders.Single(), 1, "1Z001");

        await world.DoneAsync(ConnectFeedNames.ShippingConfirmation);

        world.State(order).Should().Be("3");
        world.Tracking().Should().BeEmpty();
    }

    [Fact]
    public async Task Connect_D3_Without_a_configured_status_the_shops_stays_and_the_tracking_number_is_sent()
    {
        await using var world = ConnectWorld.New();
        var order = world.Shop.Order();
        await world.ConnectAsync(options => (options.FullShipmentStatus, options.PartialShipmentStatus) = (null, null));
        await world.GoLiveAsync();
        var taken = world.Erp.State.Orders.Single();
        world.Ship(taken, 1, "1Z001");
        world.Close(taken);

        await world.DoneAsync(ConnectFeedNames.ShippingConfirmation);

        world.State(order).Should().Be("2");
        world.Tracking().Should().Equal("1Z001");
    }

    [Fact]
    public async Task Connect_D4_Part_then_full_leaves_one_entry_each_and_repeating_adds_none()
    {
        await using var world = ConnectWorld.New();
        var order = world.Shop.Order(quantity: 2);
        await world.ConnectAsync();
        await world.GoLiveAsync();
        var taken = world.Erp.State.Orders.Single();
        var before = world.History(order);
        world.Ship(taken, 1, "1Z001");
        await world.DoneAsync(ConnectFeedNames.ShippingConfirmation);
        world.Ship(taken, 1, "1Z002");
        world.Close(taken);
        await world.DoneAsync(ConnectFeedNames.ShippingConfirmation);
        world.History(order).Should().Equal([.. before, "3", "4"]);

        (await world.DoneAsync(ConnectFeedNames.ShippingConfirmation)).Written.Should().Be(0);
        (await world.DoneAsync(ConnectFeedNames.UpdateOrders)).Written.Should().Be(0);
        world.History(order).Should().Equal([.. before, "3", "4"]);
    }

    [Fact]
    public async Task Connect_D5_A_status_that_is_reached_already_is_not_set_again()
    {
        await using var world = ConnectWorld.New();
        var order = world.Shop.Order();
        await world.ConnectAsync(options => options.MailCustomers = true);
        await world.GoLiveAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        world.Shop.State.Sales.ChangeState(order.Id, 4);
        var (history, mails) = (world.History(order), world.Shop.State.Sales.Mails.Count);
        var taken = world.Erp.State.Orders.Single();
        world.Ship(taken, 1, "1Z001");
        world.Close(taken);

        await world.DoneAsync(ConnectFeedNames.ShippingConfirmation);

        world.History(order).Should().Equal(history);
        world.Shop.State.Sales.Mails.Count(mail => mail.Template == "shipped").Should().Be(mails, "the customer was told already");
        world.Tracking().Should().Equal("1Z001");
    }

    [Fact]
    public async Task Connect_D6_The_feed_does_not_run_during_set_up()
    {
        await using var world = ConnectWorld.New();
        var order = world.Shop.Order();
        await world.ConnectAsync();
        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);
        await world.DoneAsync(ConnectFeedNames.ImportNewOrders);
        var taken = world.Erp.State.Orders.Single();
        world.Ship(taken, 1, "1Z001");
        world.Close(taken);

        var run = await world.FeedAsync(ConnectFeedNames.ShippingConfirmation);

        run.Outcome.Should().Be(FeedOutcome.Refused);
        run.Message.Should().Contain("not live");
        (world.State(order), world.Tracking().Count).Should().Be(("2", 0));
    }
}
