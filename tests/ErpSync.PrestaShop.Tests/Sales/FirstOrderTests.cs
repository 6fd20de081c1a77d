namespace ErpSync.PrestaShop.Tests;

/// <summary>Orders from a chosen id or day on: what lies before is neither read nor listed, and neither are its documents.</summary>
public sealed class FirstOrderTests
{
    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task From_id_100_the_first_request_already_asks_for_100_and_above(string version)
    {
        await using var shop = await Shop.StartAsync(version, options => options.OrdersFromId = 100);
        Place(shop, 103);
        await shop.OpenAsync();

        var orders = await shop.ReadAsync<Order>();
        var first = shop.Server.Requests.Snapshot().First(request => request.Path.EndsWith("/orders", StringComparison.Ordinal));
        var listed = await shop.ListAsync<Order>();

        Uri.UnescapeDataString(first.Query).Should().Contain("filter[id]=>[99]");
        orders.Select(order => order.Id.Value).Should().Equal("100", "101", "102", "103");
        listed.Select(order => order.Id.Value).Should().Equal("100", "101", "102", "103");
        shop.Server.Requests.Snapshot().Where(request => request.Path.EndsWith("/orders", StringComparison.Ordinal)).Should().OnlyContain(request => Uri.UnescapeDataString(request.Query).Contains("filter[id]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_behind_the_first_go_on_where_it_ended()
    {
        await using var shop = await Shop.StartAsync(configure: options => (options.OrdersFromId, options.PageSize) = (3, 2));
        Place(shop, 9);
        await shop.OpenAsync();

        (await shop.ReadAsync<Order>()).Select(order => order.Id.Value).Should().Equal("3", "4", "5", "6", "7", "8", "9");
    }

    [Fact]
    public async Task Changed_orders_from_before_the_first_are_left_out_and_one_asked_for_by_its_id_is_given()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.OrdersFromId = 2);
        Place(shop, 3);
        shop.Clock.Advance(TimeSpan.FromHours(1));
        await shop.OpenAsync();
        var changes = shop.Connector.Get<IChangeReader<Order>>();
        var cursor = await changes.TakeCursorAsync(CancellationToken.None);
        shop.Clock.Advance(TimeSpan.FromMinutes(10));
        foreach (var order in shop.Server.State.Sales.Orders)
            order.With(("date_upd", shop.Server.State.Now));

        var changed = await changes.ReadChangedAsync(cursor, CancellationToken.None).ToListAsync();

        changed.Select(result => result.Record!.Id.Value).Should().Equal("2", "3");
        (await shop.FindAsync<Order>("1")).Should().ContainSingle();
    }

    [Fact]
    public async Task Payments_parcels_invoices_and_slips_of_earlier_orders_are_left_out_too()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.OrdersFromId = 2);
        Place(shop, 3, paid: true);
        var sales = shop.Server.State.Sales;
        sales.AddPayment(1, 5m, transactionId: "late");
        await shop.OpenAsync();
        var known = new[] { "2", "3" };

        (await shop.ReadAsync<Payment>()).Select(payment => payment.Value.Order!.Value.Id.Value).Distinct().Should().Equal(known);
        (await shop.ReadAsync<Shipment>()).Select(parcel => parcel.Value.Order!.Value.Id.Value).Distinct().Should().Equal(known);
        (await shop.ReadAsync<Invoice>()).Select(invoice => invoice.Value.Order!.Value.Id.Value).Distinct().Should().Equal(known);
        (await shop.ListAsync<Shipment>()).Should().HaveCount(2);
        (await shop.ListAsync<Invoice>()).Should().HaveCount(2);
    }

    [Fact]
    public async Task From_a_day_on_the_first_order_of_that_day_is_looked_up_once_a_run()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.OrdersFrom = new DateOnly(2026, 1, 16));
        Place(shop, 2);
        shop.Clock.Advance(TimeSpan.FromDays(1));
        Place(shop, 2);
        await shop.OpenAsync();

        var orders = await shop.ReadAsync<Order>();
        var listed = await shop.ListAsync<Order>();

        orders.Select(order => order.Id.Value).Should().Equal("3", "4");
        listed.Should().HaveCount(2);
        shop.Server.Requests.Snapshot().Count(request => request.Query.Contains("date_add", StringComparison.Ordinal) && request.Query.Contains("limit=1", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task From_a_day_on_which_nothing_was_ordered_yet_the_next_order_is_the_first()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.OrdersFrom = new DateOnly(2026, 2, 1));
        Place(shop, 2);
        await shop.OpenAsync();

        (await shop.ReadAsync<Order>()).Should().BeEmpty();
        (await shop.ListAsync<Order>()).Should().BeEmpty();
        shop.Clock.Advance(TimeSpan.FromDays(20));
        Place(shop, 1);
        await shop.OpenAsync();
        (await shop.ReadAsync<Order>()).Select(order => order.Id.Value).Should().Equal("3");
    }

    [Fact]
    public async Task Order_that_no_date_tells_is_found_by_the_listing_of_ids_and_read_above_the_highest_known_one()
    {
        await using var shop = await Shop.StartAsync();
        Place(shop, 2);
        shop.Clock.Advance(TimeSpan.FromDays(2));
        await shop.OpenAsync();
        var cursor = await shop.Connector.Get<IChangeReader<Order>>().TakeCursorAsync(CancellationToken.None);
        var newest = await shop.Connector.Get<INewestId<Order>>().NewestIdAsync(CancellationToken.None);
        SalesSeed.Order(shop.Server.State).With(("date_add", "2026-01-01 10:00:00"), ("date_upd", "2026-01-01 10:00:00"));

        (await shop.Connector.Get<IChangeReader<Order>>().ReadChangedAsync(cursor, CancellationToken.None).ToListAsync()).Should().BeEmpty("its dates are those of the shop that it was moved from");
        (await shop.ListAsync<Order>()).Select(order => order.Id.Value).Should().Contain("3");
        (await shop.Connector.Get<INewestId<Order>>().ReadNewerThanAsync(newest, CancellationToken.None).ToListAsync()).Select(result => result.Record!.Id.Value).Should().Equal("3");
    }

    [Fact]
    public void Option_below_1_is_refused()
    {
        var validation = new PrestaShopOptionsValidator("shop").Validate("shop", new PrestaShopOptions { BaseAddress = new Uri("https://shop.example/"), ApiKey = new string('A', 32), OrdersFromId = 0 });
        validation.FailureMessage.Should().Contain("OrdersFromId");
    }

    private static void Place(Shop shop, int count, bool paid = false)
    {
        for (var number = 0; number < count; number++)
            SalesSeed.Order(shop.Server.State, draft => paid ? draft with { StateId = 2 } : draft);
    }
}
