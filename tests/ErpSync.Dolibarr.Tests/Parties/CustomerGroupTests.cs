namespace ErpSync.Dolibarr.Tests;

/// <summary>Categories of customers are their groups, payment terms are the dictionary's codes, and contacts have roles at documents.</summary>
public sealed class CustomerGroupTests
{
    private static readonly Ref Retail = new(EntityKind.CustomerGroup, new RemoteId("category:1"));
    private static readonly Ref Wholesale = new(EntityKind.CustomerGroup, new RemoteId("category:2"));

    [Theory]
    [InlineData("23.0.0-beta")]
    [InlineData("18.0.0")]
    public async Task Customer_is_filed_under_categories_on_create_and_moved_by_an_update(string version)
    {
        await using var erp = await StartAsync(version);
        var id = (await erp.CreateAsync(new Customer { Company = "Tea SARL", IsCompany = true, Groups = RefSet.From([Retail]) }, "main:shop:customer:2")).Written();
        var created = await erp.FindAsync<Customer>(id.Value);

        (await erp.UpdateAsync(created, value => value with { Groups = RefSet.From([Wholesale]) }, nameof(Customer.Groups))).Written();

        created.Value.Groups.Should().Equal(Retail);
        (await erp.FindAsync<Customer>(id.Value)).Value.Groups.Should().Equal(Wholesale);
        (erp.State.Categories[1].ProductIds.Count, erp.State.Categories[2].ProductIds.Single()).Should().Be((0, id.Number()));
    }

    [Fact]
    public async Task Category_that_a_person_gave_is_named_by_the_sweep_although_it_bumps_no_date()
    {
        await using var erp = await StartAsync("23.0.0-beta");
        await erp.OpenAsync();
        (await erp.RecordsAsync<Customer>()).Single().Value.Groups.Should().BeEmpty();
        erp.State.LinkCategory(2, 1);

        var named = await erp.Connector.Get<ISweeper<Customer>>().SweepAsync(new TestMemory(), 10, CancellationToken.None);

        named.Should().Equal(new RemoteId("1"));
        (await erp.FindAsync<Customer>("1")).Value.Groups.Should().Equal(Wholesale);
    }

    [Fact]
    public async Task Group_that_has_no_counterpart_and_a_price_level_are_no_categories()
    {
        await using var erp = await StartAsync("23.0.0-beta");
        var groups = RefSet.From([Retail, Retail with { Id = new RemoteId("9"), IsForeign = true }, Retail with { Id = new RemoteId("level:2") }]);

        var id = (await erp.CreateAsync(new Customer { Company = "Tea SARL", IsCompany = true, Groups = groups }, "main:shop:customer:2")).Written();

        (await erp.FindAsync<Customer>(id.Value)).Value.Groups.Should().Equal(Retail);
    }

    [Fact]
    public async Task Without_the_module_of_categories_groups_are_not_read_and_cost_nothing()
    {
        await using var erp = await Trade.StartAsync(seed: state => state.Modules.Remove("categorie"));
        await erp.OpenAsync();

        (await erp.RecordsAsync<Customer>()).Should().ContainSingle();

        erp.Connector.Get<IKind<Customer>>().Profile.ReadFields.Should().NotContain(nameof(Customer.Groups));
        erp.Server.Requests.Snapshot().Should().NotContain(request => request.Path.Contains("categories", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("23.0.0-beta")]
    [InlineData("18.0.0")]
    public async Task Payment_terms_of_a_customer_go_by_their_codes_and_can_be_taken_away(string version)
    {
        await using var erp = await StartAsync(version);
        var id = (await erp.CreateAsync(new Customer { Company = "Tea SARL", IsCompany = true, PaymentTerms = "30D" }, "main:shop:customer:2")).Written();
        var created = await erp.FindAsync<Customer>(id.Value);
        (await erp.UpdateAsync(created, value => value with { PaymentTerms = "60d" }, nameof(Customer.PaymentTerms))).Written();
        var changed = await erp.FindAsync<Customer>(id.Value);
        (await erp.UpdateAsync(changed, value => value with { PaymentTerms = null }, nameof(Customer.PaymentTerms))).Written();

        (created.Value.PaymentTerms, changed.Value.PaymentTerms, (await erp.FindAsync<Customer>(id.Value)).Value.PaymentTerms).Should().Be(("30D", "60D", null));
        erp.State.ThirdParties[id.Number()]["cond_reglement_id"].Should().BeNull();
    }

    [Fact]
    public async Task Payment_terms_that_the_dictionary_lacks_are_refused_with_those_it_has()
    {
        await using var erp = await StartAsync("23.0.0-beta");

        var problem = (await erp.CreateAsync(new Customer { Company = "Tea SARL", IsCompany = true, PaymentTerms = "in spring" }, "main:shop:customer:2")).Problem();

        (problem.Code, problem.Field).Should().Be((DocumentCodes.TermUnknown, nameof(Customer.PaymentTerms)));
        problem.Message.Should().Contain("in spring").And.Contain("30D");
        erp.State.ThirdParties.Should().ContainSingle();
    }

    [Fact]
    public async Task Payment_terms_of_orders_and_invoices_go_by_the_same_codes()
    {
        await using var erp = await StartAsync("23.0.0-beta");
        var order = Trade.Order(Trade.Line(1, 2, 10)) with { PaymentTerms = "30D" };
        var id = (await erp.CreateAsync(order)).Written();
        var invoice = (await erp.CreateAsync(Trade.Invoice(order, id.Ref<Order>()) with { PaymentTerms = "60D" }, "main:shop:x:2")).Written();

        (await erp.FindAsync<Order>(id.Value)).Value.PaymentTerms.Should().Be("30D");
        (await erp.FindAsync<Invoice>(invoice.Value)).Value.PaymentTerms.Should().Be("60D");
        (await erp.CreateAsync(order with { PaymentTerms = "in spring" }, "main:shop:x:3")).Problem().Code.Should().Be(DocumentCodes.TermUnknown);
    }

    [Fact]
    public async Task Contacts_have_their_roles_at_an_order_and_each_costs_one_request()
    {
        await using var erp = await Trade.StartAsync(seed: state =>
        {
            state.AddContact(contact => (contact["lastname"], contact["socid"]) = ("Follows", "1"));
            state.AddContact(contact => (contact["lastname"], contact["socid"], contact["town"]) = ("Receives", "1", "Lyon"));
        });
        var order = Trade.Order(Trade.Line(1, 2, 10)) with
        {
            Stage = OrderStage.Draft,
            BillingAddress = new Ref(EntityKind.Address, new RemoteId("1")),
            Contact = new Ref(EntityKind.Contact, new RemoteId("2")),
            DeliveryAddress = new Ref(EntityKind.Address, new RemoteId("3")),
        };
        var id = (await erp.CreateAsync(order)).Written();
        var read = await erp.FindAsync<Order>(id.Value);

        (read.Value.BillingAddress, read.Value.Contact, read.Value.DeliveryAddress).Should().Be((order.BillingAddress, order.Contact, order.DeliveryAddress));
        erp.Server.Requests.Snapshot().Where(request => request.IsWrite && request.Path.Contains("/contact/", StringComparison.Ordinal)).Select(request => request.Path.Split('/')[^1]).Should().Equal("BILLING", "SHIPPING", "CUSTOMER");
        (await erp.UpdateAsync(read, value => value with { Contact = new Ref(EntityKind.Contact, new RemoteId("1")) }, nameof(Order.Contact))).Written();
        (await erp.FindAsync<Order>(id.Value)).Value.Contact.Should().Be(new Ref(EntityKind.Contact, new RemoteId("1")));
        (await erp.UpdateAsync(await erp.FindAsync<Order>(id.Value), value => value with { Contact = null }, nameof(Order.Contact))).Written();
        erp.State.Orders.Single().Contacts.Select(contact => contact.Role).Should().Equal("BILLING", "SHIPPING");
    }

    private static Task<Erp> StartAsync(string version) => Trade.StartAsync(server: server => server.Version = version, seed: state =>
    {
        foreach (var label in new[] { "Retail", "Wholesale" })
            state.AddCategory(category => (category.Label, category.Type) = (label, 2));
    });
}
