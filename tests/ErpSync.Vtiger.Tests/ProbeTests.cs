namespace ErpSync.Vtiger.Tests;

public sealed class ProbeTests
{
    [Fact]
    public async Task Healthy_CRM_has_no_errors_and_no_warnings()
    {
        await using var crm = await Crm.StartAsync();
        var findings = await crm.ProbeAsync(EntityKind.Product, EntityKind.Customer, EntityKind.Order, EntityKind.Invoice, EntityKind.Lead, EntityKind.StockLevel, EntityKind.Deal);
        findings.Should().OnlyContain(finding => finding.Severity == FindingSeverity.Information, string.Join('\n', findings));
        findings.Should().OnlyContain(finding => finding.Connection == "crm");
    }

    [Theory]
    [InlineData("8.2.0", FindingSeverity.Information)]
    [InlineData("9.0.0", FindingSeverity.Warning)]
    [InlineData("7.0.0-TigerPro", FindingSeverity.Warning)]
    [InlineData("", FindingSeverity.Warning)]
    [InlineData("6.5.0", FindingSeverity.Error)]
    public async Task Version_is_judged(string version, FindingSeverity severity)
    {
        await using var crm = await Crm.StartAsync(server: server => server.Version = version);
        (await crm.ProbeAsync()).Where(finding => finding.Code is VtigerCodes.Version or "vtiger.crm").Should().ContainSingle().Which.Severity.Should().Be(severity);
    }

    [Fact]
    public async Task Version_below_the_floor_is_refused_by_name()
    {
        await using var crm = await Crm.StartAsync(server: server => server.Version = "5.4.0");
        (await FluentActions.Awaiting(crm.OpenAsync).Should().ThrowAsync<ConnectorException>()).Which.Problem.Message.Should().Contain("5.4.0");
    }

    [Fact]
    public async Task Missing_module_and_missing_rights_are_named()
    {
        await using var crm = await Crm.StartAsync(options => (options.UserName, options.AccessKey) = ("clerk", "ClerkKey"), seed: state => state.AddUser(new ErpSync.Sandbox.VtigerUser(5, "clerk", "ClerkKey")
        {
            Hidden = new HashSet<string>(StringComparer.Ordinal) { "Potentials" },
            ReadOnly = new HashSet<string>(StringComparer.Ordinal) { "Products" },
        }));
        var findings = await crm.ProbeAsync(EntityKind.Deal, EntityKind.Product);
        findings.Should().Contain(finding => finding.Code == VtigerCodes.ModuleMissing && finding.Message.Contains("Potentials", StringComparison.Ordinal) && finding.Severity == FindingSeverity.Error);
        findings.Should().Contain(finding => finding.Code == VtigerCodes.RightMissing && finding.Message.Contains("create, change", StringComparison.Ordinal) && finding.Message.Contains("Products", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mandatory_field_without_source_or_default_is_a_warning_by_module_and_field()
    {
        await using var crm = await Crm.StartAsync(seed: state => state.SetMandatory("Leads", "noofemployees"));
        (await crm.ProbeAsync(EntityKind.Lead)).Should().Contain(finding => finding.Code == VtigerCodes.FieldMissing && finding.Severity == FindingSeverity.Warning && finding.Message.Contains("Leads.noofemployees", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Leads.industry", "Bankery", "picklist")]
    [InlineData("Leads.noofemployees", "many", "whole number")]
    [InlineData("Leads.annualrevenue", "1,5", "number")]
    [InlineData("Leads.emailoptout", "true", "0 or 1")]
    [InlineData("Contacts.birthday", "31.12.2000", "yyyy-mm-dd")]
    [InlineData("SalesOrder.account_id", "ACME", "11x30")]
    [InlineData("SalesOrder.account_id", "12x30", "Accounts")]
    [InlineData("Leads.email", "nobody", "e-mail")]
    [InlineData("Leads.nothing", "x", "no field")]
    [InlineData("Nothing.field", "x", "module")]
    public async Task Default_that_does_not_fit_its_field_is_an_error(string key, string value, string part)
    {
        await using var crm = await Crm.StartAsync(options => options.Defaults[key] = value);
        (await crm.ProbeAsync()).Should().Contain(finding => finding.Code == VtigerCodes.Default && finding.Severity == FindingSeverity.Error && finding.Message.Contains(part, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Leads.industry", "Banking")]
    [InlineData("Leads.noofemployees", "12")]
    [InlineData("Leads.annualrevenue", "1.5")]
    [InlineData("Leads.emailoptout", "1")]
    [InlineData("Contacts.birthday", "2000-12-31")]
    [InlineData("SalesOrder.account_id", "11x30")]
    public async Task Default_that_fits_is_accepted(string key, string value)
    {
        await using var crm = await Crm.StartAsync(options => options.Defaults[key] = value);
        (await crm.ProbeAsync()).Should().NotContain(finding => finding.Code == VtigerCodes.Default);
    }

    [Fact]
    public async Task Status_that_the_map_needs_and_the_CRM_lacks_is_a_finding()
    {
        await using var crm = await Crm.StartAsync(options => options.InvoiceOrders[OrderStage.Completed] = "Bezahlt", seed: state => state.SetPicklist("SalesOrder", "sostatus", "Created", "Approved", "Cancelled"));
        var findings = await crm.ProbeAsync(EntityKind.Order);
        findings.Should().Contain(finding => finding.Code == VtigerCodes.Picklist && finding.Message.Contains("'Delivered'", StringComparison.Ordinal));
        findings.Should().Contain(finding => finding.Code == VtigerCodes.Picklist && finding.Message.Contains("'Bezahlt'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Currencies_are_told_by_code_with_what_is_inactive_or_double()
    {
        await using var crm = await Crm.StartAsync(seed: state =>
        {
            state.AddCurrency("USD", "USA, Dollars", "$", 1.1m);
            state.AddCurrency("USD", "Dollar", "$", 1.2m);
            state.AddCurrency("GBP", "England, Pounds", "£", 0.85m, isActive: false);
        });
        var findings = await crm.ProbeAsync(EntityKind.Order);
        findings.Should().Contain(finding => finding.Code == "vtiger.currency-twice" && finding.Message.Contains("USD", StringComparison.Ordinal));
        findings.Should().Contain(finding => finding.Code == VtigerCodes.CurrencyInactive && finding.Message.Contains("GBP", StringComparison.Ordinal));
        var read = await crm.Connector.Get<IReader<Currency>>().ReadAsync(CancellationToken.None).Select(result => result.Record!.Value).ToListAsync();
        read.Select(currency => (currency.Code.Value, currency.IsBase, currency.Active)).Should().Equal(("EUR", true, true), ("USD", false, true), ("USD", false, true), ("GBP", false, false));
    }

    [Fact]
    public async Task List_prices_are_reported_as_unsupported_and_headers_of_price_books_are_read_and_written()
    {
        await using var crm = await Crm.StartAsync();
        (await crm.ProbeAsync(EntityKind.Price)).Should().Contain(finding => finding.Code == VtigerCodes.ListPrices && finding.Severity == FindingSeverity.Error);
        crm.Connector.Find<IReader<Price>>().Should().BeNull();
        var book = await crm.CreatedAsync(new PriceBook { Name = "Wholesale", Active = true });
        book.Value.Should().Match<PriceBook>(value => value.Name == "Wholesale" && value.Currency == new CurrencyCode("EUR") && value.Active == true);
    }

    [Fact]
    public async Task Unreachable_CRM_and_refused_login_are_findings_and_no_exceptions()
    {
        await using var crm = await Crm.StartAsync(options => options.AccessKey = "WrongKey12345678");
        (await crm.ProbeAsync(EntityKind.Lead)).Should().ContainSingle().Which.Code.Should().Be(VtigerCodes.LoginRefused);
    }

    [Fact]
    public async Task Statuses_and_carriers_come_out_of_the_picklists()
    {
        await using var crm = await Crm.StartAsync();
        var statuses = await crm.Connector.Get<IReader<OrderStatus>>().ReadAsync(CancellationToken.None).Select(result => result.Record!.Value).ToListAsync();
        statuses.Where(status => status.Document == EntityKind.Order).Select(status => (status.Name, status.Stage)).Should().Equal(("Created", OrderStage.Pending), ("Approved", OrderStage.Confirmed), ("Delivered", OrderStage.Completed), ("Cancelled", OrderStage.Cancelled));
        (await crm.Connector.Get<IReader<Carrier>>().ReadAsync(CancellationToken.None).Select(result => result.Record!.Value.Name).ToListAsync()).Should().Contain("FedEx");
        (await crm.Connector.Get<IReader<Tax>>().ReadAsync(CancellationToken.None).Select(result => result.Record!.Value.Code).ToListAsync()).Should().Equal("tax1", "tax2", "tax3");
    }

    [Fact]
    public async Task Documents_are_linked_read_and_opened_where_the_server_lets_them()
    {
        await using var crm = await Crm.StartAsync(seed: state => TenFactsTraps.Products(state, 1));
        await crm.OpenAsync();
        var product = (await crm.RecordsAsync<Product>())[0];
        var made = await crm.CreatedAsync(new CrmDocument { Title = "Manual", FileName = "https://example.com/manual.pdf", IsLink = true, AttachTo = new Ref(EntityKind.Product, product.Id) });
        made.Value.Should().Match<CrmDocument>(value => value.IsLink && value.FileName == "https://example.com/manual.pdf" && value.OpenAsync == null);
        (await crm.RefusedAsync(new CrmDocument { Title = "x", FileName = "x.pdf" })).Kind.Should().Be(ProblemKind.Unsupported);
    }
}
