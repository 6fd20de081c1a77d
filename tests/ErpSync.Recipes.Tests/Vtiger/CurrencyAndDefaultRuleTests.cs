namespace ErpSync.Recipes.Tests.Vtiger;

/// <summary>Sections I and J of the list: currencies, mandatory fields.</summary>
public sealed class CurrencyAndDefaultRuleTests
{
    [Fact]
    public async Task Vtiger_I1_Currencies_are_linked_by_their_code_one_each()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world =>
        {
            world.Shop.AddCurrency("USD", 1.1m);
            world.Crm.AddCurrency("USD", "Dollar", "$", 1.1m);
            world.Crm.AddCurrency("USD", "Dollar again", "$", 1.1m);
        });
        (await world.CheckAsync()).Should().Contain(finding => finding.Code == "vtiger.currency-twice");
        world.Order(world.Register(), VtigerWorld.Waiting, 2, (world.Product("MUG"), 1));
        await world.OrdersAsync();
        world.Only("SalesOrder")["currency_id"].Should().Be("21x2", "of two with one code the older one is linked");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Inactive")]
    public async Task Vtiger_I2_Currency_that_the_CRM_lacks_is_made_or_activated(string? present)
    {
        await using var world = await VtigerWorld.StartAsync(seed: world =>
        {
            world.Shop.AddCurrency("GBP", 0.85m);
            if (present is not null)
                world.Crm.AddCurrency("GBP", "Pound", "£", 0.8m, isActive: false);
        });
        world.Order(world.Register(), VtigerWorld.Waiting, 2, (world.Product("MUG"), 1));
        await world.OrdersAsync();
        world.Only("SalesOrder")["currency_id"].Should().Be("21x2");
        (await world.CheckAsync()).Should().NotContain(finding => finding.Code == "recipes.currency-missing");
    }

    [Fact]
    public async Task Vtiger_I3_Currency_that_only_the_shop_has_is_a_warning_that_names_it()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world => world.Shop.AddCurrency("GBP", 0.85m));
        (await world.CheckAsync()).Should().Contain(finding => finding.Code == "recipes.currency-missing" && finding.Severity == FindingSeverity.Warning && finding.Message.Contains("GBP", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Vtiger_I4_Names_of_currencies_do_not_matter()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world =>
        {
            world.Shop.AddCurrency("USD", 1.1m, "Dollar");
            world.Crm.AddCurrency("USD", "USA, Dollars", "$", 1.1m);
        });
        (await world.CheckAsync()).Should().NotContain(finding => finding.Code == "recipes.currency-missing");
        world.Order(world.Register(), VtigerWorld.Waiting, 2, (world.Product("MUG"), 1));
        await world.OrdersAsync();
        world.In("SalesOrder").Should().ContainSingle();
    }

    [Fact]
    public async Task Vtiger_J1_Mandatory_fields_are_read_by_module_and_a_record_without_one_is_held_with_its_name()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world =>
        {
            world.Crm.SetMandatory("Leads", "annualrevenue");
            world.Register();
        });
        await world.TryFeedAsync("export-customers");
        world.In("Leads").Should().BeEmpty();
        (await world.CheckAsync()).Should().Contain(finding => finding.Code == "vtiger.field-missing" && finding.Message.Contains("Leads.annualrevenue", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Vtiger_J2_Text_gets_the_first_default_and_fields_without_one_are_listed()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world =>
        {
            world.Crm.SetMandatory("Leads", "designation");
            world.Crm.SetMandatory("Leads", "annualrevenue");
            world.Crm.SetMandatory("Contacts", "birthday");
            world.Register();
        });
        var missing = (await world.CheckAsync()).Where(finding => finding.Code == "vtiger.field-missing").Select(finding => finding.Message).ToList();
        missing.Should().Contain(message => message.Contains("Leads.annualrevenue", StringComparison.Ordinal)).And.NotContain(message => message.Contains("designation", StringComparison.Ordinal));
        world.Host.Restart(VtigerWorld.Registration(null, o => o.Defaults["Leads.annualrevenue"] = "0"));
        await world.FeedAsync("export-customers");
        world.Only("Leads")["designation"].Should().Be("--None--");
    }

    [Theory]
    [InlineData("Leads.annualrevenue", "--None--", false)]
    [InlineData("Leads.annualrevenue", "1000", true)]
    [InlineData("Contacts.birthday", "--None--", false)]
    [InlineData("SalesOrder.account_id", "--None--", false)]
    [InlineData("Leads.leadstatus", "--None--", false)]
    [InlineData("Leads.leadstatus", "Cold", true)]
    public async Task Vtiger_J3_Default_is_checked_by_the_type_of_its_field(string field, string value, bool fits)
    {
        await using var world = await VtigerWorld.StartAsync(options: o => o.Defaults[field] = value);
        (await world.CheckAsync()).Any(finding => finding.Code == "vtiger.default-invalid" && finding.Message.Contains(field, StringComparison.Ordinal)).Should().Be(!fits);
    }

    [Fact]
    public async Task Vtiger_J4_Default_fills_what_is_empty_and_never_replaces_a_value()
    {
        await using var world = await VtigerWorld.StartAsync(options: o => (o.Defaults["Leads.leadstatus"], o.Defaults["Leads.lastname"]) = ("Cold", "Default"), seed: world => world.Register());
        await world.CustomersAsync();
        var lead = world.Only("Leads");
        (lead["leadstatus"], lead["lastname"]).Should().Be(("Cold", "Schmidt"));
        lead["leadstatus"] = "Hot";
        var customer = world.Shop.Sales.Customers.First();
        customer.With(("firstname", "Annette"));
        world.Touch(customer);
        await world.CustomersAsync();
        (lead["leadstatus"], lead["firstname"]).Should().Be(("Hot", "Annette"));
    }
}
