using ErpSync.Sandbox;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Two contacts that swap their roles: at a third party the listing tells it, at a document only the sweep.</summary>
public sealed class ContactSwapTests
{
    private const int OrderBilling = 23;
    private const int OrderShipping = 25;

    [Theory]
    [InlineData("18.0.0")]
    [InlineData("23.0.0-beta")]
    public async Task Contacts_that_swap_their_roles_at_a_third_party_are_both_told_by_the_listing(string version)
    {
        await using var erp = await StartAsync(version, state =>
        {
            state.Contacts[1].Roles.Add((1, OrderBilling));
            state.Contacts[2].Roles.Add((1, OrderShipping));
        });
        var before = (await erp.ListAsync<Contact>()).Select(listed => listed.Stamp).ToList();

        (erp.State.Contacts[1].Roles[0], erp.State.Contacts[2].Roles[0]) = ((1, OrderShipping), (1, OrderBilling));

        before.Should().HaveCount(2).And.OnlyHaveUniqueItems();
        (await erp.ListAsync<Contact>()).Select(listed => listed.Stamp).Should().Equal(before[1], before[0]);
    }

    [Theory]
    [InlineData("18.0.0")]
    [InlineData("23.0.0-beta")]
    public async Task Contacts_that_swap_their_roles_at_a_document_show_in_no_date_and_no_listing_and_are_named_by_the_sweep(string version)
    {
        await using var erp = await StartAsync(version);
        var order = (await erp.CreateAsync(Trade.Order(Trade.Line(1, 1, 10)))).Written();
        var invoice = (await erp.CreateAsync(Trade.Invoice(Trade.Order(Trade.Line(1, 1, 10))))).Written();
        var note = (await erp.CreateAsync(Trade.Note(Trade.Order(Trade.Line(1, 1, 10))))).Written();
        Link(erp, order, invoice, note, (1, "BILLING"), (2, "SHIPPING"));
        erp.Clock.Advance(TimeSpan.FromHours(1));
        await erp.OpenAsync();
        var cursor = await erp.CursorAsync<Order>();
        var stamp = (await erp.ListAsync<Order>()).Single().Stamp;
        var memories = (new TestMemory(), new TestMemory(), new TestMemory());
        (await RoundAsync(erp, memories)).Should().Equal([order, invoice, note], "what was never looked at may have changed");
        (await RoundAsync(erp, memories)).Should().BeEmpty();

        erp.Clock.Advance(TimeSpan.FromMinutes(5));
        Link(erp, order, invoice, note, (2, "BILLING"), (1, "SHIPPING"));

        (await erp.ChangedAsync<Order>(cursor)).Should().BeEmpty("a link has no date");
        (await erp.ListAsync<Order>()).Single().Stamp.Should().Be(stamp, "a list tells the contacts and not their roles");
        (await RoundAsync(erp, memories)).Should().Equal(order, invoice, note);
        (await erp.FindAsync<Order>(order.Value)).Value.BillTo!.LastName.Should().Be("Martin");
        (await RoundAsync(erp, memories)).Should().BeEmpty();
    }

    [Fact]
    public async Task Sweep_of_roles_takes_one_request_per_open_document_and_forgets_those_that_were_closed()
    {
        await using var erp = await StartAsync("23.0.0-beta");
        var orders = new List<RemoteId>();
        for (var number = 0; number < 3; number++)
            orders.Add((await erp.CreateAsync(Trade.Order(Trade.Line(1, 1, 10)), $"main:shop:order:{number}")).Written());
        erp.State.Orders[orders[0].Number()].Contacts.Add((1, "BILLING"));
        erp.State.Orders[orders[1].Number()].Contacts.Add((1, "BILLING"));
        var sweeper = erp.Connector.Get<ISweeper<Order>>();
        var memory = new TestMemory();
        await erp.ListAsync<Order>();
        var before = erp.Meter.Requests;

        (await sweeper.SweepAsync(memory, 1, CancellationToken.None)).Should().Equal(orders[0]);
        ((erp.Meter.Requests - before).Data, sweeper.RequestsPerRound).Should().Be((1, 2), "one of the two that have contacts");
        (await sweeper.SweepAsync(memory, 1, CancellationToken.None)).Should().Equal(orders[1]);
        memory.Texts.Keys.Should().Contain("document:1").And.Contain("document:2");

        await erp.UpdateAsync(await erp.FindAsync<Order>(orders[0].Value), value => value with { Stage = OrderStage.Completed }, nameof(Order.Stage));
        await erp.ListAsync<Order>();
        await sweeper.SweepAsync(memory, 1, CancellationToken.None);

        (memory.Texts.ContainsKey("document:1"), memory.Texts.ContainsKey("document:2"), sweeper.RequestsPerRound).Should().Be((false, true, 1));
    }

    private static Task<Erp> StartAsync(string version, Action<DolibarrState>? seed = null) => Trade.StartAsync(server: server => server.Version = version, seed: state =>
    {
        state.AddContact(contact => (contact["lastname"], contact["firstname"], contact["socid"], contact["address"], contact["zip"], contact["town"], contact["country_id"]) = ("Martin", "Paul", "1", "2 rue Basse", "69001", "Lyon", "1"));
        seed?.Invoke(state);
    });

    private static void Link(Erp erp, RemoteId order, RemoteId invoice, RemoteId note, params (int Contact, string Role)[] links)
    {
        foreach (var contacts in new[] { erp.State.Orders[order.Number()].Contacts, erp.State.Invoices[invoice.Number()].Contacts, erp.State.Invoices[note.Number()].Contacts })
        {
            contacts.Clear();
            foreach (var link in links)
                contacts.Add(link);
        }
    }

    private static async Task<List<RemoteId>> RoundAsync(Erp erp, (TestMemory Orders, TestMemory Invoices, TestMemory Notes) memories) =>
    [
        .. await erp.Connector.Get<ISweeper<Order>>().SweepAsync(memories.Orders, 5, CancellationToken.None),
        .. await erp.Connector.Get<ISweeper<Invoice>>().SweepAsync(memories.Invoices, 5, CancellationToken.None),
        .. await erp.Connector.Get<ISweeper<CreditNote>>().SweepAsync(memories.Notes, 5, CancellationToken.None),
    ];
}
