using ErpSync.Sandbox.PrestaShop;

namespace ErpSync.PrestaShop.Tests;

/// <summary>The published request budgets of documents, counted.</summary>
public sealed class SalesBudgetTests
{
    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task A_hundred_orders_with_rows_addresses_customers_carriers_and_payments_take_at_most_twelve_requests(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        Seed(shop, 100);
        await shop.OpenAsync();
        var before = Spent(shop);

        var customers = await shop.ReadAsync<Customer>();
        var addresses = await shop.ReadAsync<Address>();
        var orders = await shop.ReadAsync<Order>();
        var payments = await shop.ReadAsync<Payment>();
        var parcels = await shop.ReadAsync<Shipment>();

        orders.Should().HaveCount(100).And.OnlyContain(order => order.Value.Lines.Count == 3 && order.Value.BillTo != null && order.Value.Email != null && order.Value.Carrier != null);
        customers.Should().HaveCount(100);
        addresses.Should().HaveCount(100);
        payments.Should().HaveCount(100);
        parcels.Should().HaveCount(100);
        (Spent(shop) - before).Should().BeLessThanOrEqualTo(12);
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task One_new_order_takes_at_most_eight_requests_the_poll_included(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        Seed(shop, 50);
        await shop.OpenAsync();
        shop.Clock.Advance(TimeSpan.FromHours(1));
        await shop.OpenAsync();
        var changes = shop.Connector.Get<IChangeReader<Order>>();
        var cursor = await changes.TakeCursorAsync(CancellationToken.None);
        shop.Clock.Advance(TimeSpan.FromMinutes(5));
        SalesSeed.Order(shop.Server.State);
        await shop.OpenAsync();
        var before = Spent(shop);

        await changes.TakeCursorAsync(CancellationToken.None);
        var changed = await changes.ReadChangedAsync(cursor, CancellationToken.None).ToListAsync();
        var listed = await shop.ListAsync<Order>();

        changed.Should().ContainSingle().Which.Record!.Value.Lines.Should().NotBeEmpty();
        listed.Should().HaveCount(51);
        (Spent(shop) - before).Should().BeLessThanOrEqualTo(8);
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task One_new_order_of_plain_products_and_combinations_takes_at_most_eight_requests_the_poll_and_the_listing_included(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        Seed(shop, 50);
        await shop.OpenAsync();
        shop.Clock.Advance(TimeSpan.FromHours(1));
        await shop.OpenAsync();
        var changes = shop.Connector.Get<IChangeReader<Order>>();
        var cursor = await changes.TakeCursorAsync(CancellationToken.None);
        shop.Clock.Advance(TimeSpan.FromMinutes(5));
        var shirt = shop.Server.State.Combinations.Single();
        SalesSeed.Order(shop.Server.State, draft => draft with { Lines = [.. draft.Lines, new(shirt.ProductId, 1, shirt.Id)] });
        await shop.OpenAsync();
        var before = Spent(shop);

        await changes.TakeCursorAsync(CancellationToken.None);
        var changed = await changes.ReadChangedAsync(cursor, CancellationToken.None).ToListAsync();
        await shop.ListAsync<Order>();

        var order = changed.Should().ContainSingle().Which.Record!.Value;
        order.Lines.Where(line => line.Kind == LineKind.Product).Select(line => line.Product!.Value.Kind).Should().BeEquivalentTo([EntityKind.Product, EntityKind.ProductVariant]);
        (Spent(shop) - before).Should().BeLessThanOrEqualTo(8);
    }

    [Fact]
    public async Task An_order_of_what_the_run_has_read_already_asks_for_no_product_again()
    {
        await using var shop = await Shop.StartAsync();
        Seed(shop, 1);
        await shop.OpenAsync();
        await shop.ReadAsync<Product>();
        await shop.ReadAsync<ProductVariant>();
        shop.Server.Requests.Clear();

        var orders = await shop.ReadAsync<Order>();

        orders.Should().ContainSingle().Which.Value.Lines.Where(line => line.Kind == LineKind.Product).Should().OnlyContain(line => line.Product != null);
        shop.Server.Requests.Snapshot().Should().NotContain(request => request.Path.EndsWith("/products", StringComparison.Ordinal) || request.Path.EndsWith("/combinations", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_new_takes_one_request_and_a_listing()
    {
        await using var shop = await Shop.StartAsync();
        Seed(shop, 50);
        await shop.OpenAsync();
        shop.Clock.Advance(TimeSpan.FromHours(1));
        await shop.OpenAsync();
        var changes = shop.Connector.Get<IChangeReader<Order>>();
        var cursor = await changes.TakeCursorAsync(CancellationToken.None);
        var before = Spent(shop);

        (await changes.ReadChangedAsync(cursor, CancellationToken.None).ToListAsync()).Should().BeEmpty();
        await shop.ListAsync<Order>();

        (Spent(shop) - before).Should().Be(2);
    }

    [Fact]
    public async Task Fifty_states_take_one_write()
    {
        await using var shop = await Shop.StartAsync();
        Seed(shop, 50);
        await shop.OpenAsync();
        var orders = await shop.ReadAsync<Order>();
        shop.Server.Requests.Clear();

        var results = await shop.UpdateAsync([.. orders.Select(order => (order, order.Value with { Stage = OrderStage.Shipped }, new[] { nameof(Order.Stage) }))]);

        results.Should().OnlyContain(result => result is WriteResult<Order>.Written);
        shop.Server.Requests.Writes.Should().Be(1);
    }

    [Fact]
    public async Task Fifty_tracking_numbers_take_one_write()
    {
        await using var shop = await Shop.StartAsync();
        Seed(shop, 50);
        await shop.OpenAsync();
        var parcels = await shop.ReadAsync<Shipment>();
        shop.Server.Requests.Clear();

        var results = await shop.UpdateAsync([.. parcels.Select(parcel => (parcel, parcel.Value with { TrackingNumbers = [$"1Z{parcel.Id}"] }, new[] { nameof(Shipment.TrackingNumbers) }))]);

        results.Should().OnlyContain(result => result is WriteResult<Shipment>.Written);
        shop.Server.Requests.Total.Should().Be(1);
    }

    private static long Spent(Shop shop) => shop.Connector.Get<IRequestMeter>().Requests.Data;

    private static void Seed(Shop shop, int orders)
    {
        var state = shop.Server.State;
        var (_, _, mug, shirt) = SalesSeed.Basics(state);
        state.Sales.Customers[1].With(("email", "first@example.com"));
        for (var number = 1; number <= orders; number++)
        {
            var customer = number == 1 ? state.Sales.Customers[1] : state.Sales.AddCustomer($"buyer{number}@example.com");
            var address = number == 1 ? state.Sales.Addresses[1] : state.Sales.AddAddress(customer.Id);
            state.Sales.PlaceOrder(new PrestaShopOrderDraft { CustomerId = customer.Id, AddressId = address.Id, StateId = 2, Lines = [new(mug.Id, 2), new(shirt.ProductId, 1, shirt.Id)] });
        }

        state.Sales.Customers[1].With(("email", "jane@example.com"));
    }
}
