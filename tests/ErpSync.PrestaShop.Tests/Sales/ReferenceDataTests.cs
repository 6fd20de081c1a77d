namespace ErpSync.PrestaShop.Tests.Sales;

public sealed class ReferenceDataTests
{
    [Fact]
    public async Task Currencies_languages_countries_groups_taxes_and_ways_of_payment_are_read_to_be_mapped()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.AddCurrency("USD", 1.2m, "US Dollar");
        shop.Server.State.Sales.Groups[3].With(("reduction", 5m));
        SalesSeed.Order(shop.Server.State);

        (await AllAsync<Currency>(shop)).Select(one => (one.Value.Code.Value, one.Value.Rate, one.Value.IsBase)).Should().Equal(("EUR", 1m, true), ("USD", 1.2m, false));
        (await AllAsync<Language>(shop)).Select(one => (one.Value.Code, one.Value.IsMain)).Should().Equal(("en", true), ("fr", false));
        (await AllAsync<Country>(shop)).Select(one => one.Value.Code).Should().Contain("FR");
        (await AllAsync<CustomerGroup>(shop)).Select(one => (one.Value.Name, one.Value.DiscountPercent)).Should().Equal(("Visitor", null), ("Guest", null), ("Customer", 5m));
        (await AllAsync<Tax>(shop)).Should().Contain(one => one.Value.Rates.Count == 1 && one.Value.Rates[0] == new TaxRate(5.5m));
        (await AllAsync<PaymentMethod>(shop)).Select(one => (one.Id.Value, one.Value.Name)).Should().Equal(("ps_cashondelivery", "ps_cashondelivery"), ("ps_checkpayment", "ps_checkpayment"), ("ps_wirepayment", "Bank transfer"));
        (await AllAsync<Carrier>(shop)).Select(one => one.Value.Name).Should().Contain("My carrier");
    }

    [Fact]
    public async Task States_of_countries_are_told_with_their_country_and_shops_with_their_group()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.ShopId = 1);
        shop.Server.State.AddShopGroup("Together", sharesStock: true);
        shop.Server.State.AddShop("Outlet").GroupId = 2;

        var states = await AllAsync<CountryState>(shop);
        var shops = await AllAsync<Storefront>(shop);

        states.Select(one => (one.Value.Country, one.Value.Code, one.Value.Name, one.Value.Active)).Should().Contain(("US", "FL", "Florida", true));
        shops.Select(one => (one.Id.Value, one.Value.Group, one.Value.Active)).Should().Equal(("1", "1", true), ("2", "2", true));
        shops[1].Value.Name.Should().Be("Outlet");
    }

    [Fact]
    public async Task Reference_data_of_documents_is_read_once_a_run_and_counted_apart()
    {
        await using var shop = await Shop.StartAsync();
        SalesSeed.Order(shop.Server.State);
        await shop.OpenAsync();
        var before = shop.Connector.Get<IRequestMeter>().Requests;

        await shop.ReadAsync<Order>();
        await shop.ReadAsync<Order>();
        await shop.ReadAsync<Address>();

        (shop.Connector.Get<IRequestMeter>().Requests - before).Reference.Should().Be(6);
    }

    private static async Task<List<Remote<T>>> AllAsync<T>(Shop shop)
        where T : class, IEntity => [.. (await shop.Connector.Get<IReader<T>>().ReadAsync(CancellationToken.None).ToListAsync()).Select(result => result.Record!)];
}
