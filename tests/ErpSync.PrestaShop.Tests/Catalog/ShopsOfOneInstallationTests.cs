namespace ErpSync.PrestaShop.Tests;

public sealed class ShopsOfOneInstallationTests
{
    [Fact]
    public async Task A_write_to_one_shop_never_lands_in_another()
    {
        await using var first = await TwoShopsAsync();
        await using var second = new SecondConnection(first.Server, options => options.ShopId = 2);
        var product = (await second.ReadAsync<Product>()).Single();
        var level = (await second.ReadAsync<StockLevel>()).Single();
        await second.Connector.Get<IUpdater<Product>>().UpdateAsync([new Revision<Product>(product, product.Value with { PriceNet = new Money(99, Samples.Euro), Name = LocalizedText.Of("en", "Outlet") }, [nameof(Product.PriceNet), nameof(Product.Name)])], CancellationToken.None);
        await second.Connector.Get<IUpdater<StockLevel>>().UpdateAsync([new Revision<StockLevel>(level, level.Value with { Quantity = 42 }, [nameof(StockLevel.Quantity)])], CancellationToken.None);
        await second.Connector.Get<ICreator<Price>>().CreateAsync([new Creation<Price>("t", new Price { Owner = new Ref(EntityKind.Product, product.Id), Net = new Money(50, Samples.Euro) })], CancellationToken.None);

        var own = (await first.ReadAsync<Product>()).Single(one => one.Id == product.Id).Value;
        var stock = (await first.ReadAsync<StockLevel>()).Single(one => one.Id == level.Id).Value;
        var prices = await first.ReadAsync<Price>();

        (own.PriceNet!.Value.Amount, own.Name["en"], stock.Quantity, prices.Count).Should().Be((10m, "Hose", 5m, 0));
        (await second.ReadAsync<Product>()).Single().Value.PriceNet!.Value.Amount.Should().Be(99);
        first.Server.State.Stock(int.Parse(product.Id.Value), shopId: 2).Quantity.Should().Be(42);
        (await second.ReadAsync<Price>()).Should().ContainSingle().Which.Value.Net.Amount.Should().Be(50);
    }

    [Fact]
    public async Task Every_request_names_the_shop_where_there_are_several()
    {
        await using var first = await TwoShopsAsync();
        await using var second = new SecondConnection(first.Server, options => options.ShopId = 2);
        first.Server.Requests.Clear();

        await second.ReadAsync<Product>();
        await second.ReadAsync<Price>();
        await second.ReadAsync<StockLevel>();
        await second.ReadAsync<ProductImage>();

        first.Server.Requests.Snapshot().Should().NotBeEmpty().And.OnlyContain(request => request.Query.Contains("id_shop=2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_shop_of_the_address_is_taken_when_none_is_named()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.AddShop("Outlet");
        shop.Server.State.AddShopUrl(2, shop.Server.BaseAddress.Authority);
        shop.Server.State.AddProduct();
        shop.Server.State.PutInShop(shop.Server.State.AddProduct(p => p.Reference = "OUTLET").Id, 2);
        await shop.OpenAsync();

        (await shop.ReadAsync<Product>()).Should().ContainSingle().Which.Value.Reference.Should().Be("OUTLET");

        shop.Server.Requests.Snapshot().Should().OnlyContain(request => request.Query.Contains("id_shop=2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_read_where_nobody_can_tell_which_shop_is_meant()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.AddShop("Outlet");

        var fault = (await shop.Invoking(one => one.OpenAsync()).Should().ThrowAsync<ConnectorException>()).Which;

        fault.Problem.Code.Should().Be("prestashop.multi-shop");
        fault.Problem.Remedy.Should().Contain("ShopId");
    }

    [Fact]
    public async Task Links_belong_to_the_installation_and_the_identity_to_the_shop()
    {
        await using var first = await TwoShopsAsync();
        await using var second = new SecondConnection(first.Server, options => options.ShopId = 2);

        var ids = (await second.ReadAsync<Product>()).Select(product => product.Id);

        (await first.ReadAsync<Product>()).Select(product => product.Id).Should().Contain(ids);
        (await second.Connector.Get<IConnection>().OpenAsync(CancellationToken.None)).InstanceId.Should().NotBe((await first.OpenAsync()).InstanceId);
    }

    [Fact]
    public async Task A_price_of_all_shops_is_read_by_each_and_changed_by_none()
    {
        await using var shop = await TwoShopsAsync();
        shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.Price) = (1, 5m));
        await shop.OpenAsync();
        var current = (await shop.ReadAsync<Price>()).Single();

        var update = (await shop.UpdateAsync((current, current.Value with { Net = new Money(1, Samples.Euro) }, [nameof(Price.Net)])))[0];
        var delete = (await shop.Connector.Get<IDeleter<Price>>().DeleteAsync([current], CancellationToken.None))[0];

        update.Problem().Code.Should().Be("prestashop.price-of-all-shops");
        delete.Problem().Code.Should().Be("prestashop.price-of-all-shops");
        shop.Server.State.SpecificPrices.Single().Price.Should().Be(5m);
    }

    [Theory]
    [InlineData("9.1.4", true)]
    [InlineData("8.2.1", true)]
    [InlineData("1.7.8", false)]
    public async Task Shared_stock_is_the_group_s_row_and_is_never_sent_as_a_whole_record(string version, bool isWritten)
    {
        await using var shop = await Shop.StartAsync(version, options => options.ShopId = 2);
        var state = shop.Server.State;
        state.AddShopGroup("Together", sharesStock: true);
        state.AddShop("Second").GroupId = 2;
        state.AddShop("Third").GroupId = 2;
        var product = state.AddProduct();
        state.PutInShop(product.Id, 2);
        state.PutInShop(product.Id, 3);
        state.SetStock(product.Id, 9, shopId: 3);
        await shop.OpenAsync();

        var level = (await shop.ReadAsync<StockLevel>()).Single();
        var result = (await shop.UpdateAsync((level, level.Value with { Quantity = 4 }, [nameof(StockLevel.Quantity)])))[0];

        level.Value.Quantity.Should().Be(9);
        state.Stock(product.Id).Quantity.Should().Be(0, "shop 1 keeps its own");
        if (isWritten)
            result.Id();
        else
            result.Problem().Code.Should().Be("prestashop.stock-shared-needs-patch");
        state.Stock(product.Id, shopId: 2).Quantity.Should().Be(isWritten ? 4 : 9);
    }

    [Fact]
    public async Task Payments_invoices_parcels_and_slips_of_another_shop_are_not_taken_for_own_ones()
    {
        // The shop tells orders by shop, and what hangs on them of all shops together.
        await using var first = await TwoShopsAsync();
        var own = SalesSeed.Order(first.Server.State, draft => draft with { StateId = 2 });
        var other = SalesSeed.Order(first.Server.State, draft => draft with { StateId = 2 });
        other.With(("id_shop", 2));
        await first.OpenAsync();
        var order = new Ref(EntityKind.Order, RemoteId.From(own.Id));
        var slips = new[] { own, other }.Select(one => first.Server.State.Sales.AddSlip(one.Id, 1.2m)).ToList();

        (await first.ReadAsync<CreditNote>()).Select(note => note.Id).Should().Equal(RemoteId.From(slips[0].Id));
        (await first.ListAsync<CreditNote>()).Should().ContainSingle();
        (await first.FindAsync<CreditNote>([.. slips.Select(slip => RemoteId.From(slip.Id).Value)])).Should().ContainSingle();
        (await first.ReadAsync<Order>()).Select(one => one.Id).Should().Equal(order.Id);
        (await first.ReadAsync<Payment>()).Should().ContainSingle().Which.Value.Order.Should().Be(order);
        (await first.ReadAsync<Invoice>()).Should().ContainSingle().Which.Value.Order.Should().Be(order);
        (await first.ReadAsync<Shipment>()).Should().ContainSingle().Which.Value.Order.Should().Be(order);
        (await first.ListAsync<Payment>()).Should().ContainSingle();
        (await first.ListAsync<Invoice>()).Should().ContainSingle();
        (await first.ListAsync<Shipment>()).Should().ContainSingle();
        (await first.FindAsync<Invoice>("1", "2")).Should().ContainSingle();
    }

    [Fact]
    public async Task An_unknown_shop_is_a_redirect_that_is_not_followed()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.ShopId = 7);

        var fault = (await shop.Invoking(one => one.OpenAsync()).Should().ThrowAsync<ConnectorException>()).Which;

        fault.Problem.Kind.Should().Be(ProblemKind.Misconfigured);
        fault.Problem.Code.Should().Be("http.redirected");
    }

    private static async Task<Shop> TwoShopsAsync()
    {
        var shop = await Shop.StartAsync(configure: options => options.ShopId = 1);
        shop.Server.State.AddShop("Outlet");
        var product = shop.Server.State.AddProduct(p => p.Price = 10m);
        product.Name.SetAll("Hose");
        shop.Server.State.AddProduct();
        shop.Server.State.PutInShop(product.Id, 2);
        shop.Server.State.SetStock(product.Id, 5);
        await shop.OpenAsync();
        return shop;
    }
}
