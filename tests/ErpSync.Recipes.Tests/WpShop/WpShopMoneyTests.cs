using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace ErpSync.Recipes.Tests.WpShop;

/// <summary>Payments that are made in the ERP, and stock that is sold once (6.10 and 7.6).</summary>
public sealed class WpShopMoneyTests
{
    [Fact]
    public async Task WpShop_6_10_Payment_that_the_Erp_booked_makes_the_shop_s_order_paid_and_is_not_booked_again()
    {
        await using var world = await UnpaidAsync(options => options.Sales.MailPayments = true);
        await PayAsync(world, 24m);

        await world.World.SettleAsync();

        var order = world.Shop.State.Orders.Values.Single();
        (order["status"]!.ToString(), order["date_paid_gmt"] is not null).Should().Be(("processing", true));
        await world.World.RunAsync(new SyncRequest("main") { Full = true });
        world.World.Restart();
        await world.World.RunAsync(new SyncRequest("main") { Full = true });
        world.Erp.State.Payments.Should().ContainSingle("what the shop was told of is no payment of its own");
        world.Erp.State.Invoices.Should().ContainSingle().Which.IsPaid.Should().BeTrue();
        (await world.World.Control.ListParkedAsync(new ParkedQuery("main"))).Should().BeEmpty();
    }

    [Fact]
    public async Task WpShop_6_10_Part_of_the_money_does_not_make_the_order_paid_and_the_rest_does()
    {
        await using var world = await UnpaidAsync(options => options.Sales.MailPayments = true);
        await PayAsync(world, 10m);
        await world.World.SettleAsync();
        world.Shop.State.Orders.Values.Single()["status"]!.ToString().Should().Be("on-hold");
        await PayAsync(world, 14m);

        await world.World.RunAsync();

        world.Shop.State.Orders.Values.Single()["status"]!.ToString().Should().Be("processing");
        await world.World.RunAsync();
        world.Erp.State.Payments.Sum(payment => payment.Amounts.Sum(amount => amount.Amount)).Should().Be(24m);
    }

    [Fact]
    public async Task WpShop_6_10_Two_part_payments_between_two_runs_make_the_order_paid_once_and_set_the_other_aside_with_the_reason()
    {
        await using var world = await UnpaidAsync(options => options.Sales.MailPayments = true);
        await PayAsync(world, 10m);
        await PayAsync(world, 14m);

        await world.World.SettleAsync();
        await world.World.RunAsync(new SyncRequest("main") { Full = true });

        var order = world.Shop.State.Orders.Values.Single();
        (order["status"]!.ToString(), order["date_paid_gmt"] is not null).Should().Be(("processing", true));
        world.Erp.State.Payments.Sum(payment => payment.Amounts.Sum(amount => amount.Amount)).Should().Be(24m, "what the shop was told of is no payment of its own");
        (await world.World.Control.ListParkedAsync(new ParkedQuery("main"))).Should().ContainSingle(parked => parked.Kind == EntityKind.Payment).Which.Reason.Should().Contain("one payment per order");
    }

    [Fact]
    public async Task WpShop_6_10_Nobody_is_mailed_without_leave_and_the_payment_waits_with_that_reason()
    {
        await using var world = await UnpaidAsync();
        await PayAsync(world, 24m);

        var report = await world.RunAsync();

        report.Problems.Should().Contain(problem => problem.Code == "woocommerce.would-mail");
        world.Shop.State.Orders.Values.Single()["status"]!.ToString().Should().Be("on-hold");
    }

    [Fact]
    public async Task WpShop_6_10_Payments_stay_in_the_Erp_by_option_and_those_of_other_invoices_always()
    {
        await using var world = await UnpaidAsync(options => options.Sales.PaymentsBack = false);
        await PayAsync(world, 24m);
        await world.World.SettleAsync();
        world.Shop.State.Orders.Values.Single()["status"]!.ToString().Should().Be("on-hold");
        world.World.Restart(Recipe(options => options.Sales.MailPayments = true));
        var party = world.Erp.State.ThirdParties.First();
        var other = world.Erp.State.AddInvoice($$"""{"socid":{{party.Id}},"type":0,"lines":[{"desc":"By hand","subprice":5,"qty":1,"tva_tx":20}]}""", invoice => invoice.Status = 1);
        await PayAsync(world, 6m, other.Id);

        var report = await world.RunAsync();

        report.Problems.Should().BeEmpty("an invoice that no order of the shop made is nothing to the shop");
    }

    [Fact]
    public async Task WpShop_7_6_Sale_is_taken_off_once_before_its_order_is_booked_and_after()
    {
        await using var world = await StockedAsync();
        await world.World.SettleAsync();
        Stock(world).Should().Be(10);
        var order = Order(world, "on-hold", 2);
        Stock(world).Should().Be(8, "the shop took its sale off by itself");

        await world.World.SettleAsync();
        (Stock(world), world.Erp.State.Orders.Count).Should().Be((8, 0), "the Erp knows nothing of it yet, and the goods are sold all the same");

        world.Erp.State.SetStock(world.InErp("A").Id, 1, 15);
        await world.World.SettleAsync();
        Stock(world).Should().Be(13, "a delivery comes in beside the open order");

        (order["status"], order["date_paid_gmt"]) = ("processing", Now(world));
        Touch(world, order);
        await world.World.SettleAsync();
        (Stock(world), world.Erp.State.Orders.Count).Should().Be((13, 1), "now the Erp has it reserved");

        Ship(world, 2);
        await world.World.SettleAsync();
        Stock(world).Should().Be(13, "the goods have gone, and so has the reservation");
        world.Erp.State.GetStock(world.InErp("A").Id, 1).Should().Be(13m);
    }

    [Fact]
    public async Task WpShop_7_6_Open_order_that_is_given_up_frees_its_goods_and_a_restart_forgets_no_open_order()
    {
        await using var world = await StockedAsync();
        await world.World.SettleAsync();
        var order = Order(world, "on-hold", 3);
        await world.World.SettleAsync();
        world.World.Restart();
        await world.World.RunAsync(new SyncRequest("main") { Full = true });
        Stock(world).Should().Be(7);

        order["status"] = "cancelled";
        world.Shop.State.Products.Values.Single()["stock_quantity"] = 10;
        Touch(world, order);
        world.EditShop("A", _ => { });
        await world.World.SettleAsync();

        Stock(world).Should().Be(10);
        world.Erp.State.Orders.Should().BeEmpty();
    }

    [Fact]
    public async Task WpShop_7_6_Open_order_that_is_deleted_frees_its_goods_without_a_restart_and_an_error_deletes_nothing()
    {
        await using var world = await StockedAsync();
        await world.World.SettleAsync();
        var order = Order(world, "on-hold", 3);
        await world.World.SettleAsync();
        Stock(world).Should().Be(7);
        world.Shop.State.Orders.Remove(order["id"]!.GetValue<long>());
        world.World.Clock.Advance(TimeSpan.FromHours(1));
        world.Shop.Faults.Add(new Sandbox.Fault(Sandbox.FaultKind.ErrorBeforeCommit) { Times = int.MaxValue, PathContains = "/orders" });
        await world.TryRunAsync();
        Stock(world).Should().Be(7, "a listing that breaks tells of no deletion");

        world.Shop.Faults.Clear();
        await world.World.RunAsync(new SyncRequest("main") { Full = true });

        Stock(world).Should().Be(10);
    }

    [Fact]
    public async Task WpShop_7_6_Erp_that_reserves_nothing_is_a_warning_before_the_first_sale()
    {
        await using var world = await StockedAsync();
        (await world.Engine.CheckAsync("main")).Should().NotContain(finding => finding.Code == "dolibarr.stock-not-reserved");
        world.Erp.State.Constants["STOCK_CALCULATE_ON_SHIPMENT"] = "0";
        world.World.Restart();
        (await world.Engine.CheckAsync("main")).Should().Contain(finding => finding.Code == "dolibarr.stock-not-reserved");
    }

    [Fact]
    public async Task WpShop_7_6_Stock_typed_in_the_shop_gives_way_to_what_the_Erp_can_sell()
    {
        await using var world = await StockedAsync();
        await world.World.SettleAsync();
        Order(world, "on-hold", 1);
        world.EditShop("A", row => row["stock_quantity"] = 50);

        await world.World.SettleAsync();

        Stock(world).Should().Be(9);
    }

    private static int Stock(WpShopWorld world) => int.Parse(world.InShop("A")["stock_quantity"]!.ToString(), CultureInfo.InvariantCulture);

    private static string Now(WpShopWorld world) => world.World.Clock.GetUtcNow().UtcDateTime.ToString("s", CultureInfo.InvariantCulture);

    private static void Touch(WpShopWorld world, JsonObject order) => order["date_modified_gmt"] = Now(world);

    private static void Ship(WpShopWorld world, int quantity)
    {
        var order = world.Erp.State.Orders.Single();
        world.Erp.State.AddShipment(
            $$"""{"socid":{{order.ThirdPartyId}},"origin_type":"commande","origin_id":{{order.Id}},"lines":[{"entrepot_id":1,"origin_line_id":{{order.Lines.First(line => line.ProductId is not null).Id}},"qty":{{quantity}}}]}""",
            shipment => (shipment.Status, shipment.Validated) = (1, world.World.Clock.GetUtcNow()));
        world.Erp.State.SetStock(world.InErp("A").Id, 1, world.Erp.State.GetStock(world.InErp("A").Id, 1) - quantity);
    }

    private static JsonObject Order(WpShopWorld world, string status, int quantity)
    {
        var order = world.Shop.State.AddOrder(new JsonObject
        {
            ["customer_id"] = world.Shop.State.Customers.Values.Single()["id"]!.DeepClone(),
            ["status"] = status,
            ["payment_method"] = "bacs",
            ["payment_method_title"] = "Bank transfer",
            ["billing"] = new JsonObject { ["first_name"] = "Anna", ["last_name"] = "Schmidt", ["email"] = "anna@example.org", ["address_1"] = "1 High Street", ["city"] = "Paris", ["country"] = "FR" },
            ["line_items"] = new JsonArray(new JsonObject { ["product_id"] = world.InShop("A")["id"]!.DeepClone(), ["quantity"] = quantity }),
        });
        return order;
    }

    private static Task<WpShopWorld> StockedAsync() => WpShopWorld.StartAsync(
        options => (options.Orders, options.Stock, options.Sales.PaymentMethods["bacs"], options.Sales.BankAccounts["bacs"]) = (true, true, "2", "1"),
        world =>
        {
            Bank(world);
            world.Erp.State.Constants["STOCK_CALCULATE_ON_SHIPMENT"] = "1";
            world.Buyer("anna@example.org");
            world.Sell("A", 10, change: row => row["stock_quantity"] = 10);
            world.Book("A", 10m);
            world.Erp.State.SetStock(world.InErp("A").Id, 1, 10);
        });

    /// <summary>An order that waits for its money, with its open invoice in the Erp.</summary>
    private static async Task<WpShopWorld> UnpaidAsync(Action<WpShopOptions>? configure = null)
    {
        var world = await WpShopWorld.StartAsync(
            Options(configure),
            world =>
            {
                Bank(world);
                world.Sell("A", 10);
                world.Buyer("anna@example.org");
                Order(world, "on-hold", 2);
            });
        await world.World.SettleAsync();
        world.Erp.State.Invoices.Should().ContainSingle().Which.IsPaid.Should().BeFalse();
        return world;
    }

    private static Action<WpShopOptions> Options(Action<WpShopOptions>? configure) => options =>
    {
        options.Orders = true;
        options.Sales.OrderStatuses = ["on-hold", "processing", "completed"];
        (options.Sales.PaymentMethods["bacs"], options.Sales.BankAccounts["bacs"]) = ("2", "1");
        configure?.Invoke(options);
    };

    private static Action<IErpSyncBuilder> Recipe(Action<WpShopOptions> configure) => WpShopWorld.Recipe(Options(configure));

    private static void Bank(WpShopWorld world)
    {
        world.Erp.State.AddBankAccount(account => (account["ref"], account["label"], account["currency_code"]) = ("BNK1", "Bank", "EUR"));
        if (world.Erp.State.Warehouses.Count == 0)
            world.Erp.State.AddWarehouse(warehouse => warehouse.Label = "MAIN");
    }

    /// <summary>Somebody pays in the Erp, by card.</summary>
    private static async Task PayAsync(WpShopWorld world, decimal amount, int? invoice = null)
    {
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        var body = new JsonObject
        {
            ["arrayofamounts"] = new JsonObject { [(invoice ?? world.Erp.State.Invoices.First().Id).ToString(CultureInfo.InvariantCulture)] = new JsonObject { ["amount"] = amount.ToString(CultureInfo.InvariantCulture), ["multicurrency_amount"] = "" } },
            ["datepaye"] = world.World.Clock.GetUtcNow().ToUnixTimeSeconds(),
            ["paymentid"] = 6,
            ["closepaidinvoices"] = "yes",
            ["accountid"] = 1,
        };
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(world.Erp.BaseAddress, "api/index.php/invoices/paymentsdistributed")) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        message.Headers.Add("DOLAPIKEY", world.Erp.ApiKey);
        using var answer = await http.SendAsync(message);
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
    }
}
