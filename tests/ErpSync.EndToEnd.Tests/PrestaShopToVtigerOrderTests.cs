using System.Text.Json.Nodes;
using ErpSync.Sandbox;
using Xunit.Abstractions;

namespace ErpSync.EndToEnd.Tests;

/// <summary>PrestaShop to vtiger: registration, order, status and invoice; repeated, with lost answers and after the loss of the store, without anything double.</summary>
public sealed class PrestaShopToVtigerOrderTests(ITestOutputHelper output)
{
    private const int Paid = 2;
    private const int Delivered = 5;

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public async Task Registration_order_and_status_become_lead_then_contact_and_account_then_order_and_one_invoice(bool hasKeys, bool isRepaired)
    {
        await using var world = await PrestaAndCrm.StartAsync(hasKeys, isRepaired, o => o.RegistrationsAsLeads = true);
        var customer = world.Customer("Anna", "Schmidt", "anna@example.org");
        await world.SucceedAsync();
        world.Counts.Should().Be("1 leads, 0 contacts, 0 accounts, 2 products, 0 orders, 0 invoices");
        world.In("Leads")[0]["email"].Should().Be("anna@example.org");
        (await world.SucceedAsync()).Written.Should().Be(0);

        var order = world.Order(customer, Paid, (1, 2), (2, 1));
        await world.SucceedAsync();
        world.Counts.Should().Be("0 leads, 1 contacts, 1 accounts, 2 products, 1 orders, 0 invoices");
        var sales = world.In("SalesOrder")[0];
        sales["account_id"].Should().Be(world.In("Accounts")[0].Id);
        sales["contact_id"].Should().Be(world.In("Contacts")[0].Id);
        sales["sostatus"].Should().Be("Approved");
        world.In("Accounts")[0]["accountname"].Should().Be("Schmidt Anna");
        (await world.SucceedAsync()).Written.Should().Be(0);

        world.Shop.State.Sales.ChangeState(order.Id, Delivered);
        await world.SucceedAsync();
        sales["sostatus"].Should().Be("Delivered");
        world.In("Invoice").Should().ContainSingle().Which["invoicestatus"].Should().Be("Paid");
        world.In("Invoice")[0]["hdnGrandTotal"].Should().Be(sales["hdnGrandTotal"]);

        world.Order(customer, Paid, (1, 1));
        await world.SucceedAsync();
        (await world.SucceedAsync()).Written.Should().Be(0);
        world.Counts.Should().Be("0 leads, 1 contacts, 1 accounts, 2 products, 2 orders, 1 invoices");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Order_of_an_unknown_customer_brings_customer_and_products_along(bool asLeads)
    {
        await using var world = await PrestaAndCrm.StartAsync(configure: o => o.RegistrationsAsLeads = asLeads);
        world.Order(world.Customer("Anna", "Schmidt", "anna@example.org"), Delivered, (1, 1));
        await world.SucceedAsync();
        world.Counts.Should().Be("0 leads, 1 contacts, 1 accounts, 2 products, 1 orders, 1 invoices");
        (await world.SucceedAsync()).Written.Should().Be(0);
    }

    [Fact]
    public async Task Records_that_the_CRM_has_already_are_found_by_address_and_code_and_not_doubled()
    {
        await using var world = await PrestaAndCrm.StartAsync(configure: o => o.RegistrationsAsLeads = true);
        world.Crm.State.Add("Contacts", new JsonObject { ["lastname"] = "Schmidt", ["firstname"] = "Anna", ["email"] = "Anna@Example.org" });
        world.Crm.State.Add("Leads", new JsonObject { ["lastname"] = "Berg", ["firstname"] = "Bob", ["email"] = "bob@example.org" });
        world.Crm.State.Add("Accounts", new JsonObject { ["accountname"] = "Clark Carol", ["email1"] = "carol@example.org" });
        world.Crm.State.Add("Products", new JsonObject { ["productname"] = "Mug", ["productcode"] = "MUG", ["unit_price"] = "10", ["discontinued"] = "1" });
        var anna = world.Customer("Anna", "Schmidt", "anna@example.org");
        var bob = world.Customer("Bob", "Berg", "bob@example.org");
        world.Customer("Carol", "Clark", "carol@example.org");
        await world.SucceedAsync();
        await world.SucceedAsync();
        world.In("Leads").Should().ContainSingle();
        world.In("Contacts").Select(contact => contact["email"].ToLowerInvariant()).Should().Equal("anna@example.org", "carol@example.org");
        world.Order(anna, Paid, (1, 1));
        world.Order(bob, Paid, (2, 1));
        await world.SucceedAsync();
        (await world.SucceedAsync()).Written.Should().Be(0);
        world.Counts.Should().Be("0 leads, 3 contacts, 3 accounts, 2 products, 2 orders, 0 invoices");
    }

    [Theory]
    [InlineData(FaultKind.DropAfterCommit, true)]
    [InlineData(FaultKind.DropAfterCommit, false)]
    [InlineData(FaultKind.ErrorAfterCommit, true)]
    [InlineData(FaultKind.DropBeforeCommit, true)]
    public async Task Crash_between_any_two_requests_doubles_nothing(FaultKind fault, bool hasKeys)
    {
        for (var skip = 0; skip < 12; skip++)
        {
            await using var world = await PrestaAndCrm.StartAsync(hasKeys, configure: o => o.RegistrationsAsLeads = true);
            var customer = world.Customer("Anna", "Schmidt", "anna@example.org");
            await world.SucceedAsync();
            world.Order(customer, Delivered, (1, 1), (2, 3));
            var third = world.Product("POT", 7);
            world.Order(world.Customer("Bob", "Berg", "bob@example.org"), Paid, (third, 1));
            world.Crm.Faults.Add(new Fault(fault) { Method = "POST", Skip = skip });
            for (var run = 0; run < 4; run++)
            {
                await world.RunAsync();
                world.Crm.Faults.Clear();
                if (run == 0 && skip % 2 == 1)
                    world.Restart();
                world.Clock.Advance(TimeSpan.FromHours(1));
            }

            world.Counts.Should().Be("0 leads, 2 contacts, 2 accounts, 3 products, 2 orders, 1 invoices", $"write {skip} was cut by {fault}");
            world.In("SalesOrder").Select(order => order["sostatus"]).Should().BeEquivalentTo(["Delivered", "Approved"], $"write {skip} was cut");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Loss_of_the_whole_store_doubles_nothing(bool hasKeys)
    {
        await using var world = await PrestaAndCrm.StartAsync(hasKeys, configure: o => o.RegistrationsAsLeads = true);
        world.Customer("Carol", "Clark", "carol@example.org");
        world.Order(world.Customer("Anna", "Schmidt", "anna@example.org"), Delivered, (1, 1), (2, 3));
        await world.SucceedAsync();
        world.Restart();
        await world.RunAsync();
        await world.RunAsync();
        world.Counts.Should().Be("1 leads, 1 contacts, 1 accounts, 2 products, 1 orders, 1 invoices");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task New_order_with_everything_new_takes_9_requests_and_one_per_new_product(bool hasKeys)
    {
        await using var world = await PrestaAndCrm.StartAsync(hasKeys);
        await world.RunAsync();
        await world.RunAsync();
        var idle = await world.CountAsync();
        world.Crm.Requests.Clear();
        var lines = Enumerable.Range(0, 3).Select(number => (world.Product($"NEW{number}", 7), 2)).ToArray();
        world.Order(world.Customer("Anna", "Schmidt", "anna@example.org"), Paid, lines);
        var busy = await world.CountAsync();
        foreach (var request in world.Crm.Requests.Snapshot())
            output.WriteLine($"{request.Method} {Uri.UnescapeDataString(request.Query)[..Math.Min(200, Uri.UnescapeDataString(request.Query).Length)]}");
        world.Counts.Should().Be("0 leads, 1 contacts, 1 accounts, 5 products, 1 orders, 0 invoices");
        output.WriteLine($"{busy} - {idle}");
        (busy - idle).Should().BeLessThanOrEqualTo(9 + 3);
    }
}
