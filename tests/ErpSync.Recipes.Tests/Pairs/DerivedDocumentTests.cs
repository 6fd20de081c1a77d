using System.Globalization;
using System.Text.Json.Nodes;
using ErpSync.Sandbox;
using ErpSync.Sandbox.PrestaShop;
using ErpSync.Sandbox.Vtiger;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.Pairs;

/// <summary>Order to cash where one side lacks a kind of document: WooCommerce has no invoices, vtiger no payments.</summary>
public sealed class DerivedDocumentTests
{
    [Theory]
    [InlineData("processing", "20", false)]
    [InlineData("completed", "20", false)]
    [InlineData("processing", "5.5", true)]
    public async Task Order_of_WooCommerce_is_invoiced_and_paid_once_and_the_money_that_came_in_is_booked(string status, string net, bool shipped)
    {
        var price = decimal.Parse(net, CultureInfo.InvariantCulture);
        await using var world = await WooAsync();
        Order(world, status, price, shipped ? "4.90" : null);
        Order(world, status, price * 2, null);

        await SettleAsync(world);
        await AgainAsync(world);

        var (shop, erp) = (world.Woo.State, world.Erp.State);
        (erp.Orders.Count, erp.Invoices.Count, erp.Payments.Count).Should().Be((2, 2, 2), "nothing is made a second time");
        erp.Invoices.Should().OnlyContain(invoice => invoice.IsPaid && invoice.Type == 0);
        var taken = shop.Orders.Values.Sum(order => decimal.Parse(order["total"]!.ToString(), CultureInfo.InvariantCulture));
        erp.Invoices.Sum(invoice => invoice.Amounts.Gross).Should().Be(taken);
        erp.Payments.SelectMany(payment => payment.Amounts).Sum(part => part.Amount).Should().Be(taken, "money in is money booked");
        erp.Payments.Should().OnlyContain(payment => payment.AccountId == 1);
    }

    [Fact]
    public async Task Order_of_WooCommerce_that_is_paid_later_is_booked_then_and_once()
    {
        await using var world = await WooAsync(options => options.OrderStatuses = ["on-hold", "processing", "completed"]);
        var order = Order(world, "on-hold", 20, null);
        await SettleAsync(world);
        (world.Erp.State.Invoices.Count, world.Erp.State.Payments.Count).Should().Be((1, 0));
        world.Erp.State.Invoices.Single().IsPaid.Should().BeFalse();

        order["status"] = "processing";
        (order["date_paid_gmt"], order["date_modified_gmt"]) = (Now(world), Now(world));
        await SettleAsync(world);
        await AgainAsync(world);

        (world.Erp.State.Invoices.Count, world.Erp.State.Payments.Count).Should().Be((1, 1));
        world.Erp.State.Invoices.Single().IsPaid.Should().BeTrue();
    }

    [Theory]
    [InlineData(FaultKind.DropAfterCommit, "/invoices")]
    [InlineData(FaultKind.ErrorAfterCommit, "/invoices")]
    [InlineData(FaultKind.DropAfterCommit, "/invoices/paymentsdistributed")]
    [InlineData(FaultKind.ErrorAfterCommit, "/invoices/paymentsdistributed")]
    public async Task Answer_that_is_lost_doubles_neither_the_derived_invoice_nor_its_payment(FaultKind fault, string path)
    {
        await using var world = await WooAsync();
        Order(world, "processing", 20, null);
        world.Erp.Faults.Add(new Fault(fault) { Method = "POST", PathContains = path });

        await world.RunAsync();
        world.Erp.Faults.Clear();
        world.Restart();
        world.Clock.Advance(TimeSpan.FromHours(2));
        await world.SettleAsync();
        await AgainAsync(world);

        (world.Erp.State.Invoices.Count, world.Erp.State.Payments.Count).Should().Be((1, 1));
        world.Erp.State.Invoices.Single().IsPaid.Should().BeTrue();
    }

    [Fact]
    public async Task Lost_store_doubles_no_derived_document()
    {
        await using var world = await WooAsync();
        Order(world, "processing", 20, null);
        await SettleAsync(world);

        world.ForgetStore();
        await world.RunAsync();
        await AgainAsync(world);

        (world.Erp.State.Orders.Count, world.Erp.State.Invoices.Count, world.Erp.State.Payments.Count).Should().Be((1, 1, 1));
    }

    [Fact]
    public async Task Order_of_PrestaShop_is_a_sales_order_and_an_invoice_in_vtiger_once_and_their_money_is_the_shop_s()
    {
        await using var world = await CrmAsync();
        var (first, second) = (Place(world, 2, 2), Place(world, 2, 3));

        await SettleAsync(world);
        await AgainAsync(world);

        In(world, "SalesOrder").Should().HaveCount(2);
        In(world, "Invoice").Should().HaveCount(2, "nothing is made a second time");
        var totals = new[] { first, second }.Select(order => decimal.Parse(order["total_paid_tax_incl"]!, CultureInfo.InvariantCulture)).ToList();
        In(world, "Invoice").Select(invoice => Math.Round(decimal.Parse(invoice["hdnGrandTotal"]!, CultureInfo.InvariantCulture), 2)).Should().BeEquivalentTo(totals);
        In(world, "Contacts").Should().ContainSingle();
        In(world, "Accounts").Should().ContainSingle();
    }

    [Fact]
    public async Task What_vtiger_does_not_have_is_told_once_by_the_check_and_fails_no_run()
    {
        await using var world = await CrmAsync();
        Place(world, 2, 1);
        (await world.Engine.CheckAsync("main")).Where(finding => finding.Code == "order-to-cash.not-offered").Should().HaveCount(3);
        var report = await world.RunAsync();
        report.Kinds.Where(kind => kind.Problem is not null).Select(kind => kind.Problem!.ToString()).Should().BeEmpty();
    }

    [Fact]
    public async Task Waiting_order_of_PrestaShop_makes_nothing_in_vtiger_until_it_may_be_invoiced()
    {
        await using var world = await CrmAsync();
        var order = Place(world, 10, 1);
        await SettleAsync(world);
        (In(world, "SalesOrder").Count, In(world, "Invoice").Count).Should().Be((0, 0));

        world.Shop.State.Sales.ChangeState(order.Id, 2);
        await SettleAsync(world);
        await AgainAsync(world);

        (In(world, "SalesOrder").Count, In(world, "Invoice").Count).Should().Be((1, 1));
    }

    [Theory]
    [InlineData(FaultKind.DropAfterCommit)]
    [InlineData(FaultKind.ErrorAfterCommit)]
    public async Task Answer_that_is_lost_doubles_nothing_in_vtiger(FaultKind fault)
    {
        await using var world = await CrmAsync();
        Place(world, 2, 1);
        for (var skip = 2; skip <= 6; skip += 2)
            world.Crm.Faults.Add(new Fault(fault) { Method = "POST", Skip = skip });

        for (var round = 0; round < 4; round++)
        {
            try
            {
                await world.RunAsync();
            }
            catch (ConnectorException)
            {
                // The CRM could not be used at all: the next run begins again.
            }

            world.Clock.Advance(TimeSpan.FromHours(2));
        }

        world.Crm.Faults.Clear();
        world.Restart();
        await world.SettleAsync();
        (In(world, "SalesOrder").Count, In(world, "Invoice").Count, In(world, "Contacts").Count).Should().Be((1, 1, 1));
    }

    private static string Now(RecipeWorld world) => world.Clock.GetUtcNow().UtcDateTime.ToString("s", CultureInfo.InvariantCulture);

    private static IReadOnlyList<VtigerRecord> In(RecipeWorld world, string module) => [.. world.Crm.State.Records.Values.Where(record => record.Module == module && !record.IsDeleted && !record.IsConverted)];

    private static async Task SettleAsync(RecipeWorld world)
    {
        var report = await world.SettleAsync();
        report.Problems.Concat(report.Kinds.Select(kind => kind.Problem).OfType<SyncProblem>()).Select(problem => problem.ToString()).Should().BeEmpty();
    }

    /// <summary>Everything is read again, by the same host and by a new one.</summary>
    private static async Task AgainAsync(RecipeWorld world)
    {
        (await world.RunAsync(new SyncRequest("main") { Full = true })).Written.Should().Be(0);
        world.Restart();
        (await world.RunAsync(new SyncRequest("main") { Full = true })).Written.Should().Be(0);
    }

    private static async Task<RecipeWorld> WooAsync(Action<OrderToCashOptions>? configure = null)
    {
        var world = new RecipeWorld();
        world.Erp.State.AddBankAccount(account => (account["ref"], account["label"], account["currency_code"]) = ("BNK1", "Bank", "EUR"));
        world.Woo.State.AddCustomer(new JsonObject { ["email"] = "anna@example.org", ["first_name"] = "Anna", ["last_name"] = "Schmidt" });
        await world.StartAsync(builder => builder.UseOrderToCash("main", "woo", "erp", options =>
        {
            options.WholeHistory = true;
            (options.PaymentMethods["bacs"], options.BankAccounts["bacs"]) = ("2", "1");
            configure?.Invoke(options);
        }));
        return world;
    }

    private static JsonObject Order(RecipeWorld world, string status, decimal price, string? shipping)
    {
        var state = world.Woo.State;
        var product = state.AddProduct(new JsonObject { ["name"] = "Mug " + price.ToString(CultureInfo.InvariantCulture), ["sku"] = "MUG" + price.ToString(CultureInfo.InvariantCulture), ["regular_price"] = price.ToString(CultureInfo.InvariantCulture) });
        var body = new JsonObject
        {
            ["customer_id"] = state.Customers.Values.Single()["id"]!.DeepClone(),
            ["status"] = status,
            ["set_paid"] = status != "on-hold",
            ["payment_method"] = "bacs",
            ["payment_method_title"] = "Bank transfer",
            ["billing"] = new JsonObject { ["first_name"] = "Anna", ["last_name"] = "Schmidt", ["email"] = "anna@example.org", ["address_1"] = "1 High Street", ["city"] = "Paris", ["country"] = "FR" },
            ["line_items"] = new JsonArray(new JsonObject { ["product_id"] = product["id"]!.DeepClone(), ["quantity"] = 3 }),
        };
        if (shipping is not null)
            body["shipping_lines"] = new JsonArray(new JsonObject { ["method_id"] = "flat_rate", ["method_title"] = "Colissimo", ["total"] = shipping });
        return state.AddOrder(body);
    }

    private static async Task<RecipeWorld> CrmAsync()
    {
        var world = new RecipeWorld(crm: options => options.Decimals = 5);
        world.Crm.State.AddTax("High", 20);
        var shop = world.Shop.State;
        shop.AddProduct(product =>
        {
            (product.Reference, product.Price) = ("MUG", 10m);
            product.Name["en"] = "Mug";
        });
        shop.Sales.AddAddress(shop.Sales.AddCustomer("anna@example.org", "Anna", "Schmidt").Id);
        await world.StartAsync(builder => builder.UseOrderToCash("main", "shop", "crm", options => options.WholeHistory = true));
        return world;
    }

    private static PrestaShopRecord Place(RecipeWorld world, int state, int quantity)
    {
        var shop = world.Shop.State;
        return shop.Sales.PlaceOrder(new PrestaShopOrderDraft { CustomerId = shop.Sales.Customers.Single().Id, AddressId = shop.Sales.Addresses.Single().Id, StateId = state, CarrierId = 1, Lines = [new(shop.Products.Single().Id, quantity)] });
    }
}
