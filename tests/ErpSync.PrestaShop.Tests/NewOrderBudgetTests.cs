namespace ErpSync.PrestaShop.Tests;

/// <summary>What one new order takes that has more than lines: words of the customer, vouchers, or both. Counted with the poll.</summary>
public sealed class NewOrderBudgetTests
{
    public static TheoryData<string> Versions => ["9.1.4", "8.2.1", "1.7.8"];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task One_new_order_with_a_message_of_the_customer_takes_at_most_eight_requests_the_poll_and_the_listing_included(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var cursor = await BeginAsync(shop);
        Converse(shop, Place(shop, withVoucher: false));

        var (order, polled, listed) = await CountAsync(shop, cursor);

        order.Messages.Select(message => message.Text).Should().Equal("Please ring twice", "Paid with card 1234");
        polled.Should().BeLessThanOrEqualTo(7);
        listed.Should().BeLessThanOrEqualTo(8);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task One_new_order_with_two_vouchers_takes_at_most_eight_requests_the_poll_included(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var cursor = await BeginAsync(shop);
        Place(shop, withVoucher: true);

        var (order, polled, _) = await CountAsync(shop, cursor);

        order.Lines.Where(line => line.Kind == LineKind.Discount).Select(line => line.Reference).Distinct().Should().BeEquivalentTo("ERP10", "LOYAL");
        order.Check().Verdict.Should().Be(TotalsVerdict.Equal);
        polled.Should().BeLessThanOrEqualTo(8);
    }

    /// <summary>Nine tables hold such an order, and the webservice joins none: nine requests are the least.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public async Task One_new_order_with_messages_and_vouchers_takes_one_request_for_each_table_that_holds_it(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var cursor = await BeginAsync(shop);
        Converse(shop, Place(shop, withVoucher: true));
        shop.Server.Requests.Clear();

        var (order, polled, _) = await CountAsync(shop, cursor);

        order.Messages.Should().HaveCount(2);
        order.Lines.Should().Contain(line => line.Kind == LineKind.Discount);
        polled.Should().Be(9);
        string[] tables = ["orders", "order_details", "order_cart_rules", "cart_rules", "addresses", "customers", "customer_threads", "customer_messages", "messages"];
        shop.Server.Requests.Snapshot().Select(request => request.Path.Split('/')[^1]).Where(tables.Contains).Should().BeEquivalentTo([.. tables, "orders"], "the second of orders is the listing");
    }

    [Fact]
    public async Task Five_new_orders_with_messages_and_vouchers_take_no_more_requests_than_one()
    {
        await using var shop = await Shop.StartAsync();
        var cursor = await BeginAsync(shop);
        for (var number = 0; number < 5; number++)
            Converse(shop, Place(shop, withVoucher: true));
        var before = Spent(shop);

        var changed = await shop.Connector.Get<IChangeReader<Order>>().ReadChangedAsync(cursor, CancellationToken.None).ToListAsync();

        changed.Should().HaveCount(5).And.OnlyContain(result => result.Record!.Value.Messages.Count == 2);
        (Spent(shop) - before).Should().Be(9);
    }

    [Fact]
    public async Task A_product_that_was_deleted_right_after_it_was_ordered_is_noticed_when_the_order_is_read_by_its_id()
    {
        await using var shop = await Shop.StartAsync();
        var cursor = await BeginAsync(shop);
        var id = Place(shop, withVoucher: false);
        var state = shop.Server.State;
        state.RemoveProduct(state.Products.First(product => product.Reference == "MUG").Id);

        var polled = (await shop.Connector.Get<IChangeReader<Order>>().ReadChangedAsync(cursor, CancellationToken.None).ToListAsync()).Single().Record!.Value;
        var found = (await shop.FindAsync<Order>(id.ToString(System.Globalization.CultureInfo.InvariantCulture))).Single().Value;

        polled.Lines[0].Product.Should().NotBeNull("the goods of an order that was placed just now are not looked for");
        (found.Lines[0].Product, found.Lines[0].Reference).Should().Be((null, "MUG"));
    }

    [Fact]
    public async Task A_product_that_was_deleted_is_noticed_when_a_poll_finds_an_order_that_is_older_than_a_quarter_of_an_hour()
    {
        await using var shop = await Shop.StartAsync();
        var cursor = await BeginAsync(shop);
        Place(shop, withVoucher: false);
        var state = shop.Server.State;
        state.RemoveProduct(state.Products.First(product => product.Reference == "MUG").Id);
        shop.Clock.Advance(TimeSpan.FromMinutes(16));
        await shop.OpenAsync();

        var polled = (await shop.Connector.Get<IChangeReader<Order>>().ReadChangedAsync(cursor, CancellationToken.None).ToListAsync()).Single().Record!.Value;

        polled.Lines[0].Product.Should().BeNull();
    }

    private static long Spent(Shop shop) => shop.Connector.Get<IRequestMeter>().Requests.Data;

    private static async Task<string> BeginAsync(Shop shop)
    {
        SalesSeed.Order(shop.Server.State);
        await shop.OpenAsync();
        shop.Clock.Advance(TimeSpan.FromHours(1));
        await shop.OpenAsync();
        var cursor = await shop.Connector.Get<IChangeReader<Order>>().TakeCursorAsync(CancellationToken.None);
        shop.Clock.Advance(TimeSpan.FromMinutes(5));
        return cursor;
    }

    private static int Place(Shop shop, bool withVoucher)
    {
        var sales = shop.Server.State.Sales;
        var shirt = shop.Server.State.Combinations.Single();
        return SalesSeed.Order(shop.Server.State, draft => draft with
        {
            Lines = [.. draft.Lines, new(shirt.ProductId, 1, shirt.Id)],
            Vouchers = withVoucher ? [(sales.AddCartRule("ERP10", "10 % off").Id, 1.2m, 1m), (sales.AddCartRule("LOYAL", "Thanks").Id, 0.6m, 0.5m)] : [],
        }).Id;
    }

    private static void Converse(Shop shop, int order)
    {
        shop.Server.State.Sales.AddMessage(order, "Please ring twice");
        shop.Server.State.Sales.AddOldMessage(order, "Paid with card 1234", isPrivate: true);
    }

    private static async Task<(Order Order, long Polled, long Listed)> CountAsync(Shop shop, string cursor)
    {
        await shop.OpenAsync();
        var changes = shop.Connector.Get<IChangeReader<Order>>();
        var before = Spent(shop);
        await changes.TakeCursorAsync(CancellationToken.None);
        var changed = await changes.ReadChangedAsync(cursor, CancellationToken.None).ToListAsync();
        var polled = Spent(shop) - before;
        await shop.ListAsync<Order>();
        return (changed.Should().ContainSingle().Which.Record!.Value, polled, Spent(shop) - before);
    }
}
