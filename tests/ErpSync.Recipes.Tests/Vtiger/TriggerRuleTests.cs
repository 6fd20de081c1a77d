namespace ErpSync.Recipes.Tests.Vtiger;

/// <summary>Section A of the list: what starts a write in the CRM.</summary>
public sealed class TriggerRuleTests
{
    [Fact]
    public async Task Vtiger_A1_Registration_reaches_the_CRM()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world => world.Register());
        await world.CustomersAsync();
        world.Counts.Should().Be("1 leads, 0 contacts, 0 accounts, 0 products, 0 orders, 0 invoices");
    }

    [Fact]
    public async Task Vtiger_A2_Login_that_is_signalled_brings_a_customer_over_whom_the_CRM_lacks()
    {
        await using var world = await VtigerWorld.StartAsync();
        var customer = world.Register();
        await world.Host.Signals.SignalAsync("main", EntityKind.Customer, RemoteId.From(customer.Id), SignalEvent.LoggedIn);
        world.Counts.Should().StartWith("0 leads");
        await world.Host.Signals.CarryOverAsync("main");
        world.Counts.Should().StartWith("1 leads");
    }

    [Fact]
    public async Task Vtiger_A3_Order_reaches_the_CRM_with_all_that_it_needs()
    {
        await using var world = await VtigerWorld.StartAsync();
        world.TwoLines(VtigerWorld.Waiting);
        await world.OrdersAsync();
        world.Counts.Should().Be("0 leads, 1 contacts, 1 accounts, 2 products, 1 orders, 0 invoices");
    }

    [Fact]
    public async Task Vtiger_A4_New_product_reaches_the_CRM()
    {
        await using var world = await VtigerWorld.StartAsync();
        world.Product("MUG");
        await world.FeedAsync("products");
        world.Only("Products")["productcode"].Should().Be("MUG");
    }

    [Fact]
    public async Task Vtiger_A5_All_products_go_over_by_hand()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world => Enumerable.Range(0, 12).ToList().ForEach(number => world.Product($"P{number}")));
        await world.FeedAsync("export-products");
        world.In("Products").Should().HaveCount(12);
    }

    [Fact]
    public async Task Vtiger_A6_All_customers_go_over_by_hand()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world =>
        {
            world.Register();
            world.Register("Bob", "Berg", "bob@example.org");
        });
        await world.FeedAsync("export-customers");
        world.In("Leads").Should().HaveCount(2);
    }

    [Fact]
    public async Task Vtiger_A7_Change_of_an_orders_status_reaches_the_CRM()
    {
        await using var world = await VtigerWorld.StartAsync();
        var order = world.TwoLines(VtigerWorld.Waiting);
        await world.OrdersAsync();
        world.Only("SalesOrder")["sostatus"].Should().Be("Created");
        world.Shop.Sales.ChangeState(order.Id, VtigerWorld.Paid);
        await world.OrdersAsync();
        world.Only("SalesOrder")["sostatus"].Should().Be("Approved");
    }

    [Fact]
    public async Task Vtiger_A8_Line_that_is_removed_from_an_order_is_removed_in_the_CRM()
    {
        await using var world = await VtigerWorld.StartAsync();
        var order = world.TwoLines(VtigerWorld.Waiting);
        await world.OrdersAsync();
        world.LeaveOneLine(order);
        await world.OrdersAsync();
        world.Crm.Lines.Should().ContainSingle();
    }

    [Fact]
    public async Task Vtiger_A9_Currency_links_are_looked_at_anew_with_each_check()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world => world.Shop.AddCurrency("GBP", 0.85m));
        (await world.CheckAsync()).Should().Contain(finding => finding.Code == "recipes.currency-missing" && finding.Message.Contains("GBP", StringComparison.Ordinal));
        world.Crm.AddCurrency("GBP", "Pound", "£", 0.85m);
        (await world.CheckAsync()).Should().NotContain(finding => finding.Code == "recipes.currency-missing");
    }

    [Fact]
    public async Task Vtiger_A10_Edits_and_deletions_of_products_and_orders_and_stock_and_addresses_change_nothing_in_the_classic_preset()
    {
        await using var world = await VtigerWorld.StartAsync();
        var order = world.TwoLines(VtigerWorld.Waiting);
        var product = world.Shop.Products.First();
        await world.FeedAsync("products");
        await world.OrdersAsync();
        var before = Picture(world);
        (product.Price, product.Name["en"]) = (99, "Changed");
        world.Touch(product);
        world.Shop.SetStock(product.Id, 77);
        world.Touch(world.Shop.Sales.Addresses.First().With(("city", "Lyon")));
        world.Shop.Sales.RemoveOrder(order.Id);
        await world.FeedAsync("products");
        await world.OrdersAsync();
        Picture(world).Should().Equal(before);
    }

    [Fact]
    public async Task Vtiger_A10_Edits_of_products_and_stock_go_over_where_the_options_say_so()
    {
        await using var world = await VtigerWorld.StartAsync(o => (o.ProductEdits, o.StockChanges) = (true, true));
        var product = world.Product("MUG");
        await world.FeedAsync("products");
        product.Price = 99;
        world.Touch(product);
        world.Shop.SetStock(product.Id, 77);
        await world.FeedAsync("products");
        await world.FeedAsync("stock");
        world.Only("Products")["unit_price"].Should().StartWith("99");
        world.Only("Products")["qtyinstock"].Should().StartWith("77");
    }

    private static List<string> Picture(VtigerWorld world) =>
        [.. world.In("Products").Select(product => $"{product["productname"]} {product["unit_price"]} {product["qtyinstock"]}"), .. world.In("SalesOrder").Select(order => order["subject"]), .. world.In("Accounts").Select(account => account["bill_city"])];
}
