namespace ErpSync.Recipes.Tests.Vtiger;

/// <summary>Section C of the list: lead, contact or account.</summary>
public sealed class CustomerRuleTests
{
    [Theory]
    [InlineData("Accounts", "email1", "accountname")]
    [InlineData("Leads", "email", "lastname")]
    [InlineData("Contacts", "email", "lastname")]
    public async Task Vtiger_C1_Address_is_looked_up_in_accounts_leads_and_contacts(string module, string field, string name)
    {
        await using var world = await VtigerWorld.StartAsync(seed: world =>
        {
            world.Register();
            world.Add(module, (name, "Schmidt Anna"), (field, "anna@example.org"));
        });
        await world.CustomersAsync();
        world.In(module).Should().ContainSingle();
        world.In("Leads").Should().HaveCount(module == "Leads" ? 1 : 0);
    }

    [Theory]
    [InlineData("Leads")]
    [InlineData("Contacts")]
    public async Task Vtiger_C2_Registration_with_a_known_address_updates_what_is_there(string module)
    {
        await using var world = await VtigerWorld.StartAsync();
        await world.CustomersAsync();
        world.Add(module, ("lastname", "Old"), ("email", "anna@example.org"));
        world.Register();
        await world.CustomersAsync();
        world.Only(module)["lastname"].Should().Be("Schmidt");
        (world.In("Leads").Count + world.In("Contacts").Count).Should().Be(1);
    }

    [Fact]
    public async Task Vtiger_C3_Registration_with_an_unknown_address_makes_a_lead()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world => world.Register());
        await world.CustomersAsync();
        world.Only("Leads")["firstname"].Should().Be("Anna");
        world.Only("Leads")["lastname"].Should().Be("Schmidt");
    }

    [Theory]
    [InlineData("", "Schmidt Anna")]
    [InlineData("ACME", "ACME")]
    public async Task Vtiger_C4_Account_is_named_by_the_company_or_by_last_and_first_name(string company, string name)
    {
        await using var world = await VtigerWorld.StartAsync();
        var customer = world.Register();
        customer.With(("company", company));
        world.Order(customer, VtigerWorld.Waiting, (world.Product("MUG"), 1));
        await world.OrdersAsync();
        world.Only("Accounts")["accountname"].Should().Be(name);
    }

    [Fact]
    public async Task Vtiger_C5_Lead_without_company_gets_the_default_where_the_company_is_mandatory()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world =>
        {
            world.Crm.SetMandatory("Leads", "company");
            world.Register();
        });
        await world.CustomersAsync();
        world.Only("Leads")["company"].Should().Be("--None--");
    }

    [Fact]
    public async Task Vtiger_C6_Of_several_hits_the_contact_counts_and_the_check_tells_them()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world =>
        {
            world.Add("Leads", ("lastname", "L"), ("email", "anna@example.org"));
            world.Add("Contacts", ("lastname", "C"), ("email", "anna@example.org"));
            world.Register();
        });
        await world.CustomersAsync();
        world.Counts.Should().StartWith("1 leads, 1 contacts, 0 accounts");
        (await world.CheckAsync()).Should().Contain(finding => finding.Code == "vtiger.address-in-several-records" && finding.Message.Contains("anna@example.org", StringComparison.Ordinal));
        world.Order(world.Shop.Sales.Customers.First(), VtigerWorld.Waiting, (world.Product("MUG"), 1));
        await world.OrdersAsync();
        world.Only("SalesOrder")["contact_id"].Should().Be(world.Only("Contacts").Id);
        world.In("Leads").Should().BeEmpty("an order leaves no lead with the address");
    }

    [Fact]
    public async Task Vtiger_C7_Login_of_a_known_customer_writes_nothing()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world => world.Register());
        await world.CustomersAsync();
        var before = world.Only("Leads")["modifiedtime"];
        world.Host.ClearLogs();
        await world.Host.Signals.SignalAsync("main", EntityKind.Customer, RemoteId.From(world.Shop.Sales.Customers.First().Id), SignalEvent.LoggedIn);
        await world.Host.Signals.CarryOverAsync("main");
        world.Only("Leads")["modifiedtime"].Should().Be(before);
        world.Host.Crm.Requests.Snapshot().Should().NotContain(request => request.Operation == "create" || request.Operation == "revise");
    }

    [Fact]
    public async Task Vtiger_C8_Who_has_ordered_is_a_contact_and_who_has_not_a_lead()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world =>
        {
            world.Order(world.Register(), VtigerWorld.Paid, (world.Product("MUG"), 1));
            world.Register("Bob", "Berg", "bob@example.org");
        });
        await world.FeedAsync("export-customers");
        world.Only("Contacts")["email"].Should().Be("anna@example.org");
        world.Only("Leads")["email"].Should().Be("bob@example.org");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Vtiger_C9_First_order_promotes_the_lead_and_leaves_one_record_with_the_address(bool isRepaired)
    {
        await using var world = await VtigerWorld.StartAsync(seed: world => world.Register(), isRepaired: isRepaired);
        await world.CustomersAsync();
        world.Counts.Should().StartWith("1 leads, 0 contacts");
        world.Order(world.Shop.Sales.Customers.First(), VtigerWorld.Waiting, (world.Product("MUG"), 1));
        await world.OrdersAsync();
        world.Counts.Should().StartWith("0 leads, 1 contacts, 1 accounts");
        await world.CustomersAsync();
        world.Counts.Should().StartWith("0 leads, 1 contacts, 1 accounts");
    }

    [Fact]
    public async Task Vtiger_C10_Case_and_blanks_of_the_address_do_not_count()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world =>
        {
            world.Add("Leads", ("lastname", "Schmidt"), ("email", "ANNA@Example.org "));
            world.Register();
        });
        await world.CustomersAsync();
        world.In("Leads").Should().ContainSingle();
    }

    [Fact]
    public async Task Vtiger_C11_Guest_is_a_contact()
    {
        await using var world = await VtigerWorld.StartAsync();
        var guest = world.Register();
        guest.With(("is_guest", "1"));
        world.Order(guest, VtigerWorld.Paid, (world.Product("MUG"), 1));
        await world.OrdersAsync();
        world.Counts.Should().StartWith("0 leads, 1 contacts, 1 accounts");
    }
}
