namespace ErpSync.Recipes.Tests.Vtiger;

/// <summary>Section F of the list: updates of orders.</summary>
public sealed class StatusRuleTests
{
    [Fact]
    public async Task Vtiger_F1_Status_of_an_order_that_was_never_carried_makes_nothing()
    {
        await using var world = await VtigerWorld.StartAsync(o => o.OrdersAfter = new RemoteId("1"));
        var old = world.TwoLines(VtigerWorld.Waiting);
        old.Id.Should().Be(1);
        await world.OrdersAsync();
        world.Shop.Sales.ChangeState(old.Id, VtigerWorld.Paid);
        await world.OrdersAsync();
        world.In("SalesOrder").Should().BeEmpty();
    }

    [Fact]
    public async Task Vtiger_F2_Invoicing_status_makes_the_invoice_of_the_order()
    {
        await using var world = await VtigerWorld.StartAsync();
        await WalkAsync(world, VtigerWorld.Waiting, VtigerWorld.Paid);
        var invoice = world.Only("Invoice");
        invoice["salesorder_id"].Should().Be(world.Only("SalesOrder").Id);
        invoice["hdnGrandTotal"].Should().Be(world.Only("SalesOrder")["hdnGrandTotal"]);
    }

    [Fact]
    public async Task Vtiger_F3_Paid_shipped_and_delivered_give_exactly_one_invoice()
    {
        await using var world = await VtigerWorld.StartAsync();
        await WalkAsync(world, VtigerWorld.Waiting, VtigerWorld.Paid, VtigerWorld.Shipped, VtigerWorld.Delivered, VtigerWorld.Paid);
        world.In("Invoice").Should().ContainSingle();
    }

    [Fact]
    public async Task Vtiger_F4_Later_statuses_move_the_invoice_too()
    {
        await using var world = await VtigerWorld.StartAsync();
        await WalkAsync(world, VtigerWorld.Paid);
        world.Only("Invoice")["invoicestatus"].Should().Be("AutoCreated");
        await WalkAsync(world, VtigerWorld.Delivered);
        world.Only("Invoice")["invoicestatus"].Should().Be("Paid");
    }

    [Fact]
    public async Task Vtiger_F5_Statuses_are_mapped_and_one_that_the_picklist_lacks_is_told()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world => world.Crm.SetPicklist("SalesOrder", "sostatus", "Created", "Approved", "Cancelled"));
        (await world.CheckAsync()).Should().Contain(finding => finding.Code == "vtiger.picklist-value-missing" && finding.Message.Contains("Delivered", StringComparison.Ordinal));
        await WalkAsync(world, VtigerWorld.Waiting);
        world.Only("SalesOrder")["sostatus"].Should().Be("Created");
        await WalkAsync(world, VtigerWorld.Delivered);
        world.Only("SalesOrder")["sostatus"].Should().Be("Delivered");
    }

    [Fact]
    public async Task Vtiger_F5_Status_without_a_map_is_told_and_leaves_the_CRM_as_it_is()
    {
        await using var world = await VtigerWorld.StartAsync(options: o => o.OrderStatuses.Remove("Delivered"));
        await WalkAsync(world, VtigerWorld.Paid);
        world.Shop.Sales.ChangeState(world.Shop.Sales.Orders.First().Id, VtigerWorld.Delivered);
        var run = await world.TryFeedAsync("orders");
        run.Messages.Should().Contain(message => message.Contains("Completed", StringComparison.Ordinal));
        world.Only("SalesOrder")["sostatus"].Should().Be("Approved");
    }

    [Fact]
    public async Task Vtiger_F6_Removed_line_leaves_the_order_and_its_invoice_and_the_stock_is_right()
    {
        await using var world = await VtigerWorld.StartAsync();
        var order = world.TwoLines(VtigerWorld.Paid);
        await world.OrdersAsync();
        world.In("Products").Sum(product => decimal.Parse(product["qtyinstock"], System.Globalization.CultureInfo.InvariantCulture)).Should().Be(-3);
        world.LeaveOneLine(order);
        await world.OrdersAsync();
        world.Only("SalesOrder")["hdnGrandTotal"].Should().StartWith("24");
        var live = world.In("Invoice").Where(invoice => invoice["invoicestatus"] != "Cancel").Should().ContainSingle("vtiger miscounts the stock when lines of an invoice change, so that it is replaced").Subject;
        live["hdnGrandTotal"].Should().StartWith("24");
        live["salesorder_id"].Should().Be(world.Only("SalesOrder").Id);
        world.In("Products").Sum(product => decimal.Parse(product["qtyinstock"], System.Globalization.CultureInfo.InvariantCulture)).Should().Be(-2);
        await world.OrdersAsync();
        world.In("Invoice").Should().HaveCount(2);
    }

    [Theory]
    [InlineData(true, "36")]
    [InlineData(false, "24")]
    public async Task Vtiger_F7_Changed_quantity_goes_over_where_the_option_says_so(bool changes, string total)
    {
        await using var world = await VtigerWorld.StartAsync(o => o.ChangedLines = changes);
        var order = world.Order(world.Register(), VtigerWorld.Waiting, (world.Product("MUG"), 2));
        await world.OrdersAsync();
        world.Amounts(order, world.Shop.Sales.Details.First(), 3);
        await world.TryFeedAsync("orders");
        world.Only("SalesOrder")["hdnGrandTotal"].Should().StartWith(total);
    }

    [Fact]
    public async Task Vtiger_F8_Order_that_is_cancelled_after_invoicing_sets_the_invoices_status_and_deletes_nothing()
    {
        await using var world = await VtigerWorld.StartAsync();
        await WalkAsync(world, VtigerWorld.Paid, VtigerWorld.Cancelled);
        world.Only("Invoice")["invoicestatus"].Should().Be("Cancel");
        world.Only("SalesOrder")["sostatus"].Should().Be("Cancelled");
    }

    private static async Task WalkAsync(VtigerWorld world, params int[] states)
    {
        foreach (var state in states)
        {
            if (world.Shop.Sales.Orders.FirstOrDefault() is { } order)
                world.Shop.Sales.ChangeState(order.Id, state);
            else
                world.TwoLines(state);
            await world.OrdersAsync();
        }
    }
}
