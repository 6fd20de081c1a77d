using System.Text.Json.Nodes;
using ErpSync.Sandbox;

namespace ErpSync.EndToEnd.Tests;

/// <summary>WooCommerce to vtiger: registration, order, status and invoice; repeated, with lost answers and after the loss of the store, without anything double.</summary>
public sealed class WooToVtigerTests
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Registration_order_and_status_become_contact_account_order_and_one_invoice(bool hasKeys, bool isRepaired)
    {
        await using var world = await StartAsync(hasKeys, isRepaired);
        var customer = Id(world.Customer("Anna", "Schmidt", "anna@example.org"));
        Check(await world.RunAsync());
        world.In("Contacts").Should().ContainSingle().Which["email"].Should().Be("anna@example.org");
        world.In("Accounts").Should().ContainSingle().Which["accountname"].Should().Be("Schmidt Anna");

        var order = world.Order(customer, "processing", (1, 2), (2, 1));
        Check(await world.RunAsync());
        var sales = world.In("SalesOrder").Should().ContainSingle().Subject;
        sales["hdnGrandTotal"].Should().StartWith("48");
        sales["sostatus"].Should().Be("Approved");
        world.In("Invoice").Should().BeEmpty();

        order["status"] = "completed";
        Touch(order, world);
        Check(await world.RunAsync());
        sales["sostatus"].Should().Be("Delivered");
        var invoice = world.In("Invoice").Should().ContainSingle().Subject;
        invoice["hdnGrandTotal"].Should().Be(sales["hdnGrandTotal"]);
        invoice["invoicestatus"].Should().Be("Paid");

        (await world.RunAsync()).Written.Should().Be(0);
        Counts(world).Should().Be("1 contacts, 1 accounts, 0 leads, 2 products, 1 orders, 1 invoices");
    }

    [Fact]
    public async Task Order_placed_before_the_customer_is_known_brings_customer_and_products_along()
    {
        await using var world = await StartAsync();
        world.Order(Id(world.Customer("Anna", "Schmidt", "anna@example.org", "ACME")), "completed", (1, 1));
        Check(await world.RunAsync());
        Counts(world).Should().Be("1 contacts, 1 accounts, 0 leads, 2 products, 1 orders, 1 invoices");
        world.In("Accounts")[0]["accountname"].Should().Be("ACME");
        (await world.RunAsync()).Written.Should().Be(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lead_of_the_CRM_becomes_the_customer(bool isRepaired)
    {
        await using var world = await StartAsync(isRepaired: isRepaired);
        world.Crm.State.Add("Leads", new JsonObject { ["lastname"] = "Schmidt", ["email"] = "Anna@Example.org" });
        world.Customer("Anna", "Schmidt", "anna@example.org");
        Check(await world.RunAsync());
        Counts(world).Should().Be("1 contacts, 1 accounts, 0 leads, 2 products, 0 orders, 0 invoices");
    }

    [Fact]
    public async Task Contact_and_products_that_the_CRM_has_already_are_linked()
    {
        await using var world = await StartAsync();
        world.Crm.State.Add("Contacts", new JsonObject { ["lastname"] = "Schmidt", ["firstname"] = "Anna", ["email"] = "anna@example.org" });
        world.Crm.State.Add("Products", new JsonObject { ["productname"] = "Mug", ["productcode"] = "MUG", ["unit_price"] = "10", ["discontinued"] = "1" });
        world.Order(Id(world.Customer("Anna", "Schmidt", "anna@example.org")), "processing", (1, 1));
        Check(await world.RunAsync());
        Counts(world).Should().Be("1 contacts, 1 accounts, 0 leads, 2 products, 1 orders, 0 invoices");
    }

    [Fact]
    public async Task Guest_with_two_orders_is_one_contact_with_one_account()
    {
        await using var world = await StartAsync();
        world.Order(0, "processing", (1, 1));
        world.Order(0, "processing", (2, 1));
        Check(await world.RunAsync());
        Counts(world).Should().Be("1 contacts, 1 accounts, 0 leads, 2 products, 2 orders, 0 invoices");
    }

    [Theory]
    [InlineData(FaultKind.DropAfterCommit, true)]
    [InlineData(FaultKind.DropAfterCommit, false)]
    [InlineData(FaultKind.ErrorAfterCommit, true)]
    [InlineData(FaultKind.DropBeforeCommit, true)]
    public async Task Lost_answer_at_any_write_doubles_nothing(FaultKind fault, bool hasKeys)
    {
        for (var skip = 0; skip < 9; skip++)
        {
            await using var world = await StartAsync(hasKeys);
            world.Order(Id(world.Customer("Anna", "Schmidt", "anna@example.org")), "completed", (1, 1), (2, 3));

            // The first POST is the login.
            world.Crm.Faults.Add(new Fault(fault) { Method = "POST", Skip = skip + 1 });
            for (var run = 0; run < 4; run++)
            {
                await world.RunAsync();
                world.Crm.Faults.Clear();
                world.Clock.Advance(TimeSpan.FromHours(1));
            }

            Counts(world).Should().Be("1 contacts, 1 accounts, 0 leads, 2 products, 1 orders, 1 invoices", $"write {skip} had its answer lost");
            world.In("SalesOrder")[0]["sostatus"].Should().Be("Delivered", $"write {skip} had its answer lost");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Loss_of_the_whole_store_doubles_nothing(bool hasKeys)
    {
        await using var world = await StartAsync(hasKeys);
        world.Order(Id(world.Customer("Anna", "Schmidt", "anna@example.org")), "completed", (1, 1), (2, 3));
        Check(await world.RunAsync());
        world.Restart();
        await world.RunAsync();
        await world.RunAsync();
        Counts(world).Should().Be("1 contacts, 1 accounts, 0 leads, 2 products, 1 orders, 1 invoices");
    }

    [Fact]
    public async Task Line_removed_in_the_shop_is_removed_in_the_CRM()
    {
        await using var world = await StartAsync();
        var order = world.Order(Id(world.Customer("Anna", "Schmidt", "anna@example.org")), "processing", (1, 2), (2, 1));
        Check(await world.RunAsync());
        order["line_items"]!.AsArray().RemoveAt(1);
        (order["total"], order["total_tax"], order["cart_tax"]) = ("24.00", "4.00", "4.00");
        Touch(order, world);
        Check(await world.RunAsync());
        world.In("SalesOrder").Should().ContainSingle().Which["hdnGrandTotal"].Should().StartWith("24");
        world.Crm.State.Lines.Count(line => line.Parent == world.In("SalesOrder")[0].Number).Should().Be(1);
    }

    [Fact]
    public async Task New_order_of_a_known_customer_with_known_products_takes_4_requests()
    {
        await using var world = await StartAsync();
        var customer = Id(world.Customer("Anna", "Schmidt", "anna@example.org"));
        await world.RunAsync();
        await world.RunAsync();
        var idle = await CountAsync(world);
        world.Order(customer, "processing", (1, 2), (2, 1));
        var busy = await CountAsync(world);
        world.In("SalesOrder").Should().ContainSingle();
        (busy - idle).Should().BeLessThanOrEqualTo(4);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task New_order_with_everything_new_takes_9_requests_and_one_per_new_product(bool hasKeys)
    {
        await using var world = await StartAsync(hasKeys);
        await world.RunAsync();
        await world.RunAsync();
        var idle = await CountAsync(world);
        var product = world.Shop.State.AddProduct(new JsonObject { ["name"] = "Plate", ["sku"] = "PLATE", ["regular_price"] = "7" });
        world.Order(Id(world.Customer("Anna", "Schmidt", "anna@example.org")), "processing", (Id(product), 2));
        var busy = await CountAsync(world);
        Counts(world).Should().Be("1 contacts, 1 accounts, 0 leads, 3 products, 1 orders, 0 invoices");
        (busy - idle).Should().BeLessThanOrEqualTo(9 + 1);
    }

    private static Task<WooAndCrm> StartAsync(bool hasKeys = true, bool isRepaired = false) => WooAndCrm.StartAsync(
        shop =>
        {
            shop.AddProduct(new JsonObject { ["name"] = "Mug", ["sku"] = "MUG", ["regular_price"] = "10" }, 1);
            shop.AddProduct(new JsonObject { ["name"] = "Cup", ["sku"] = "CUP", ["regular_price"] = "20" }, 2);
        },
        crm => crm.AddTax("High", 20),
        hasKeys,
        isRepaired);

    private static async Task<long> CountAsync(WooAndCrm world)
    {
        var before = world.CrmRequests.Data;
        Check(await world.RunAsync());
        return world.CrmRequests.Data - before;
    }

    private static void Check(SyncReport report)
    {
        report.Problems.Should().BeEmpty();
        report.Kinds.Should().OnlyContain(kind => kind.Problem == null && kind.Failed == 0);
    }

    private static long Id(JsonObject record) => record["id"]!.GetValue<long>();

    private static void Touch(JsonObject order, WooAndCrm world)
    {
        var now = (world.Clock.GetUtcNow() + TimeSpan.FromMinutes(1)).UtcDateTime.ToString("s", System.Globalization.CultureInfo.InvariantCulture);
        (order["date_modified"], order["date_modified_gmt"]) = (now, now);
    }

    private static string Counts(WooAndCrm world) =>
        $"{world.In("Contacts").Count} contacts, {world.In("Accounts").Count} accounts, {world.In("Leads").Count} leads, {world.In("Products").Count} products, {world.In("SalesOrder").Count} orders, {world.In("Invoice").Count} invoices";
}
