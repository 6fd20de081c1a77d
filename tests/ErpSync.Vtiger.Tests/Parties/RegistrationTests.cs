using System.Text.Json.Nodes;
using ErpSync.Sandbox.Vtiger;

namespace ErpSync.Vtiger.Tests;

/// <summary>Who registers becomes a lead, who orders a contact with an account; the address is looked for in Accounts, Contacts and Leads before.</summary>
public sealed class RegistrationTests
{
    private static Customer Anna { get; } = new() { FirstName = "Anna", LastName = "Schmidt", Email = "anna@example.org", Phone = "+49 1", Newsletter = false, PrivateNote = "Note" };

    [Fact]
    public async Task Registration_becomes_a_lead_that_reads_as_the_customer_it_was_made_of()
    {
        await using var crm = await StartAsync();
        var stored = await crm.CreatedAsync(Anna);
        Counts(crm).Should().Be("1 leads, 0 contacts, 0 accounts");
        stored.Id.Value.Should().StartWith("10x");
        stored.Value.Should().Be(Anna with { IsCompany = false, RegisteredAt = null });
        (await crm.RecordsAsync<Customer>()).Should().ContainSingle().Which.Id.Should().Be(stored.Id);
        (await crm.ListAsync<Customer>()).Should().Equal(stored.Id.Value);
    }

    [Fact]
    public async Task Customer_who_has_ordered_becomes_a_contact_with_an_account()
    {
        await using var crm = await StartAsync();
        await crm.CreatedAsync(Anna with { HasOrdered = true });
        Counts(crm).Should().Be("0 leads, 1 contacts, 1 accounts");
    }

    [Theory]
    [InlineData("Leads", "email")]
    [InlineData("Contacts", "email")]
    [InlineData("Accounts", "email1")]
    public async Task Address_is_found_in_all_three_modules_without_regard_to_case_and_updated_there(string module, string field)
    {
        await using var crm = await StartAsync(state => state.Add(module, new JsonObject { [module == "Accounts" ? "accountname" : "lastname"] = "Old", [field] = "ANNA@example.org" }));
        var found = await crm.Connector.Get<IKeyFinder<Customer>>().FindByKeyAsync(["anna@example.org"], CancellationToken.None).ToListAsync();
        var record = found.Should().ContainSingle().Subject.Record!;
        await crm.UpdatedAsync(record, value => value with { Phone = "+49 2" }, nameof(Customer.Phone));
        crm.State.Find(record.Id.Value)!["phone"].Should().Be("+49 2");
        crm.State.Find(record.Id.Value)!.Module.Should().Be(module);
    }

    [Fact]
    public async Task Address_in_several_modules_means_the_contact_then_the_account_then_the_lead_and_is_reported()
    {
        await using var crm = await StartAsync(state =>
        {
            state.Add("Leads", new JsonObject { ["lastname"] = "L", ["email"] = "anna@example.org" });
            state.Add("Contacts", new JsonObject { ["lastname"] = "C", ["email"] = "anna@example.org" });
            state.Add("Leads", new JsonObject { ["lastname"] = "L", ["email"] = "bob@example.org" });
            state.Add("Accounts", new JsonObject { ["accountname"] = "B", ["email1"] = "bob@example.org" });
        });
        var all = await crm.RecordsAsync<Customer>();
        all.Select(record => crm.State.Find(record.Id.Value)!.Module).Should().BeEquivalentTo(["Contacts", "Accounts"]);
        var keys = await crm.Connector.Get<IKeyFinder<Customer>>().FindByKeyAsync(["anna@example.org", "bob@example.org"], CancellationToken.None).ToListAsync();
        keys.Select(result => result.Record!.Id).Should().BeEquivalentTo(all.Select(record => record.Id));
        (await crm.ProbeAsync(EntityKind.Customer)).Where(finding => finding.Code == VtigerCodes.AddressTwice).Should().HaveCount(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task First_order_makes_the_lead_a_contact_with_an_account_and_its_addresses_and_the_lead_goes(bool isRepaired)
    {
        await using var crm = await StartAsync(server: server => server.IsRepaired = isRepaired);
        var lead = await crm.CreatedAsync(Anna);
        var order = await crm.CreatedAsync(Order(crm, lead, "1000"));
        Counts(crm).Should().Be("0 leads, 1 contacts, 1 accounts");
        var (account, contact) = (Only(crm, "Accounts"), Only(crm, "Contacts"));
        order.Value.Customer!.Value.Id.Value.Should().Be(account.Id);
        order.Value.Contact!.Value.Id.Value.Should().Be(contact.Id);
        account["bill_city"].Should().Be("Paris");
        contact["account_id"].Should().Be(account.Id);
        contact["email"].Should().Be("anna@example.org");
        await crm.CreatedAsync(Order(crm, lead, "1001"), "main:shop:x:2");
        Counts(crm).Should().Be("0 leads, 1 contacts, 1 accounts");
        (await crm.RecordsAsync<Customer>()).Should().ContainSingle().Which.Id.Value.Should().Be(account.Id);
    }

    [Fact]
    public async Task Conversion_does_not_take_another_persons_account_of_the_same_name()
    {
        await using var crm = await StartAsync(state => state.Add("Accounts", new JsonObject { ["accountname"] = "Schmidt Anna", ["email1"] = "other@example.org" }), server => server.IsRepaired = true);
        await crm.CreatedAsync(Order(crm, await crm.CreatedAsync(Anna), "1000"));
        crm.State.Records.Values.Where(record => record.Module == "Accounts").Select(record => record["accountname"]).Should().BeEquivalentTo(["Schmidt Anna", "Schmidt Anna (anna@example.org)"]);
    }

    [Fact]
    public async Task Lead_that_became_a_customer_unheard_is_found_by_the_orders_address()
    {
        await using var crm = await StartAsync();
        var lead = await crm.CreatedAsync(Anna);
        crm.State.Find(lead.Id.Value)!.IsDeleted = true;
        crm.State.Add("Accounts", new JsonObject { ["accountname"] = "Schmidt Anna", ["email1"] = "anna@example.org" });
        var order = await crm.CreatedAsync(Order(crm, lead, "1000") with { Email = "anna@example.org" });
        order.Value.Customer!.Value.Id.Value.Should().Be(Only(crm, "Accounts").Id);
        Counts(crm).Should().Be("0 leads, 0 contacts, 1 accounts");
    }

    [Fact]
    public async Task Retired_lead_can_stay_under_another_status()
    {
        await using var crm = await StartAsync(configure: options => options.ConvertedLeadStatus = "Qualified");
        await crm.CreatedAsync(Order(crm, await crm.CreatedAsync(Anna), "1000"));
        Only(crm, "Leads")["leadstatus"].Should().Be("Qualified");
        (await crm.RecordsAsync<Customer>()).Should().ContainSingle().Which.Id.Value.Should().StartWith("11x");
    }

    [Theory]
    [InlineData(VtigerAccounts.Everyone, null, 1, 1)]
    [InlineData(VtigerAccounts.WithOrder, null, 0, 1)]
    [InlineData(VtigerAccounts.Companies, null, 0, 0)]
    [InlineData(VtigerAccounts.Companies, "ACME", 1, 1)]
    [InlineData(VtigerAccounts.WithOrder, "ACME", 1, 1)]
    public async Task Account_is_made_for_those_the_option_names(VtigerAccounts accounts, string? company, int before, int after)
    {
        await using var crm = await StartAsync(
            state => state.Add("Accounts", new JsonObject { ["accountname"] = "Web shop" }),
            configure: options =>
            {
                (options.Accounts, options.RegistrationsAsLeads) = (accounts, false);
                options.Defaults["SalesOrder.account_id"] = "11x2";
            });
        Only(crm, "Accounts").Id.Should().Be("11x2");
        var customer = await crm.CreatedAsync(Anna with { Company = company });
        Counts(crm).Should().Be($"0 leads, 1 contacts, {before + 1} accounts");
        var order = await crm.CreatedAsync(Order(crm, customer, "1000"));
        Counts(crm).Should().Be($"0 leads, 1 contacts, {after + 1} accounts");
        crm.State.Find(order.Id.Value)!["contact_id"].Should().Be(Only(crm, "Contacts").Id);
        crm.State.Find(order.Id.Value)!["account_id"].Should().NotBeEmpty();
        if (after == 0)
            order.Value.Customer!.Value.Id.Should().Be(customer.Id, "the account is only a stand-in");
    }

    [Fact]
    public async Task Persons_without_account_are_found_out_before_their_orders_are_refused()
    {
        await using var crm = await StartAsync(configure: options => options.Accounts = VtigerAccounts.Companies);
        (await crm.ProbeAsync(EntityKind.Customer)).Should().Contain(finding => finding.Code == VtigerCodes.FieldMissing && finding.Message.Contains("account_id", StringComparison.Ordinal));
        (await crm.RefusedAsync(Order(crm, await crm.CreatedAsync(Anna with { HasOrdered = true }), "1000"))).Field.Should().Be("account_id");
    }

    [Fact]
    public async Task Contact_that_gets_an_account_is_no_customer_of_its_own_any_more()
    {
        await using var crm = await StartAsync(configure: options => options.Accounts = VtigerAccounts.WithOrder);
        var contact = await crm.CreatedAsync(Anna with { HasOrdered = true });
        contact.Id.Value.Should().StartWith("12x");
        (await crm.ListAsync<Customer>()).Should().Equal(contact.Id.Value);
        await crm.CreatedAsync(Order(crm, contact, "1000"));
        crm.Clock.Advance(TimeSpan.FromMinutes(1));
        await crm.OpenAsync();
        (await crm.ListAsync<Customer>()).Should().ContainSingle().Which.Should().Be(Only(crm, "Accounts").Id);
    }

    [Fact]
    public async Task Tokens_that_nobody_bears_cost_no_request_once_the_ids_were_listed()
    {
        await using var crm = await StartAsync(
            state =>
            {
                state.AddCustomField("Accounts", "cf_901", "ErpSync");
                state.Add("Accounts", new JsonObject { ["accountname"] = "A", ["cf_901"] = "main:shop:customer:7" });
            },
            configure: options => (options.RegistrationsAsLeads, options.ExternalKeys["Accounts"]) = (false, "cf_901"));
        var finder = crm.Connector.Get<ITokenFinder<Customer>>();
        await crm.ListAsync<Customer>();
        var before = crm.Meter.Requests.Data;
        (await finder.FindByTokenAsync(["main:shop:customer:7", "main:shop:customer:8"], CancellationToken.None)).Keys.Should().Equal("main:shop:customer:7");
        (crm.Meter.Requests.Data - before).Should().Be(0);
        await crm.CreatedAsync(Anna, "main:shop:customer:8");
        (await finder.FindByTokenAsync(["main:shop:customer:8"], CancellationToken.None)).Should().HaveCount(1);
        await crm.OpenAsync();
        before = crm.Meter.Requests.Data;
        (await finder.FindByTokenAsync(["main:shop:customer:9"], CancellationToken.None)).Should().BeEmpty();
        (crm.Meter.Requests.Data - before).Should().Be(1, "nothing was listed in this run");
    }

    [Fact]
    public async Task Token_whose_create_was_not_answered_is_asked_for_even_in_the_same_run()
    {
        await using var crm = await StartAsync(state => state.AddCustomField("Accounts", "cf_901", "ErpSync"), configure: options => (options.RegistrationsAsLeads, options.ExternalKeys["Accounts"]) = (false, "cf_901"));
        await crm.ListAsync<Customer>();
        crm.Server.Faults.Add(new ErpSync.Sandbox.Fault(ErpSync.Sandbox.FaultKind.DropAfterCommit) { Method = "POST", Skip = 1 });
        (await crm.RefusedAsync(Anna, "main:shop:customer:8")).Kind.Should().Be(ProblemKind.OutcomeUnknown);
        (await crm.Connector.Get<ITokenFinder<Customer>>().FindByTokenAsync(["main:shop:customer:8"], CancellationToken.None)).Should().HaveCount(1);
    }

    private static async Task<Crm> StartAsync(Action<VtigerState>? seed = null, Action<ErpSync.Sandbox.VtigerSandboxOptions>? server = null, Action<VtigerOptions>? configure = null)
    {
        var crm = await Crm.StartAsync(
            options =>
            {
                options.RegistrationsAsLeads = true;
                configure?.Invoke(options);
            },
            server,
            state =>
            {
                seed?.Invoke(state);
                OrderSeeds.Product(state, "P1");
            });
        await crm.OpenAsync();
        return crm;
    }

    private static Order Order(Crm crm, Remote<Customer> customer, string reference) => new()
    {
        Reference = reference,
        Customer = new Ref(EntityKind.Customer, customer.Id),
        BillTo = new PostalAddress { Line1 = "1 rue de la Paix", City = "Paris", Country = "FR" },
        Currency = Documents.Euro,
        Lines = [Documents.Line(Only(crm, "Products").Id, 1, 10)],
        TotalGross = new Money(10, Documents.Euro),
        Stage = OrderStage.Pending,
    };

    private static VtigerRecord Only(Crm crm, string module) => crm.State.Records.Values.Single(record => record.Module == module && !record.IsDeleted && !record.IsConverted);

    private static string Counts(Crm crm)
    {
        int In(string module) => crm.State.Records.Values.Count(record => record.Module == module && !record.IsDeleted && !record.IsConverted);
        return $"{In("Leads")} leads, {In("Contacts")} contacts, {In("Accounts")} accounts";
    }
}
