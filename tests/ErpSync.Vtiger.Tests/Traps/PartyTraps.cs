using System.Text.Json.Nodes;
using ErpSync.Sandbox;

namespace ErpSync.Vtiger.Tests;

/// <summary>Customers, contacts, leads: one person in up to three modules.</summary>
public sealed class PartyTraps
{
    private static readonly Customer Anna = new() { FirstName = "Anna", LastName = "Schmidt", Email = "anna@example.org" };

    [Fact]
    public async Task Person_becomes_a_contact_and_an_account_named_last_name_first_name()
    {
        await using var crm = await StartAsync();
        var customer = await crm.CreatedAsync(Anna);
        customer.Value.Should().Match<Customer>(value => value.IsCompany == false && value.Company == null && value.FirstName == "Anna" && value.LastName == "Schmidt");
        crm.State.Find(customer.Id.Value)!["accountname"].Should().Be("Schmidt Anna");
        (await crm.RecordsAsync<Contact>()).Should().ContainSingle().Which.Value.Customer!.Value.Id.Should().Be(customer.Id);
    }

    [Fact]
    public async Task Company_becomes_an_account_with_its_buyer_as_contact()
    {
        await using var crm = await StartAsync();
        var customer = await crm.CreatedAsync(Anna with { Company = "ACME" });
        customer.Value.Should().Match<Customer>(value => value.IsCompany == true && value.Company == "ACME" && value.LastName == "Schmidt");
        crm.State.Find(customer.Id.Value)!["accountname"].Should().Be("ACME");
    }

    [Fact]
    public async Task Two_persons_of_one_name_are_both_kept_though_vtiger_refuses_two_accounts_of_one_name()
    {
        await using var crm = await StartAsync();
        await crm.CreatedAsync(Anna);
        var other = await crm.CreatedAsync(Anna with { Email = "anna2@example.org" });
        other.Value.Should().Match<Customer>(value => value.LastName == "Schmidt" && value.IsCompany == false);
        (await crm.RecordsAsync<Customer>()).Should().HaveCount(2);
    }

    [Fact]
    public async Task Two_buyers_of_one_company_are_two_customers_with_the_same_company()
    {
        await using var crm = await StartAsync();
        await crm.CreatedAsync(Anna with { Company = "ACME" });
        var other = await crm.CreatedAsync(new Customer { Company = "ACME", FirstName = "Bob", LastName = "Jones", Email = "bob@example.org" });
        other.Value.Company.Should().Be("ACME");
        crm.State.Find(other.Id.Value)!["accountname"].Should().Be("ACME (bob@example.org)");
    }

    [Fact]
    public async Task Account_whose_creation_nobody_answered_for_is_taken_and_not_doubled()
    {
        await using var crm = await StartAsync();
        crm.State.Add("Accounts", new JsonObject { ["accountname"] = "Schmidt Anna", ["email1"] = "ANNA@example.org" });
        await crm.CreatedAsync(Anna);
        crm.State.Records.Values.Count(record => record.Module == "Accounts").Should().Be(1);
    }

    [Fact]
    public async Task Contact_without_account_that_has_the_address_is_taken_and_not_doubled()
    {
        await using var crm = await StartAsync();
        var contact = crm.State.Add("Contacts", new JsonObject { ["lastname"] = "Schmidt", ["email"] = "Anna@Example.org", ["phone"] = "123" });
        var customer = await crm.CreatedAsync(Anna);
        (await crm.RecordsAsync<Contact>()).Should().ContainSingle();
        contact["account_id"].Should().Be(customer.Id.Value);
        contact["phone"].Should().Be("123");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lead_with_the_address_becomes_the_customer_and_none_stays(bool isRepaired)
    {
        await using var crm = await Crm.StartAsync(server: server => server.IsRepaired = isRepaired, seed: state => state.Add("Leads", new JsonObject { ["lastname"] = "Schmidt", ["email"] = "anna@example.org" }));
        await crm.OpenAsync();
        var customer = await crm.CreatedAsync(Anna);
        customer.Value.LastName.Should().Be("Schmidt");
        (await crm.RecordsAsync<Lead>()).Should().BeEmpty();
        (await crm.RecordsAsync<Contact>()).Should().ContainSingle();
    }

    [Fact]
    public async Task Converted_lead_can_keep_its_history_under_another_status()
    {
        await using var crm = await Crm.StartAsync(options => options.ConvertedLeadStatus = "Lost Lead", seed: state => state.Add("Leads", new JsonObject { ["lastname"] = "Schmidt", ["email"] = "anna@example.org" }));
        await crm.OpenAsync();
        await crm.CreatedAsync(Anna);
        (await crm.RecordsAsync<Lead>()).Should().ContainSingle().Which.Value.Status.Should().Be("Lost Lead");
        await crm.CreatedAsync(Anna with { Email = "x@example.org", LastName = "X" });
        (await crm.RecordsAsync<Customer>()).Should().HaveCount(2);
    }

    [Fact]
    public async Task Converting_twice_finds_what_the_first_time_made()
    {
        await using var crm = await Crm.StartAsync(server: server => server.IsRepaired = true);
        await crm.OpenAsync();
        var lead = await crm.CreatedAsync(new Lead { LastName = "Schmidt", Email = "anna@example.org" });
        var converter = crm.Connector.Get<ILeadConverter>();
        var first = await converter.ConvertAsync(lead, Anna, null, CancellationToken.None);
        var second = await converter.ConvertAsync(lead, Anna, null, CancellationToken.None);
        second.Contact.Should().Be(first.Contact);
        (await crm.RecordsAsync<Customer>()).Should().ContainSingle();
    }

    [Fact]
    public async Task Conversion_without_customer_makes_the_contact_alone()
    {
        await using var crm = await StartAsync();
        var lead = await crm.CreatedAsync(new Lead { LastName = "Schmidt", Email = "anna@example.org" });
        var made = await crm.Connector.Get<ILeadConverter>().ConvertAsync(lead, null, null, CancellationToken.None);
        made.Customer.Should().BeNull();
        (await crm.RecordsAsync<Contact>()).Should().ContainSingle().Which.Id.Should().Be(made.Contact!.Value);
        (await crm.RecordsAsync<Customer>()).Should().BeEmpty();
    }

    [Fact]
    public async Task Crash_between_contact_and_account_leaves_nothing_double()
    {
        await using var crm = await StartAsync();
        crm.Server.Faults.Add(new Fault(FaultKind.DropAfterCommit) { Method = "POST", Skip = 1 });
        (await crm.RefusedAsync(Anna)).Kind.Should().Be(ProblemKind.OutcomeUnknown);
        await crm.OpenAsync();
        var found = await crm.Connector.Get<IKeyFinder<Customer>>().FindByKeyAsync(["anna@example.org"], CancellationToken.None).ToListAsync();
        found.Should().ContainSingle().Which.Record!.Value.Should().Match<Customer>(value => value.LastName == "Schmidt" && value.IsCompany == false, "the contact without account is the person of the account with its address");
        (await crm.RecordsAsync<Contact>()).Should().ContainSingle();
    }

    [Fact]
    public async Task Edit_of_the_contact_is_a_change_of_the_customer()
    {
        await using var crm = await StartAsync();
        var customer = await crm.CreatedAsync(Anna);
        crm.Clock.Advance(TimeSpan.FromHours(1));
        await crm.OpenAsync();
        var cursor = await crm.CursorAsync<Customer>();
        (await crm.ChangedAsync<Customer>(cursor)).Should().BeEmpty();
        var contact = (await crm.RecordsAsync<Contact>())[0];
        await crm.UpdatedAsync(contact, value => value with { LastName = "Meier" }, nameof(Contact.LastName));
        (await crm.ChangedAsync<Customer>(cursor)).Should().Equal(customer.Id.Value);
    }

    [Fact]
    public async Task Customer_that_is_found_only_by_its_contacts_address_is_found()
    {
        await using var crm = await StartAsync();
        var account = crm.State.Add("Accounts", new JsonObject { ["accountname"] = "ACME" });
        crm.State.Add("Contacts", new JsonObject { ["lastname"] = "Schmidt", ["email"] = "anna@example.org", ["account_id"] = account.Id });
        (await crm.Connector.Get<IKeyFinder<Customer>>().FindByKeyAsync(["anna@example.org"], CancellationToken.None).ToListAsync()).Should().ContainSingle().Which.Record!.Id.Value.Should().Be(account.Id);
    }

    [Fact]
    public async Task Guest_with_a_known_address_is_the_known_customer()
    {
        await using var crm = await StartAsync();
        var customer = await crm.CreatedAsync(Anna);
        (await crm.CreatedAsync(Anna with { IsGuest = true }, "t:2")).Id.Should().Be(customer.Id);
        (await crm.RecordsAsync<Contact>()).Should().ContainSingle();
    }

    [Fact]
    public async Task Name_hidden_from_the_user_is_taken_and_the_customer_is_kept_under_another()
    {
        await using var crm = await Crm.StartAsync(options => (options.UserName, options.AccessKey) = ("clerk", "ClerkKey"), seed: state =>
        {
            state.AddUser(new ErpSync.Sandbox.VtigerUser(5, "clerk", "ClerkKey") { Private = new HashSet<string>(StringComparer.Ordinal) { "Accounts", "Contacts", "Leads" } });
            state.Add("Accounts", new JsonObject { ["accountname"] = "Schmidt Anna", ["assigned_user_id"] = "19x1" });
        });
        await crm.OpenAsync();
        (await crm.RecordsAsync<Customer>()).Should().BeEmpty();
        (await crm.CreatedAsync(Anna)).Value.LastName.Should().Be("Schmidt");
        (await crm.ProbeAsync(EntityKind.Customer)).Should().Contain(finding => finding.Code == "vtiger.not-admin");
    }

    [Fact]
    public async Task Mandatory_field_without_source_takes_its_typed_default_and_never_overwrites_a_value()
    {
        await using var crm = await Crm.StartAsync(options => options.Defaults["Leads.industry"] = "Banking", seed: state =>
        {
            state.SetMandatory("Leads", "industry");
            state.SetMandatory("Leads", "company");
        });
        await crm.OpenAsync();
        var lead = await crm.CreatedAsync(new Lead { LastName = "X" });
        crm.State.Find(lead.Id.Value)!["industry"].Should().Be("Banking");
        crm.State.Find(lead.Id.Value)!["company"].Should().Be("--None--");
        lead.Value.Company.Should().BeNull();
        crm.State.Find(lead.Id.Value)!["industry"] = "Chemicals";
        await crm.UpdatedAsync(lead, value => value with { LastName = "Y" }, nameof(Lead.LastName));
        crm.State.Find(lead.Id.Value)!["industry"].Should().Be("Chemicals");
    }

    [Fact]
    public async Task Mandatory_field_without_value_and_default_is_named_with_its_remedy()
    {
        await using var crm = await Crm.StartAsync(seed: state => state.SetMandatory("Leads", "noofemployees"));
        await crm.OpenAsync();
        var problem = await crm.RefusedAsync(new Lead { LastName = "X" });
        problem.Code.Should().Be(VtigerCodes.FieldMissing);
        problem.Field.Should().Be("noofemployees");
        problem.Remedy.Should().Contain("Leads.noofemployees");
    }

    [Fact]
    public async Task Lead_source_is_set_on_what_is_created_here()
    {
        await using var crm = await Crm.StartAsync(options => options.LeadSource = "Prestashop");
        await crm.OpenAsync();
        (await crm.CreatedAsync(new Lead { LastName = "X" })).Value.Origin.Should().Be("Prestashop");
        (await crm.ProbeAsync(EntityKind.Lead)).Count(finding => finding.Code == VtigerCodes.Picklist && finding.Message.Contains("Prestashop", StringComparison.Ordinal)).Should().Be(3);
    }

    private static async Task<Crm> StartAsync()
    {
        var crm = await Crm.StartAsync();
        await crm.OpenAsync();
        return crm;
    }
}
