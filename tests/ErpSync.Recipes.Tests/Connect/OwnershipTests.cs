using ErpSync.PrestaShop;
using ErpSync.Sandbox.PrestaShop;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.Connect;

/// <summary>Section A: who leads what.</summary>
public sealed class OwnershipTests
{
    [Fact]
    public async Task Connect_A1_A_product_of_the_hub_alone_is_not_made_in_the_shop()
    {
        await using var world = ConnectWorld.New();
        world.Erp.State.AddProduct(product => (product.Ref, product.Label, product.VatRate) = ("HUB", "Only in the hub", 20m));
        await world.ConnectAsync();

        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);
        await world.DoneAsync(ConnectFeedNames.UpdateProducts);
        await world.DoneAsync(ConnectFeedNames.ImportProductImages);

        world.Erp.State.Products.Should().HaveCount(2);
        world.Shop.State.Products.Should().ContainSingle();
        world.Shop.Requests.Writes.Should().Be(0);
    }

    [Fact]
    public async Task Connect_A2_An_order_of_the_hub_alone_is_not_made_in_the_shop()
    {
        await using var world = ConnectWorld.New();
        var party = world.Erp.State.AddThirdParty(party => (party["name"], party["client"]) = ("Somebody", "1"));
        world.Erp.State.AddOrder($$"""{"socid":{{party.Id}},"date":1795000000}""", order => order.Status = 2);
        await world.ConnectAsync();
        await world.GoLiveAsync();

        await world.DoneAsync(ConnectFeedNames.UpdateOrders);
        await world.DoneAsync(ConnectFeedNames.ShippingConfirmation);

        world.Shop.State.Sales.Orders.Should().BeEmpty();
        world.Shop.Requests.Writes.Should().Be(0);
    }

    [Theory]
    [InlineData(ConnectFeedNames.ExportStockLevels)]
    [InlineData(ConnectFeedNames.StockCheck)]
    public async Task Connect_A3_An_edit_of_stock_in_the_shop_is_overwritten_and_not_imported(string feed)
    {
        await using var world = ConnectWorld.New();
        await world.ConnectAsync();
        await world.GoLiveAsync();
        world.Shop.State.SetStock(1, 99);

        await world.DoneAsync(feed);

        world.ShopStock().Should().Be(10);
        world.HubStock().Should().Be(10);
    }

    [Fact]
    public async Task Connect_A4_Suppliers_and_their_prices_come_from_the_shop()
    {
        await using var world = ConnectWorld.New();
        var supplier = world.Shop.State.AddSupplier("Mills & Co");
        world.Shop.State.AddProductSupplier(1, supplier.Id, row => (row.Reference, row.Price) = ("M-1", 4.5m));
        await world.ConnectAsync();
        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);

        await world.DoneAsync(ConnectFeedNames.ImportSuppliers);
        await world.DoneAsync(ConnectFeedNames.ImportProductSuppliers);

        world.Erp.State.ThirdParties.Should().ContainSingle(party => party["name"] == "Mills & Co" && party["fournisseur"] == "1");
        world.Erp.State.SupplierPrices.Should().ContainSingle(price => price.Reference == "M-1" && price.Price == 4.5m);
        world.Shop.Requests.Writes.Should().Be(0);
    }

    [Fact]
    public async Task Connect_A5_Status_and_tracking_number_go_from_the_hub_to_the_shop()
    {
        await using var world = ConnectWorld.New();
        var order = world.Shop.Order();
        await world.ConnectAsync();
        await world.GoLiveAsync();
        var taken = world.Erp.State.Orders.Single();
        world.Ship(taken, 1, "1Z999");
        world.Close(taken);

        await world.DoneAsync(ConnectFeedNames.ShippingConfirmation);

        world.State(order).Should().Be("4");
        world.Tracking().Should().Equal("1Z999");
    }

    [Fact]
    public async Task Connect_A6_A_shop_below_the_floor_is_refused_by_name()
    {
        await using var world = ConnectWorld.New();
        await world.StartAsync(builder =>
        {
            builder.Connect();
            builder.Services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new Aged("1.6.1.24")));
        });

        (await world.FindingsAsync()).Should().Contain(finding => finding.StartsWith("Error", StringComparison.Ordinal) && finding.Contains("1.6.1.24", StringComparison.Ordinal) && finding.Contains("1.7", StringComparison.Ordinal));
        (await world.FeedAsync(ConnectFeedNames.ImportNewProducts)).Outcome.Should().Be(FeedOutcome.Failed);
        world.Erp.State.Products.Should().BeEmpty();
    }

    [Fact]
    public async Task Connect_A7_A_shop_that_manages_stock_in_warehouses_is_not_sent_any_with_that_reason()
    {
        await using var world = ConnectWorld.New();
        await world.ConnectAsync();
        await world.GoLiveAsync();
        world.Shop.State.Configure("PS_ADVANCED_STOCK_MANAGEMENT", "1");
        world.Shop.State.Stock(1)["depends_on_stock"] = "1";
        world.SetHubStock(3);

        var run = await world.FeedAsync(ConnectFeedNames.ExportStockLevels);

        run.Messages.Should().ContainSingle().Which.Should().Contain("dvanced stock");
        world.ShopStock().Should().Be(10);
        (await world.FindingsAsync()).Should().Contain(finding => finding.Contains("Advanced stock management is on", StringComparison.Ordinal));
    }

    /// <summary>Makes a shop tell another version than it has.</summary>
    private sealed class Aged(string version) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.Remove("PSWS-Version"))
                response.Headers.Add("PSWS-Version", version);
            return response;
        }
    }
}
