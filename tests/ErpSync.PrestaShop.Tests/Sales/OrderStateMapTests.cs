namespace ErpSync.PrestaShop.Tests.Sales;

public sealed class OrderStateMapTests
{
    [Fact]
    public async Task The_proposal_follows_the_flags_of_the_shops_own_states()
    {
        await using var shop = await Shop.StartAsync();

        var map = OrderStateMap.Propose(await StatesAsync(shop));

        map.Rules.Should().HaveCount(13);
        map.Rules.Where(rule => rule.Action == OrderStateAction.Import).Select(rule => rule.State.Value).Should().Equal("2", "3", "4", "5", "9", "11", "13");
        map.RetryStates.Should().Equal(1, 10, 12);
        map.Rules.Single(rule => rule.State.Value == "6").Should().Be(new OrderStateRule(new RemoteId("6"), "Canceled", OrderStateAction.DoNotImport, Retry: false));
    }

    [Fact]
    public async Task Stages_are_told_by_flags_and_settings_rather_than_by_numbers()
    {
        await using var shop = await Shop.StartAsync();
        var own = shop.Server.State.Sales.OrderStates[9];
        own.With(("name", "Abholbereit"), ("shipped", true));
        shop.Server.State.Configure("PS_OS_CANCELED", "12");

        var states = (await StatesAsync(shop)).ToDictionary(state => state.Id.Value, state => state.Value);

        states["9"].Stage.Should().Be(OrderStage.Shipped);
        states["12"].Stage.Should().Be(OrderStage.Cancelled);
        states["6"].Stage.Should().Be(OrderStage.Pending);
        (states["2"].Stage, states["2"].IsPaid, states["2"].AllowsInvoice, states["2"].MailsCustomer).Should().Be((OrderStage.Confirmed, true, true, true));
        states["13"].Code.Should().Be("ps_cashondelivery");
    }

    [Fact]
    public async Task An_order_is_imported_by_the_rule_of_its_state()
    {
        await using var shop = await Shop.StartAsync();
        SalesSeed.Order(shop.Server.State);
        SalesSeed.Order(shop.Server.State, draft => draft with { StateId = 2 });
        var map = OrderStateMap.Propose(await StatesAsync(shop));
        var orders = await shop.ReadAsync<Order>();

        orders.Select(order => map.Imports(order.Value)).Should().Equal(false, true);
        map.With(new OrderStateRule(new RemoteId("10"), "Bank wire", OrderStateAction.Import, false)).Imports(orders[0].Value).Should().BeTrue();
        map.Imports(orders[0].Value with { Status = new Ref(EntityKind.OrderStatus, new RemoteId("99")) }).Should().BeFalse("a person decides about a new state first");
    }

    private static async Task<List<Remote<OrderStatus>>> StatesAsync(Shop shop) =>
        [.. (await shop.Connector.Get<IReader<OrderStatus>>().ReadAsync(CancellationToken.None).ToListAsync()).Select(result => result.Record!)];
}
