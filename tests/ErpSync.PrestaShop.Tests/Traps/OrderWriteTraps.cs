namespace ErpSync.PrestaShop.Tests.Traps;

/// <summary>What a connector can fall into when it writes states of orders and tracking numbers.</summary>
public sealed class OrderWriteTraps
{
    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task A_state_is_written_through_the_history_and_mails_nobody(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        SalesSeed.Order(shop.Server.State);
        var current = (await shop.ReadAsync<Order>()).Single();

        var results = await WriteAsync(shop, current, current.Value with { Stage = OrderStage.Shipped }, mayMail: false);

        results.Should().ContainSingle().Which.Should().BeOfType<WriteResult<Order>.Written>();
        shop.Server.State.Sales.Orders[1]["current_state"].Should().Be("4");
        shop.Server.State.Sales.Histories.Count(row => row.Number("id_order") == 1).Should().Be(2);
        shop.Server.State.Sales.Mails.Should().BeEmpty();
        (await shop.ReadAsync<Order>()).Single().Value.Stage.Should().Be(OrderStage.Shipped);
    }

    [Fact]
    public async Task A_state_is_mailed_when_a_policy_allows_it()
    {
        await using var shop = await Shop.StartAsync();
        SalesSeed.Order(shop.Server.State);
        var current = (await shop.ReadAsync<Order>()).Single();

        await WriteAsync(shop, current, current.Value with { Stage = OrderStage.Shipped }, mayMail: true);

        shop.Server.State.Sales.Mails.Should().ContainSingle().Which.Template.Should().Be("shipped");
    }

    [Fact]
    public async Task A_state_that_the_order_has_is_not_added_again()
    {
        await using var shop = await Shop.StartAsync();
        SalesSeed.Order(shop.Server.State, draft => draft with { StateId = 4 });
        var current = (await shop.ReadAsync<Order>()).Single();
        shop.Server.Requests.Clear();

        await WriteAsync(shop, current, current.Value with { Stage = OrderStage.Shipped }, mayMail: true);

        shop.Server.Requests.Writes.Should().Be(0);
        shop.Server.State.Sales.Histories.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_mapped_status_wins_over_the_usual_state_of_its_stage()
    {
        await using var shop = await Shop.StartAsync();
        SalesSeed.Order(shop.Server.State);
        var current = (await shop.ReadAsync<Order>()).Single();

        await WriteAsync(shop, current, current.Value with { Stage = OrderStage.Confirmed, Status = new Ref(EntityKind.OrderStatus, new RemoteId("11")) }, mayMail: false);

        shop.Server.State.Sales.Orders[1]["current_state"].Should().Be("11");
    }

    [Fact]
    public async Task Accepting_an_unpaid_order_does_not_book_it_as_paid()
    {
        await using var shop = await Shop.StartAsync();
        SalesSeed.Order(shop.Server.State);
        var current = (await shop.ReadAsync<Order>()).Single();

        var results = await WriteAsync(shop, current, current.Value with { Stage = OrderStage.Confirmed }, mayMail: false);

        var problem = results.Single().Problem();
        (problem.Code, problem.Field, problem.Connection).Should().Be((PrestaShopCodes.OrderStatePays, nameof(Order.Stage), "shop"));
        problem.Remedy.Should().NotBeNullOrEmpty();
        shop.Server.State.Sales.Payments.Should().BeEmpty();
    }

    [Fact]
    public async Task One_order_that_is_gone_does_not_stop_the_states_of_the_others()
    {
        await using var shop = await Shop.StartAsync();
        foreach (var _ in Enumerable.Range(0, 3))
            SalesSeed.Order(shop.Server.State);
        var orders = await shop.ReadAsync<Order>();
        shop.Server.State.Sales.RemoveOrder(2);

        var results = await shop.Connector.Get<IUpdater<Order>>().UpdateAsync([.. orders.Select(order => new Revision<Order>(order, order.Value with { Stage = OrderStage.Cancelled }, [nameof(Order.Stage)]))], CancellationToken.None);

        results.Select(result => result is WriteResult<Order>.Written).Should().Equal(true, false, true);
        shop.Server.State.Sales.Orders.Select(order => order["current_state"]).Should().Equal("6", "6");
        shop.Server.State.Sales.Histories.Count(row => row["id_order_state"] == "6").Should().Be(2, "nothing that was stored is sent twice");
    }

    [Fact]
    public async Task A_paid_state_books_the_whole_amount_beside_a_payment_that_was_sent()
    {
        await using var shop = await Shop.StartAsync();
        var placed = SalesSeed.Order(shop.Server.State);
        shop.Server.State.Sales.AddPayment(placed.Id, 20m, transactionId: "TX-1");
        shop.Server.State.Sales.ChangeState(placed.Id, 2);

        var payments = await shop.ReadAsync<Payment>();

        payments.Select(payment => payment.Value.Amount!.Value.Amount).Should().Equal(20m, placed.Amount("total_paid"));
        payments[0].Value.TransactionId.Should().Be("TX-1");
        payments.Should().OnlyContain(payment => payment.Value.Order == new Ref(EntityKind.Order, new RemoteId("1")) && payment.Value.Method == new Ref(EntityKind.PaymentMethod, new RemoteId("ps_wirepayment")));
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task A_tracking_number_goes_into_the_parcel_of_the_order_and_is_noticed_though_no_date_tells(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        SalesSeed.Order(shop.Server.State);
        var before = (await shop.ListAsync<Shipment>()).Single();
        var current = (await shop.ReadAsync<Shipment>()).Single();

        await shop.UpdateAsync((current, current.Value with { TrackingNumbers = ["1Z999"] }, [nameof(Shipment.TrackingNumbers)]));

        shop.Server.State.Sales.OrderCarriers[1]["tracking_number"].Should().Be("1Z999");
        shop.Server.State.Sales.Orders[1]["shipping_number"].Should().Be("1Z999");
        shop.Server.State.Sales.OrderCarriers[1]["weight"].Should().Be("0.600000", "nothing else is touched");
        shop.Server.State.Sales.Mails.Should().BeEmpty();
        (await shop.ListAsync<Shipment>()).Single().Stamp.Should().NotBe(before.Stamp);
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("1.7.8")]
    public async Task A_tracking_number_is_mailed_when_a_policy_allows_it(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        SalesSeed.Order(shop.Server.State);
        var current = (await shop.ReadAsync<Shipment>()).Single();

        await shop.Connector.Get<IUpdater<Shipment>>().UpdateAsync([new Revision<Shipment>(current, current.Value with { TrackingNumbers = ["1Z999"] }, [nameof(Shipment.TrackingNumbers)]) { MayMail = true }], CancellationToken.None);

        shop.Server.State.Sales.Mails.Should().ContainSingle().Which.Template.Should().Be("in_transit");
    }

    [Fact]
    public async Task A_new_shipment_fills_the_parcel_that_waits_and_a_second_one_stands_beside_it()
    {
        await using var shop = await Shop.StartAsync();
        SalesSeed.Order(shop.Server.State);
        var order = new Ref(EntityKind.Order, new RemoteId("1"));

        var results = await shop.CreateAsync(new Shipment { Order = order, TrackingNumbers = ["FIRST"] }, new Shipment { Order = order, TrackingNumbers = ["SECOND"] });

        results.Select(result => result.Id().Value).Should().Equal("1", "2");
        shop.Server.State.Sales.OrderCarriers.Select(row => row["tracking_number"]).Should().Equal("FIRST", "SECOND");
        (await shop.ReadAsync<Shipment>())[1].Value.Carrier.Should().Be(new Ref(EntityKind.Carrier, new RemoteId("2")));
    }

    [Fact]
    public async Task A_note_is_written_and_nothing_else()
    {
        await using var shop = await Shop.StartAsync();
        SalesSeed.Order(shop.Server.State);
        var current = (await shop.ReadAsync<Order>()).Single();

        await shop.UpdateAsync((current, current.Value with { PrivateNote = "Seen in the ERP" }, [nameof(Order.PrivateNote)]));

        shop.Server.State.Sales.Orders[1]["note"].Should().Be("Seen in the ERP");
        shop.Server.State.Sales.Histories.Count.Should().Be(1);
    }

    private static Task<IReadOnlyList<WriteResult<Order>>> WriteAsync(Shop shop, Remote<Order> current, Order wanted, bool mayMail) =>
        shop.Connector.Get<IUpdater<Order>>().UpdateAsync([new Revision<Order>(current, wanted, [nameof(Order.Stage)]) { MayMail = mayMail }], CancellationToken.None);
}
