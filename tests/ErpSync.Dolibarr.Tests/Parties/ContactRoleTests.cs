using ErpSync.Sandbox;

namespace ErpSync.Dolibarr.Tests;

/// <summary>The roles in which a contact is the usual one of its third party.</summary>
public sealed class ContactRoleTests
{
    private const int OrderBilling = 23;
    private const int OrderShipping = 25;
    private const int InvoiceBilling = 13;

    private static Task<Erp> StartAsync(string version = "23.0.0-beta", Action<DolibarrState>? seed = null) => Trade.StartAsync(server: server => server.Version = version, seed: state =>
    {
        state.AddThirdParty(party => (party["name"], party["client"], party["code_client"]) = ("Other", "1", "CU2"));
        seed?.Invoke(state);
    });

    [Theory]
    [InlineData("18.0.0")]
    [InlineData("23.0.0-beta")]
    public async Task Roles_of_a_contact_are_read_and_written(string version)
    {
        await using var erp = await StartAsync(version, state => state.Contacts[1].Roles.Add((1, OrderBilling)));
        var contact = await erp.FindAsync<Contact>("1");
        contact.Value.Roles.Should().Equal(TextSet.Create(["commande/BILLING"]));

        (await erp.UpdateAsync(contact, value => value with { Roles = ["commande/SHIPPING", "facture/BILLING"] }, nameof(Contact.Roles))).Written();

        erp.State.Contacts[1].Roles.Should().BeEquivalentTo([(1, OrderShipping), (1, InvoiceBilling)]);
        (await erp.FindAsync<Contact>("1")).Value.Roles.Should().Equal(TextSet.Create(["commande/SHIPPING", "facture/BILLING"]));
    }

    [Fact]
    public async Task Roles_at_other_third_parties_and_other_fields_stay()
    {
        await using var erp = await StartAsync(seed: state =>
        {
            state.Contacts[1].Roles.Add((1, OrderBilling));
            state.Contacts[1].Roles.Add((2, OrderShipping));
        });
        var contact = await erp.FindAsync<Contact>("1");
        contact.Value.Roles.Should().ContainSingle("roles at other third parties are theirs");

        (await erp.UpdateAsync(contact, value => value with { Roles = [] }, nameof(Contact.Roles))).Written();
        erp.State.Contacts[1].Roles.Should().Equal((2, OrderShipping));

        (await erp.UpdateAsync(await erp.FindAsync<Contact>("1"), value => value with { Position = "Chief" }, nameof(Contact.Position))).Written();
        erp.State.Contacts[1].Roles.Should().Equal((2, OrderShipping));
        erp.State.Contacts[1]["lastname"].Should().Be("Dupont");
    }

    [Fact]
    public async Task Contact_is_created_with_its_roles_in_one_request()
    {
        await using var erp = await StartAsync();
        await erp.OpenAsync();
        await erp.ReadAsync<Contact>();
        var before = erp.Meter.Requests;

        var id = (await erp.CreateAsync(new Contact { LastName = "Compta", Customer = Trade.Customer, Roles = ["commande/BILLING"] })).Written();

        erp.State.Contacts[id.Number()].Roles.Should().Equal((1, OrderBilling));
        (erp.Meter.Requests - before).Data.Should().Be(1, "the dictionary of roles is reference data, once a run");
    }

    [Fact]
    public async Task Code_alone_means_the_roles_of_orders_and_invoices()
    {
        await using var erp = await StartAsync();
        var id = (await erp.CreateAsync(new Contact { LastName = "Compta", Customer = Trade.Customer, Roles = ["billing"] })).Written();
        var stored = (await erp.FindAsync<Contact>(id.Value)).Value.Roles;
        stored.Should().Equal(TextSet.Create(["commande/BILLING", "facture/BILLING"]));
        erp.Connector.Get<IKind<Contact>>().Profile.Normalise(new Contact { Customer = Trade.Customer, Roles = ["billing"] }).Roles.Should().Equal(stored);
    }

    [Fact]
    public async Task Role_that_Dolibarr_does_not_have_is_refused_by_name_before_anything_is_sent()
    {
        await using var erp = await StartAsync();
        var problem = (await erp.CreateAsync(new Contact { LastName = "Compta", Customer = Trade.Customer, Roles = ["commande/WAITER"] })).Problem();
        problem.Code.Should().Be("dolibarr.contact-role-unknown");
        problem.Field.Should().Be(nameof(Contact.Roles));
        problem.Message.Should().Contain("commande/WAITER").And.Contain("commande/BILLING");
        erp.State.Contacts.Should().ContainSingle();
    }

    [Theory]
    [InlineData("18.0.0")]
    [InlineData("23.0.0-beta")]
    public async Task Role_that_changes_alone_bumps_no_date_and_is_told_by_the_stamp_of_the_listing(string version)
    {
        await using var erp = await StartAsync(version);
        erp.Clock.Advance(TimeSpan.FromHours(1));
        await erp.OpenAsync();
        var cursor = await erp.CursorAsync<Contact>();
        var (read, listed) = ((await erp.FindAsync<Contact>("1")).Stamp, (await erp.ListAsync<Contact>()).Single().Stamp);
        listed.Should().Be(read).And.NotBeNull();

        erp.Clock.Advance(TimeSpan.FromMinutes(5));
        erp.State.Contacts[1].Roles.Add((1, OrderShipping));

        (await erp.ChangedAsync<Contact>(cursor)).Should().BeEmpty("the link has no date of its own");
        (await erp.ListAsync<Contact>()).Single().Stamp.Should().NotBe(listed);
        (await erp.FindAsync<Contact>("1")).Stamp.Should().NotBe(read);
    }

    [Fact]
    public async Task Contact_at_an_order_that_changes_alone_is_told_by_the_stamp_of_the_order()
    {
        await using var erp = await StartAsync();
        var order = (await erp.CreateAsync(Trade.Order(Trade.Line(1, 1, 10)))).Written();
        var before = (await erp.ListAsync<Order>()).Single().Stamp;
        erp.State.Orders[order.Number()].Contacts.Add((1, "SHIPPING"));
        (await erp.ListAsync<Order>()).Single().Stamp.Should().NotBe(before);
    }

    [Fact]
    public async Task Contact_that_moves_to_another_third_party_takes_its_roles_along()
    {
        await using var erp = await StartAsync(seed: state => state.Contacts[1].Roles.Add((1, OrderBilling)));
        var contact = await erp.FindAsync<Contact>("1");
        (await erp.UpdateAsync(contact, value => value with { Customer = new Ref(EntityKind.Customer, new RemoteId("2")) }, nameof(Contact.Customer))).Written();
        erp.State.Contacts[1]["socid"].Should().Be("2");
        erp.State.Contacts[1].Roles.Should().Equal((2, OrderBilling));
    }

    [Fact]
    public async Task Third_party_and_country_that_a_zero_would_leave_are_taken_away()
    {
        await using var erp = await StartAsync();
        var contact = await erp.FindAsync<Contact>("1");
        (await erp.UpdateAsync(contact, value => value with { Customer = null, Address = value.Address! with { Country = null } }, nameof(Contact.Customer), nameof(Contact.Address))).Written();
        var stored = (await erp.FindAsync<Contact>("1")).Value;
        stored.Customer.Should().BeNull();
        stored.Address!.Country.Should().BeNull();
        stored.Address.City.Should().Be("Paris");
    }
}
