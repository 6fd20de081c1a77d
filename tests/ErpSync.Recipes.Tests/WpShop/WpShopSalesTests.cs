using System.Text.Json.Nodes;
using ErpSync.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.WpShop;

/// <summary>Section 7 and what section 6 says of sales: orders go to the ERP with their money, shipments come back, and a sale counts once.</summary>
public sealed class WpShopSalesTests
{
    [Fact]
    public async Task WpShop_6_6_Confirmed_cart_is_an_order_in_the_Erp_with_its_customer_and_its_products()
    {
        await using var world = await StartAsync();

        await world.World.SettleAsync();

        var order = world.Erp.State.Orders.Should().ContainSingle().Subject;
        order.ThirdPartyId.Should().Be(world.Erp.State.ThirdParties.Single(party => party["email"] == "anna@example.org").Id);
        order.Lines.Should().Contain(line => line.ProductId == world.InErp("A").Id && line.Quantity == 2);
    }

    [Fact]
    public async Task WpShop_6_7_Order_is_made_once_whatever_is_lost_on_the_way()
    {
        await using var world = await StartAsync();
        world.Erp.Faults.Add(new Fault(FaultKind.DropAfterCommit) { Method = "POST", PathContains = "/orders" });

        await world.TryRunAsync();
        await world.World.SettleAsync();

        world.Erp.State.Orders.Should().ContainSingle();
    }

    [Fact]
    public async Task WpShop_6_9_Shipment_of_the_Erp_brings_its_tracking_number_to_the_shop()
    {
        await using var world = await StartAsync(shipments: true);
        var warehouse = world.Erp.State.Warehouses.First();
        await world.World.SettleAsync();
        world.Erp.State.SetStock(world.InErp("A").Id, warehouse.Id, 10);
        var order = world.Erp.State.Orders.Single();
        world.Erp.State.AddShipment(
            $$"""{"socid":{{order.ThirdPartyId}},"origin_type":"commande","origin_id":{{order.Id}},"tracking_number":"1Z999","lines":[{"entrepot_id":{{warehouse.Id}},"origin_line_id":{{order.Lines.First(line => line.ProductId is not null).Id}},"qty":2}]}""",
            shipment => (shipment.Status, shipment.Validated) = (1, world.World.Clock.GetUtcNow()));

        await world.World.SettleAsync();

        var shipped = await world.World.Services.GetRequiredKeyedService<Connector>("woo").Get<IReader<Shipment>>().ReadAsync(CancellationToken.None).ToListAsync();
        shipped.Should().ContainSingle().Which.Record!.Value.TrackingNumbers.Should().Equal("1Z999");
    }

    [Theory]
    [InlineData("processing", 1)]
    [InlineData("cancelled", -1)]
    public async Task WpShop_7_2_Status_of_an_order_follows(string status, int expected)
    {
        await using var world = await StartAsync();
        await world.World.SettleAsync();
        var order = world.Shop.State.Orders.Values.Single();
        order["status"] = status;
        order["date_modified_gmt"] = world.World.Clock.GetUtcNow().UtcDateTime.ToString("s", System.Globalization.CultureInfo.InvariantCulture);

        await world.World.SettleAsync();

        world.Erp.State.Orders.Single().Status.Should().Be(expected);
    }

    [Fact]
    public async Task WpShop_7_4_Lines_keep_price_quantity_tax_discount_and_shipping_and_the_totals_agree_to_the_cent()
    {
        await using var world = await StartAsync(order => order["shipping_lines"] = new JsonArray(new JsonObject { ["method_id"] = "flat_rate", ["method_title"] = "Colissimo", ["total"] = "5.00" }), coupon: true);

        await world.World.SettleAsync();

        var (sold, booked) = (world.Shop.State.Orders.Values.Single(), world.Erp.State.Orders.Single());
        booked.Amounts.Gross.Should().Be(decimal.Parse(sold["total"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture));
        booked.Currency.Should().Be("EUR");
        booked.Lines.Should().Contain(line => line.ProductId == world.InErp("A").Id && line.Quantity == 2 && line.VatRate == 20m && line.Type == 0, "goods are goods");
        booked.Lines.Should().HaveCount(3, "the goods, the shipping and the discount");
    }

    [Fact]
    public async Task WpShop_7_6_Shop_shows_what_can_be_sold_and_a_sale_counts_once()
    {
        await using var world = await StartAsync(order => order["status"] = "processing", stock: true);
        await world.World.SettleAsync();

        for (var round = 0; round < 4; round++)
        {
            world.World.Clock.Advance(TimeSpan.FromMinutes(20));
            await world.RunAsync();
        }

        world.InShop("A")["stock_quantity"]!.ToString().Should().Be("8", "ten are there, and two are sold and not sent yet");
        world.Erp.State.GetStock(world.InErp("A").Id, world.Erp.State.Warehouses.First().Id).Should().Be(10m);
    }

    private static Task<WpShopWorld> StartAsync(Action<JsonObject>? change = null, bool shipments = false, bool stock = false, bool coupon = false) => WpShopWorld.StartAsync(
        options => (options.Orders, options.Shipments, options.Stock) = (true, shipments, stock),
        world =>
        {
            if (world.Erp.State.Warehouses.Count == 0)
                world.Erp.State.AddWarehouse(warehouse => warehouse.Label = "MAIN");
            var product = world.Sell("A", 10);
            if (stock)
                world.Erp.State.SetStock(world.Book("A", 10m).Id, world.Erp.State.Warehouses.First().Id, 10);
            var buyer = world.Buyer("anna@example.org");
            var body = new JsonObject
            {
                ["customer_id"] = buyer["id"]!.DeepClone(),
                ["status"] = "on-hold",
                ["billing"] = new JsonObject { ["first_name"] = "Anna", ["last_name"] = "Schmidt", ["email"] = "anna@example.org", ["address_1"] = "1 High Street", ["city"] = "Paris", ["country"] = "FR" },
                ["line_items"] = new JsonArray(new JsonObject { ["product_id"] = product["id"]!.DeepClone(), ["quantity"] = 2 }),
            };
            if (coupon)
            {
                world.Shop.State.AddCoupon(new JsonObject { ["code"] = "ten", ["discount_type"] = "percent", ["amount"] = "10" });
                body["coupon_lines"] = new JsonArray(new JsonObject { ["code"] = "ten" });
            }

            change?.Invoke(body);
            world.Shop.State.AddOrder(body);
        });
}
