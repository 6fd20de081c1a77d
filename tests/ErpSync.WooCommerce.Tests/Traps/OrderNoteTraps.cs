using System.Text.Json.Nodes;
using ErpSync.Sandbox;

namespace ErpSync.WooCommerce.Tests;

/// <summary>Notes of orders: read when asked for, a request per order, and what is wrong with one order's stays with it.</summary>
public sealed class OrderNoteTraps
{
    [RecordingFact]
    public void Recorded_notes_are_messages_oldest_first_and_those_to_the_customer_are_told_apart()
    {
        var messages = OrderNotes.Read(Recorded.Body("order-notes-list"), new RemoteId("1047"));

        messages.Should().HaveCount(15).And.BeInAscendingOrder(message => message.At);
        messages.Should().ContainSingle(message => !message.IsPrivate && message.Text == "Suivi: https://track.example.test/?n=AB123&x=1");
        messages[^1].Should().Be(new DocumentMessage { At = new DateTimeOffset(2026, 11, 22, 3, 34, 3, TimeSpan.Zero), Author = "WooCommerce", IsPrivate = true, Text = "Email \"Customer note\" sent." });
    }

    [Fact]
    public async Task Notes_come_with_their_order_when_they_are_asked_for()
    {
        await using var shop = await StartAsync(isAsked: true);

        var orders = await shop.RecordsAsync<Order>();

        orders[0].Value.Messages.Select(message => (message.Text, message.IsPrivate, message.Author)).Should().Equal(("Packed & ready", true, "admin"), ("On its way", false, "Zoé"));
        orders[1].Value.Messages.Should().BeEmpty();
        shop.Connector.Get<IKind<Order>>().Profile.ReadFields.Should().Contain(nameof(Order.Messages));
        (await shop.FindAsync<Order>(orders[0].Id.Value)).Value.Messages.Should().HaveCount(2);
        shop.Server.Requests.Snapshot().Count(request => request.Path.EndsWith("/notes", StringComparison.Ordinal)).Should().Be(4, "three orders and one found again");
    }

    [Fact]
    public async Task Notes_cost_no_request_unless_they_are_asked_for()
    {
        await using var shop = await StartAsync(isAsked: false);

        (await shop.RecordsAsync<Order>()).Should().HaveCount(3);

        shop.Server.Requests.Snapshot().Should().NotContain(request => request.Path.EndsWith("/notes", StringComparison.Ordinal));
        shop.Connector.Get<IKind<Order>>().Profile.ReadFields.Should().NotContain(nameof(Order.Messages));
    }

    [Theory]
    [InlineData(FaultKind.ErrorBeforeCommit)]
    [InlineData(FaultKind.TruncatedBody)]
    public async Task Order_whose_notes_cannot_be_read_is_parked_alone(FaultKind fault)
    {
        await using var shop = await StartAsync(isAsked: true);
        var ids = shop.State.Orders.Keys.ToList();
        shop.Server.Faults.Add(new Fault(fault) { PathContains = $"orders/{ids[1]}/notes", Times = 20 });

        var results = await shop.ReadAsync<Order>();

        results.Should().HaveCount(3);
        results[1].Problem!.Should().BeEquivalentTo(new { Id = RemoteId.From(ids[1]), EntityKind = EntityKind.Order, Field = nameof(Order.Messages), Connection = "shop" });
        new[] { results[0], results[2] }.Should().OnlyContain(result => result.Record != null);
    }

    [Fact]
    public async Task Shop_that_is_down_stops_the_read_and_blames_no_order()
    {
        await using var shop = await StartAsync(isAsked: true);
        shop.Server.Faults.Add(new Fault(FaultKind.MaintenancePage) { PathContains = "/notes", Times = int.MaxValue });

        var read = () => shop.ReadAsync<Order>();

        (await read.Should().ThrowAsync<ConnectorException>()).Which.Problem.Kind.Should().Be(ProblemKind.Unavailable);
    }

    private static async Task<Shop> StartAsync(bool isAsked)
    {
        var shop = await Shop.StartAsync(options => options.OrderNotes = isAsked, seed: state =>
        {
            for (var number = 0; number < 3; number++)
                state.AddOrder(new JsonObject());
            state.AddOrderNote(state.Orders.Keys.First(), "Packed &amp; ready");
            state.AddOrderNote(state.Orders.Keys.First(), "On its way", isForCustomer: true, author: "Zoé");
        });
        await shop.OpenAsync();
        return shop;
    }
}
