namespace ErpSync.PrestaShop.Tests;

/// <summary>The request budgets in an installation of two shops, where every request names the shop.</summary>
public sealed class ShopsBudgetTests
{
    public static TheoryData<string> Versions => ["9.1.4", "8.2.1", "1.7.8"];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_hundred_orders_of_one_of_two_shops_with_all_that_hangs_on_them_take_at_most_twelve_requests_and_the_listing_of_the_own_ones(string version)
    {
        await using var shop = await TwoShopsAsync(version);
        for (var number = 0; number < 200; number++)
            Order(shop, number % 2 == 0 ? 1 : 2);
        await shop.OpenAsync();
        var before = Spent(shop);

        var orders = await shop.ReadAsync<Order>();
        await shop.ReadAsync<Customer>();
        await shop.ReadAsync<Address>();
        var payments = await shop.ReadAsync<Payment>();
        var parcels = await shop.ReadAsync<Shipment>();

        orders.Should().HaveCount(100);
        payments.Should().HaveCount(100);
        parcels.Should().HaveCount(100);
        (Spent(shop) - before).Should().BeLessThanOrEqualTo(12 + 1);
        NameTheShop(shop);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task One_new_order_of_one_of_two_shops_takes_at_most_eight_requests_the_poll_and_the_listing_included(string version)
    {
        await using var shop = await TwoShopsAsync(version);
        Order(shop, 1);
        Order(shop, 2);
        await shop.OpenAsync();
        shop.Clock.Advance(TimeSpan.FromHours(1));
        await shop.OpenAsync();
        var changes = shop.Connector.Get<IChangeReader<Order>>();
        var cursor = await changes.TakeCursorAsync(CancellationToken.None);
        shop.Clock.Advance(TimeSpan.FromMinutes(5));
        Order(shop, 1);
        Order(shop, 2);
        await shop.OpenAsync();
        var before = Spent(shop);

        await changes.TakeCursorAsync(CancellationToken.None);
        var changed = await changes.ReadChangedAsync(cursor, CancellationToken.None).ToListAsync();
        var listed = await shop.ListAsync<Order>();

        changed.Should().ContainSingle().Which.Record!.Value.Lines.Should().NotBeEmpty();
        listed.Should().HaveCount(2);
        (Spent(shop) - before).Should().BeLessThanOrEqualTo(8);
        NameTheShop(shop);
    }

    private static long Spent(Shop shop) => shop.Connector.Get<IRequestMeter>().Requests.Data;

    private static void NameTheShop(Shop shop) =>
        shop.Server.Requests.Snapshot().Should().NotBeEmpty().And.OnlyContain(request => $"{request.Path}?{request.Query}".Contains("id_shop=1", StringComparison.Ordinal));

    private static async Task<Shop> TwoShopsAsync(string version)
    {
        var shop = await Shop.StartAsync(version, options => options.ShopId = 1);
        shop.Server.State.AddShop("Outlet");
        return shop;
    }

    private static void Order(Shop shop, int owner) => SalesSeed.Order(shop.Server.State, draft => draft with { StateId = 2 }).With(("id_shop", owner));
}
