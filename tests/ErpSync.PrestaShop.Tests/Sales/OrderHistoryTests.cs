using System.Text;
using System.Text.Json;
using ErpSync.PrestaShop.Sales;

namespace ErpSync.PrestaShop.Tests;

/// <summary>The history of an order's states: read for showing, in UTC, oldest first.</summary>
public sealed class OrderHistoryTests
{
    /// <summary>order-histories-after, order-states-list, and what the changes of state answered.</summary>
    [RecordingsFact]
    public async Task The_recorded_history_goes_from_cheque_to_paid_twice_and_on_to_delivered()
    {
        foreach (var version in Recorded.Versions)
        {
            var rows = await Recorded.RowsAsync(version, "order-histories-after");

            var history = OrderHistory.Map(rows, await StatesAsync(version), RecordedRecords.Shop);

            history.Select(change => change.Id.Value).Should().Equal("10", "11", "12", "13", "14");
            history.Select(change => change.State!.Value.Id.Value).Should().Equal("1", "2", "2", "4", "5");
            history.Should().OnlyContain(change => change.State!.Value.Kind == EntityKind.OrderStatus && change.IsByEmployee == false);
            history.Select(change => change.StateName).Should().Equal("Awaiting check payment", "Payment accepted", "Payment accepted", "Shipped", "Delivered");
            history.Select(change => change.Stage).Should().Equal(OrderStage.Pending, OrderStage.Confirmed, OrderStage.Confirmed, OrderStage.Shipped, OrderStage.Completed);
            history.Should().BeInAscendingOrder(change => change.At).And.OnlyContain(change => change.At!.Value.Offset == TimeSpan.Zero);
            history[0].At!.Value.UtcDateTime.Should().BeCloseTo(new DateTime(2026, 11, 22, 3, 54, 40, DateTimeKind.Utc), TimeSpan.FromSeconds(20), $"{version}: Paris is an hour ahead in winter");
        }
    }

    /// <summary>order-histories-create-shipped, -cancel, -reopen, -same: one row each, as XML.</summary>
    [RecordingsTheory]
    [InlineData("order-histories-create-same", "2")]
    [InlineData("order-histories-create-shipped", "4")]
    [InlineData("order-histories-create-cancel", "6")]
    [InlineData("order-histories-create-reopen", "2")]
    public async Task A_recorded_change_of_state_is_read_from_its_answer_too(string name, string state)
    {
        foreach (var version in Recorded.Versions)
        {
            var rows = WireXml.Rows(System.Xml.Linq.XDocument.Parse(Recorded.One(version, name).Response!.Body!));

            OrderHistory.Map(rows, await StatesAsync(version), RecordedRecords.Shop).Should().ContainSingle().Which.State.Should().Be(new Ref(EntityKind.OrderStatus, new RemoteId(state)), $"{version} {name}");
        }
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task The_states_of_one_order_are_read_in_one_request_when_the_run_knows_the_states(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var order = SalesSeed.Order(shop.Server.State);
        var other = SalesSeed.Order(shop.Server.State);
        var placed = shop.Clock.GetUtcNow();
        shop.Clock.Advance(TimeSpan.FromHours(2));
        shop.Server.State.Sales.ChangeState(order.Id, 2);
        shop.Server.State.Sales.ChangeState(other.Id, 6);
        shop.Clock.Advance(TimeSpan.FromHours(1));
        shop.Server.State.Sales.ChangeState(order.Id, 4);
        shop.Server.State.Sales.Histories.Last(row => row.Number("id_order") == order.Id).With(("id_employee", 3));
        await shop.OpenAsync();
        await shop.ReadAsync<OrderStatus>();
        shop.Server.Requests.Clear();

        var history = await HistoryAsync(shop, order.Id);

        history.Select(change => (change.State!.Value.Id.Value, change.StateName, change.Stage, change.IsByEmployee)).Should().Equal(
            ("10", "Awaiting bank wire payment", OrderStage.Pending, false), ("2", "Payment accepted", OrderStage.Confirmed, false), ("4", "Shipped", OrderStage.Shipped, true));
        history.Select(change => change.At).Should().Equal(placed, placed.AddHours(2), placed.AddHours(3));
        var request = shop.Server.Requests.Snapshot().Should().ContainSingle().Subject;
        (request.Method, request.Path.Split('/')[^1]).Should().Be(("GET", "order_histories"));
        Uri.UnescapeDataString(request.Query).Should().Contain($"filter[id_order]=[{order.Id}]").And.Contain("display=full");
    }

    [Fact]
    public async Task A_state_that_the_connector_wrote_stands_in_the_history_as_no_employees()
    {
        await using var shop = await Shop.StartAsync();
        SalesSeed.Order(shop.Server.State, draft => draft with { StateId = 2 });
        await shop.OpenAsync();
        var order = (await shop.ReadAsync<Order>()).Single();
        await shop.UpdateAsync((order, order.Value with { Stage = OrderStage.Shipped }, [nameof(Order.Stage)]));

        var history = await HistoryAsync(shop, 1);

        history[^1].Stage.Should().Be(OrderStage.Shipped);
        history[^1].IsByEmployee.Should().BeFalse();
    }

    [Fact]
    public async Task A_host_that_has_read_nothing_yet_gets_the_states_names_with_one_request_more()
    {
        await using var shop = await Shop.StartAsync();
        var order = SalesSeed.Order(shop.Server.State);
        await shop.OpenAsync();

        (await HistoryAsync(shop, order.Id)).Should().ContainSingle().Which.StateName.Should().NotBeNullOrEmpty();

        shop.Server.Requests.Snapshot().Select(request => request.Path.Split('/')[^1]).Should().Equal("order_histories", "order_states");
    }

    [Fact]
    public async Task A_state_marked_as_deleted_keeps_its_name_and_one_that_is_gone_keeps_its_id()
    {
        await using var shop = await Shop.StartAsync();
        var order = SalesSeed.Order(shop.Server.State, draft => draft with { StateId = 2 });
        shop.Server.State.Sales.ChangeState(order.Id, 4);
        shop.Server.State.Sales.OrderStates[2].With(("deleted", true));
        shop.Server.State.Sales.Histories.Last().With(("id_order_state", 77));
        await shop.OpenAsync();

        var history = await HistoryAsync(shop, order.Id);

        history.Select(change => (change.State!.Value.Id.Value, change.StateName, change.Stage)).Should().Equal(("2", "Payment accepted", OrderStage.Confirmed), ("77", null, null));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("no-number")]
    public async Task An_order_that_does_not_exist_has_no_history(string id)
    {
        await using var shop = await Shop.StartAsync();
        SalesSeed.Order(shop.Server.State);
        await shop.OpenAsync();

        (await shop.Connector.Get<IOrderHistory>().ReadAsync(new RemoteId(id), CancellationToken.None)).Should().BeEmpty();
    }

    [Fact]
    public void Zero_dates_no_employee_no_state_and_an_order_of_their_own_are_read()
    {
        var states = new OrderStateTable([], RecordedRecords.Shop);

        var history = OrderHistory.Map(
            [
                Row("""{"id":"12","id_employee":"3","id_order_state":"2","id_order":"8","date_add":"2026-07-01 12:00:00"}"""),
                Row("""{"id":10,"id_employee":false,"id_order_state":false,"id_order":8,"date_add":"0000-00-00 00:00:00"}"""),
                Row("""{"id":11,"id_order_state":"0","id_order":"8","date_add":null}"""),
            ],
            states,
            RecordedRecords.Shop);

        history.Select(change => change.Id.Value).Should().Equal("10", "11", "12");
        history.Select(change => change.At).Should().Equal(null, null, new DateTimeOffset(2026, 7, 1, 10, 0, 0, TimeSpan.Zero));
        history.Select(change => change.State).Should().Equal(null, null, new Ref(EntityKind.OrderStatus, new RemoteId("2")));
        history[1].IsByEmployee.Should().BeNull("the entry has no such column");
        history[2].IsByEmployee.Should().BeTrue();
        history.Should().OnlyContain(change => change.StateName == null && change.Stage == null);
    }

    [Fact]
    public async Task A_key_that_may_not_read_the_history_is_told_which_resource_it_lacks()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.ApiKey = "NOPAST00NOPAST00NOPAST00NOPAST00");
        shop.Server.Keys.Add("NOPAST00NOPAST00NOPAST00NOPAST00", key =>
        {
            foreach (var resource in new[] { "configurations", "languages", "currencies", "tax_rules", "tax_rule_groups", "taxes", "orders", "order_states" })
                key.Allow(resource, "GET");
        });
        var order = SalesSeed.Order(shop.Server.State);

        var read = () => HistoryAsync(shop, order.Id);

        var problem = (await read.Should().ThrowAsync<ConnectorException>()).Which.Problem;
        problem.Kind.Should().Be(ProblemKind.Denied);
        $"{problem.Message} {problem.Remedy}".Should().Contain("order_histories");
    }

    [Fact]
    public async Task Of_several_shops_one_reads_the_history_of_its_own_orders_only()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.ShopId = 1);
        var own = SalesSeed.Order(shop.Server.State);
        var elsewhere = SalesSeed.Order(shop.Server.State);
        shop.Server.State.AddShop("Outlet");
        elsewhere.With(("id_shop", 2));
        await shop.OpenAsync();

        (await HistoryAsync(shop, own.Id)).Should().ContainSingle();
        (await HistoryAsync(shop, elsewhere.Id)).Should().BeEmpty();
    }

    private static Task<IReadOnlyList<OrderStateChange>> HistoryAsync(Shop shop, int order) => shop.Connector.Get<IOrderHistory>().ReadAsync(RemoteId.From(order), CancellationToken.None);

    private static async Task<OrderStateTable> StatesAsync(string version) => new(await Recorded.RowsAsync(version, "order-states-list"), RecordedRecords.Shop);

    private static WireRow Row(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return WireJson.Row(ref reader);
    }
}
