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
    public async Task WpShop_6_8_Paid_order_has_an_invoice_and_a_payment_on_the_account_of_its_way_of_payment()
    {
        await using var world = await StartAsync(Paid);

        await world.World.SettleAsync();
        (await world.World.Control.ListParkedAsync(new ParkedQuery("main"))).Select(parked => $"{parked.Kind} {parked.Id} {parked.Reason}").Should().BeEmpty();

        world.Erp.State.Invoices.Should().ContainSingle().Which.IsPaid.Should().BeTrue();
        world.Erp.State.Payments.Should().ContainSingle().Which.AccountId.Should().Be(1);
        await world.World.RunAsync(new SyncRequest("main") { Full = true });
        world.Erp.State.Payments.Should().ContainSingle("a notification that comes again pays nothing again");
    }

    [Fact]
    public async Task WpShop_7_3_Invoice_is_validated_and_paid_when_its_order_is_by_its_mapped_way_of_payment()
    {
        await using var world = await StartAsync(Paid);

        await world.World.SettleAsync();

        var invoice = world.Erp.State.Invoices.Single();
        (invoice.Status, invoice.IsPaid, invoice.Amounts.Gross).Should().Be((2, true, 24m));
    }

    [Fact]
    public async Task WpShop_7_3_Refund_of_the_shop_is_a_credit_note_and_nothing_is_deleted()
    {
        await using var world = await StartAsync(Paid);
        await world.World.SettleAsync();
        var order = new RemoteId(world.Shop.State.Orders.Keys.Single().ToString(System.Globalization.CultureInfo.InvariantCulture));
        var euro = new CurrencyCode("EUR");
        var fee = new DocumentLine { Kind = LineKind.Fee, Label = "goodwill", Quantity = 1, UnitNet = new Money(2, euro), Net = new Money(2, euro), Tax = new Money(0, euro), Taxes = [] };
        var refund = new CreditNote { Order = new Ref(EntityKind.Order, order), Reason = "goodwill", Currency = euro, Lines = [fee], TotalNet = new Money(2, euro), TotalTax = new Money(0, euro), TotalGross = new Money(2, euro) };
        await world.World.Services.GetRequiredKeyedService<Connector>("woo").Get<ICreator<CreditNote>>().CreateAsync([new Creation<CreditNote>("main:test:1", refund)], CancellationToken.None);

        (await world.World.RunAsync()).Problems.Select(problem => problem.ToString()).Should().BeEmpty();
        await world.World.SettleAsync();

        world.Erp.State.Invoices.Select(invoice => invoice.Type).Should().BeEquivalentTo([0, 2]);
        world.Erp.State.Invoices.Single(invoice => invoice.Type == 2).Amounts.Gross.Should().Be(-2m);
    }

    [Fact]
    public async Task WpShop_7_5_Invoice_is_opened_for_its_owner_only()
    {
        await using var world = await StartAsync(Paid);
        await world.World.SettleAsync();
        var documents = world.World.Services.GetRequiredService<ISyncDocuments>();
        var (order, buyer) = (new RemoteId(world.Shop.State.Orders.Keys.Single().ToString(System.Globalization.CultureInfo.InvariantCulture)), new RemoteId(world.Shop.State.Customers.Keys.Single().ToString(System.Globalization.CultureInfo.InvariantCulture)));

        await using var file = await documents.OpenInvoicePdfAsync("main", order, buyer);

        file.Should().NotBeNull();
        var stranger = () => documents.OpenInvoicePdfAsync("main", order, new RemoteId("987654"));
        (await stranger.Should().ThrowAsync<ConnectorException>()).Which.Problem.Kind.Should().Be(ProblemKind.NotFound);
    }

    [Fact]
    public async Task WpShop_9_1_Payment_without_an_account_is_told_and_booked_once_it_has_one()
    {
        await using var world = await StartAsync(Paid, configure: options => options.Sales.BankAccounts.Clear());
        var report = await world.RunAsync();
        report.Problems.Should().Contain(problem => problem.Code == "map.value-unmapped");
        world.Erp.State.Payments.Should().BeEmpty();
        world.World.Restart(Recipe());

        await world.World.SettleAsync();

        world.Erp.State.Payments.Should().ContainSingle().Which.AccountId.Should().Be(1);
    }

    [Fact]
    public async Task WpShop_10_5_Invoice_is_passed_through_for_its_owner() => await WpShop_7_5_Invoice_is_opened_for_its_owner_only();

    private static void Paid(JsonObject order) => (order["status"], order["set_paid"], order["payment_method"], order["payment_method_title"]) = ("processing", true, "bacs", "Bank transfer");

    private static Action<IErpSyncBuilder> Recipe(Action<WpShopOptions>? configure = null, bool shipments = false) => WpShopWorld.Recipe(options =>
    {
        (options.Orders, options.Shipments) = (true, shipments);
        (options.Sales.PaymentMethods["bacs"], options.Sales.BankAccounts["bacs"]) = ("2", "1");
        configure?.Invoke(options);
    });

    private static Task<WpShopWorld> StartAsync(Action<JsonObject>? change = null, bool shipments = false, bool coupon = false, Action<WpShopOptions>? configure = null) => WpShopWorld.StartAsync(
        options =>
        {
            (options.Orders, options.Shipments) = (true, shipments);
            (options.Sales.PaymentMethods["bacs"], options.Sales.BankAccounts["bacs"]) = ("2", "1");
            configure?.Invoke(options);
        },
        world =>
        {
            world.Erp.State.AddBankAccount(account => (account["ref"], account["label"], account["currency_code"]) = ("BNK1", "Bank", "EUR"));
            if (world.Erp.State.Warehouses.Count == 0)
                world.Erp.State.AddWarehouse(warehouse => warehouse.Label = "MAIN");
            var product = world.Sell("A", 10);
            var buyer = world.Buyer("anna@example.org");
            var body = new JsonObject
            {
                ["customer_id"] = buyer["id"]!.DeepClone(),
                ["status"] = "processing",
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
