using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.WpShop;

/// <summary>Cancellations and refunds of invoiced orders: the invoice is credited, and never twice.</summary>
public sealed class WpShopCreditTests
{
    [Fact]
    public async Task WpShop_7_3_Cancelled_order_with_an_invoice_becomes_a_credit_note_once()
    {
        await using var world = await InvoicedAsync();
        Cancel(world);
        await CleanAsync(world);

        Credits(world).Should().Equal(-24m);
        var note = world.Erp.State.Invoices.Single(invoice => invoice.Type == 2);
        note.SourceId.Should().Be(world.Erp.State.Invoices.Single(invoice => invoice.Type == 0).Id);
        await AgainAsync(world);
        Credits(world).Should().Equal([-24m], "it is made once");
        world.Erp.State.Orders.Single().Status.Should().Be(-1);
    }

    [Fact]
    public async Task WpShop_7_3_Order_that_is_invoiced_unpaid_and_cancelled_is_credited_too()
    {
        await using var world = await InvoicedAsync(options => options.Sales.OrderStatuses = ["on-hold", "processing", "completed"], "on-hold");
        Cancel(world);
        await CleanAsync(world);
        Credits(world).Should().Equal(-24m);
    }

    [Fact]
    public async Task WpShop_7_3_Cancelled_order_that_was_never_invoiced_credits_nothing_and_is_no_problem()
    {
        await using var world = await StartAsync("on-hold");
        await world.World.SettleAsync();
        Cancel(world);
        await CleanAsync(world);
        world.Erp.State.Invoices.Should().BeEmpty();
        (await world.World.Control.ListParkedAsync(new ParkedQuery("main"))).Should().BeEmpty();
    }

    [Fact]
    public async Task WpShop_7_3_Paid_order_that_was_cancelled_before_its_first_run_credits_nothing_and_is_no_problem()
    {
        await using var world = await StartAsync("processing");
        Cancel(world);
        await CleanAsync(world);
        world.Erp.State.Invoices.Should().BeEmpty();
    }

    [Fact]
    public async Task WpShop_7_3_Refund_behind_a_booked_cancellation_credits_nothing_more()
    {
        await using var world = await InvoicedAsync();
        Cancel(world);
        await CleanAsync(world);

        await RefundAsync(world, 24m);
        var report = await world.RunAsync();

        report.Problems.Should().Contain(problem => problem.Code == "order-to-cash.cancelled-already");
        Credits(world).Should().Equal(-24m);
        await AgainAsync(world);
        Credits(world).Should().Equal(-24m);
    }

    [Fact]
    public async Task WpShop_7_3_Cancellation_behind_a_refund_of_everything_credits_nothing_more_and_asks_nobody()
    {
        await using var world = await InvoicedAsync();
        await RefundAsync(world, 24m);
        await CleanAsync(world);
        Credits(world).Should().Equal(-24m);

        Cancel(world);
        await CleanAsync(world);

        Credits(world).Should().Equal(-24m);
        await AgainAsync(world);
        Credits(world).Should().Equal(-24m);
    }

    [Fact]
    public async Task WpShop_7_3_Cancellation_behind_a_partial_refund_leaves_the_rest_to_a_person()
    {
        await using var world = await InvoicedAsync();
        await RefundAsync(world, 6m);
        await CleanAsync(world);

        Cancel(world);
        var report = await world.RunAsync();

        report.Problems.Should().NotBeEmpty().And.OnlyContain(problem => problem.Code == "order-to-cash.credited-already" && problem.Message.Contains("18"));
        Credits(world).Should().Equal(-6m);
        await AgainAsync(world);
        Credits(world).Should().Equal(-6m);
    }

    [Fact]
    public async Task WpShop_7_3_Refund_and_cancellation_between_two_runs_credit_once()
    {
        await using var world = await InvoicedAsync();
        await RefundAsync(world, 24m);
        Cancel(world);
        await CleanAsync(world);
        Credits(world).Should().Equal(-24m);
        await AgainAsync(world);
        Credits(world).Should().Equal(-24m);
    }

    [Fact]
    public async Task WpShop_7_3_Option_leaves_the_invoice_of_a_cancelled_order_to_a_person()
    {
        await using var world = await InvoicedAsync(options => options.Sales.CancelledInvoices = CancelledInvoices.Leave);
        Cancel(world);
        await CleanAsync(world);
        Credits(world).Should().BeEmpty();
    }

    private static IEnumerable<decimal> Credits(WpShopWorld world) => world.Erp.State.Invoices.Where(invoice => invoice.Type == 2).Select(invoice => invoice.Amounts.Gross);

    /// <summary>Runs until nothing is written, and expects no problem.</summary>
    private static async Task CleanAsync(WpShopWorld world)
    {
        var report = await world.World.SettleAsync();
        report.Problems.Select(problem => problem.ToString()).Should().BeEmpty();
        (await world.World.Control.ListParkedAsync(new ParkedQuery("main"))).Select(parked => $"{parked.Kind} {parked.Id} {parked.Reason}").Should().BeEmpty();
    }

    private static async Task AgainAsync(WpShopWorld world)
    {
        await world.World.RunAsync(new SyncRequest("main") { Full = true });
        world.World.Restart();
        await world.World.RunAsync(new SyncRequest("main") { Full = true });
    }

    private static void Cancel(WpShopWorld world)
    {
        var order = world.Shop.State.Orders.Values.Single();
        order["status"] = "cancelled";
        order["date_modified_gmt"] = world.World.Clock.GetUtcNow().UtcDateTime.ToString("s", CultureInfo.InvariantCulture);
    }

    private static async Task RefundAsync(WpShopWorld world, decimal amount)
    {
        var order = new RemoteId(world.Shop.State.Orders.Keys.Single().ToString(CultureInfo.InvariantCulture));
        var euro = new CurrencyCode("EUR");
        var fee = new DocumentLine { Kind = LineKind.Fee, Label = "returned", Quantity = 1, UnitNet = new Money(amount, euro), Net = new Money(amount, euro), Tax = new Money(0, euro), Taxes = [] };
        var refund = new CreditNote { Order = new Ref(EntityKind.Order, order), Reason = "returned", Currency = euro, Lines = [fee], TotalNet = new Money(amount, euro), TotalTax = new Money(0, euro), TotalGross = new Money(amount, euro) };
        var results = await world.World.Services.GetRequiredKeyedService<Connector>("woo").Get<ICreator<CreditNote>>().CreateAsync([new Creation<CreditNote>($"test:{amount.ToString(CultureInfo.InvariantCulture)}", refund)], CancellationToken.None);
        results.Should().AllBeOfType<WriteResult<CreditNote>.Written>();
    }

    private static async Task<WpShopWorld> InvoicedAsync(Action<WpShopOptions>? configure = null, string status = "processing")
    {
        var world = await StartAsync(status, configure);
        await world.World.SettleAsync();
        world.Erp.State.Invoices.Should().ContainSingle();
        return world;
    }

    private static Task<WpShopWorld> StartAsync(string status, Action<WpShopOptions>? configure = null) => WpShopWorld.StartAsync(
        options =>
        {
            options.Orders = true;
            (options.Sales.PaymentMethods["bacs"], options.Sales.BankAccounts["bacs"]) = ("2", "1");
            configure?.Invoke(options);
        },
        world =>
        {
            world.Erp.State.AddBankAccount(account => (account["ref"], account["label"], account["currency_code"]) = ("BNK1", "Bank", "EUR"));
            var product = world.Sell("A", 10);
            var buyer = world.Buyer("anna@example.org");
            world.Shop.State.AddOrder(new JsonObject
            {
                ["customer_id"] = buyer["id"]!.DeepClone(),
                ["status"] = status,
                ["set_paid"] = status == "processing",
                ["payment_method"] = "bacs",
                ["payment_method_title"] = "Bank transfer",
                ["billing"] = new JsonObject { ["first_name"] = "Anna", ["last_name"] = "Schmidt", ["email"] = "anna@example.org", ["address_1"] = "1 High Street", ["city"] = "Paris", ["country"] = "FR" },
                ["line_items"] = new JsonArray(new JsonObject { ["product_id"] = product["id"]!.DeepClone(), ["quantity"] = 2 }),
            });
        });
}
