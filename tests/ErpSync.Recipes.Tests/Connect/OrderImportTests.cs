using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.Connect;

/// <summary>Section C: which orders are imported, and how.</summary>
public sealed class OrderImportTests
{
    [Fact]
    public async Task Connect_C1_Orders_go_to_the_store_that_was_chosen()
    {
        await using var world = ConnectWorld.New();
        world.Shop.Order();
        await world.ConnectAsync(options => options.HubStore = 2);
        (await world.FeedAsync(ConnectFeedNames.ImportNewProducts)).Outcome.Should().Be(FeedOutcome.Failed, "the hub has no second company, and it was asked for that one");

        world.Restart(builder => builder.Connect(options => options.HubStore = 1));
        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);
        await world.DoneAsync(ConnectFeedNames.ImportNewOrders);
        world.Erp.State.Orders.Should().ContainSingle();
    }

    [Fact]
    public async Task Connect_C2_Orders_below_the_first_id_are_neither_read_nor_imported()
    {
        await using var world = ConnectWorld.New();
        var old = new[] { world.Shop.Order(), world.Shop.Order() };
        var order = world.Shop.Order(quantity: 4);
        await world.ConnectAsync(options => options.OrdersFromId = order.Id);
        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);
        world.ClearLogs();

        await world.DoneAsync(ConnectFeedNames.ImportNewOrders);

        world.Erp.State.Orders.Should().ContainSingle().Which.Lines.Should().Contain(line => line.Quantity == 4);
        var reads = world.Shop.Requests.Snapshot().Where(request => request.Path == "/api/orders").ToList();
        Uri.UnescapeDataString(reads[0].Query).Should().Contain($"filter[id]=>[{order.Id - 1}]", "the first request asks for nothing older already");
        reads.Should().OnlyContain(request => Uri.UnescapeDataString(request.Query).Contains("filter[id]", StringComparison.Ordinal));
        reads.Should().NotContain(request => old.Any(one => Uri.UnescapeDataString(request.Query).Contains($"[{one.Id}|", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Connect_C3_Each_status_imports_or_does_not()
    {
        await using var world = ConnectWorld.New();
        var taken = world.Shop.Order(state: 12);
        world.Shop.Order(state: 2);
        await StartAsync(world, options =>
        {
            options.Statuses["12"] = ConnectStatus.Import;
            options.Statuses["2"] = ConnectStatus.Later;
        });

        world.Erp.State.Orders.Should().ContainSingle().Which["ref_client"].Should().Be(taken["reference"]);
        world.Erp.State.Orders.Single().Status.Should().Be(1, "it is imported as a valid order");
    }

    [Fact]
    public async Task Connect_C4_Without_the_retry_flag_an_order_is_never_looked_at_again()
    {
        await using var world = ConnectWorld.New();
        var (later, never) = (world.Shop.Order(state: 10), world.Shop.Order(state: 12));
        await StartAsync(world, options =>
        {
            options.Statuses["10"] = ConnectStatus.Later;
            options.Statuses["12"] = ConnectStatus.Never;
            options.Statuses["2"] = ConnectStatus.Import;
        });
        world.Erp.State.Orders.Should().BeEmpty();

        world.Clock.Advance(TimeSpan.FromHours(1));
        world.Shop.State.Sales.ChangeState(later.Id, 2);
        world.Shop.State.Sales.ChangeState(never.Id, 2);
        await world.DoneAsync(ConnectFeedNames.ImportNewOrders);

        world.Erp.State.Orders.Select(order => order["ref_client"]).Should().Equal(later["reference"]);
        await world.Signals.SyncOneAsync("main", EntityKind.Order, RemoteId.From(never.Id));
        world.Erp.State.Orders.Should().HaveCount(2, "a person can still send it by hand");
    }

    [Fact]
    public async Task Connect_C5_Awaiting_payment_waits_paid_goes_and_cancelled_is_final()
    {
        await using var world = ConnectWorld.New();
        var waiting = world.Shop.Order(state: 10);
        var paid = new[] { world.Shop.Order(state: 2), world.Shop.Order(state: 3) };
        var cancelled = world.Shop.Order(state: 6);
        await StartAsync(world);
        world.Erp.State.Orders.Select(order => order["ref_client"]).Should().BeEquivalentTo(paid.Select(order => order["reference"]));

        world.Clock.Advance(TimeSpan.FromHours(1));
        world.Shop.State.Sales.ChangeState(waiting.Id, 2);
        world.Shop.State.Sales.ChangeState(cancelled.Id, 2);
        await world.DoneAsync(ConnectFeedNames.ImportNewOrders);

        world.Erp.State.Orders.Select(order => order["ref_client"]).Should().BeEquivalentTo(paid.Append(waiting).Select(order => order["reference"]));
    }

    [Fact]
    public async Task Connect_C6_Only_what_is_paid_and_still_to_be_shipped_is_imported_unless_told()
    {
        await using var world = ConnectWorld.New();
        foreach (var state in new[] { 1, 4, 5, 6, 7, 8, 10 })
            world.Shop.Order(state);
        var open = new[] { world.Shop.Order(2), world.Shop.Order(3), world.Shop.Order(11) };

        await StartAsync(world);

        world.Erp.State.Orders.Select(order => order["ref_client"]).Should().BeEquivalentTo(open.Select(order => order["reference"]));
    }

    [Fact]
    public async Task Connect_C7_An_unmapped_carrier_holds_the_order_until_it_is_mapped()
    {
        await using var world = ConnectWorld.New();
        var express = world.Shop.State.Sales.AddCarrier("Express", 9m);
        world.Shop.Order(carrier: express.Id);
        await world.ConnectAsync();
        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);

        var run = await world.FeedAsync(ConnectFeedNames.ImportNewOrders);

        world.Erp.State.Orders.Should().BeEmpty();
        run.Failed.Should().Be(1);
        run.Messages.Should().ContainSingle().Which.Should().Contain("arrier");
        (await world.FindingsAsync()).Should().Contain(finding => finding.Contains("carrier 'Express'", StringComparison.Ordinal));

        world.Restart(builder => builder.Connect(options => options.Carriers[express["id_reference"]!] = "5"));
        await world.DoneAsync(ConnectFeedNames.Retry);
        world.Erp.State.Orders.Should().ContainSingle().Which["shipping_method_id"].Should().Be("5");
        (await world.Control.ListParkedAsync(new ParkedQuery("main"))).Should().BeEmpty();
    }

    [Fact]
    public async Task Connect_C8_Payment_is_found_by_its_text_in_any_case_and_an_unmapped_one_takes_the_default_with_a_warning()
    {
        await using var world = ConnectWorld.New();
        var (known, unknown) = (world.Shop.Order(payment: "  BANK transfer "), world.Shop.Order(payment: "Points"));
        await StartAsync(world, options => options.DefaultPayment = "6");

        string? PaymentOf(string? reference) => world.Erp.State.Orders.Single(order => order["ref_client"] == reference)["mode_reglement_id"];
        PaymentOf(known["reference"]).Should().Be("2");
        PaymentOf(unknown["reference"]).Should().Be("6");
        (await world.FindingsAsync()).Should().Contain(finding => finding.StartsWith("Warning", StringComparison.Ordinal) && finding.Contains("'Points'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Connect_C9_An_order_is_imported_once_whatever_is_repeated()
    {
        await using var world = ConnectWorld.New();
        var order = world.Shop.Order();
        await StartAsync(world);

        await world.DoneAsync(ConnectFeedNames.ImportNewOrders);
        await world.Signals.SignalAsync("main", EntityKind.Order, RemoteId.From(order.Id), SignalEvent.Changed);
        await world.Signals.CarryOverAsync("main");
        await world.Signals.SyncOneAsync("main", EntityKind.Order, RemoteId.From(order.Id));

        world.Erp.State.Orders.Should().ContainSingle();
        world.Erp.State.ThirdParties.Should().ContainSingle();
    }

    [Fact]
    public async Task Connect_C10_Products_and_combinations_that_are_missing_come_along()
    {
        await using var world = ConnectWorld.New();
        await StartAsync(world);
        var late = world.Shop.AddProduct("LATE");
        world.Shop.Order(product: late.Id);

        await world.DoneAsync(ConnectFeedNames.ImportNewOrders);

        world.Erp.State.Orders.Should().ContainSingle().Which.Lines.Should().Contain(line => line.ProductId == world.HubProduct("LATE").Id);
    }

    [Fact]
    public async Task Connect_C11_New_orders_are_read_every_five_minutes_and_by_what_is_new()
    {
        await using var world = ConnectWorld.New();
        for (var number = 0; number < 8; number++)
            world.Shop.Order();
        await StartAsync(world);
        (await world.Feeds.ListAsync("main")).Single(feed => feed.Name == ConnectFeedNames.ImportNewOrders).Schedule.Should().Be("every 5 minutes");
        world.Clock.Advance(TimeSpan.FromHours(2));
        await world.DoneAsync(ConnectFeedNames.ImportNewOrders);
        world.Shop.Order(quantity: 2);
        world.ClearLogs();

        (await world.DoneAsync(ConnectFeedNames.ImportNewOrders)).Written.Should().BeGreaterThan(0);

        world.Erp.State.Orders.Should().HaveCount(9);
        var details = world.Shop.Requests.Snapshot().Where(request => request.Path == "/api/order_details").ToList();
        details.Should().NotBeEmpty().And.OnlyContain(request => !Uri.UnescapeDataString(request.Query).Contains("|1|", StringComparison.Ordinal), "orders that are known are not read again");
    }

    private static async Task StartAsync(RecipeWorld world, Action<ConnectOptions>? configure = null)
    {
        await world.ConnectAsync(configure);
        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);
        await world.DoneAsync(ConnectFeedNames.ImportNewOrders);
    }
}
