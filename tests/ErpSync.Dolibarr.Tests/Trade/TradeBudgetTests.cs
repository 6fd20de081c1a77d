namespace ErpSync.Dolibarr.Tests;

/// <summary>The published request budgets of parties and documents, counted at the connection's own meter and in the server's log.</summary>
public sealed class TradeBudgetTests
{
    [Fact]
    public async Task Order_of_8_lines_with_shipping_and_discount_is_validated_in_3_requests()
    {
        await using var erp = await WarmAsync();
        var before = erp.Meter.Requests.Data;

        (await erp.CreateAsync(Eight())).Written();

        (erp.Meter.Requests.Data - before).Should().BeLessThanOrEqualTo(4).And.Be(3);
        (erp.State.Orders.Last().Status, erp.State.Orders.Last().Lines.Count).Should().Be((1, 8));
    }

    [Fact]
    public async Task Each_linked_contact_costs_one_request_more()
    {
        await using var erp = await WarmAsync();
        var address = new PostalAddress { FirstName = "Anne", LastName = "Dupont", Line1 = "1 rue Haute", Postcode = "75001", City = "Paris", Country = "FR" };
        var contact = new Ref(EntityKind.Address, new RemoteId("1"));
        var before = erp.Meter.Requests.Data;

        (await erp.CreateAsync(Eight() with { BillTo = address, BillingAddress = contact, DeliverTo = address, DeliveryAddress = contact })).Written();

        (erp.Meter.Requests.Data - before).Should().BeLessThanOrEqualTo(4 + 2);
        erp.State.Orders.Last().Contacts.Should().BeEquivalentTo([(1, "BILLING"), (1, "SHIPPING")]);
    }

    [Fact]
    public async Task Invoice_with_its_payment_takes_5_requests()
    {
        await using var erp = await WarmAsync();
        var order = (await erp.CreateAsync(Eight())).Written();
        var before = erp.Meter.Requests.Data;

        var invoice = (await erp.CreateAsync(Trade.Invoice(Eight(), order.Ref<Order>()))).Written();
        (await erp.CreateAsync(Trade.Payment(invoice, Eight().TotalGross!.Value.Amount), "main:shop:payment:1")).Written();

        (erp.Meter.Requests.Data - before).Should().BeLessThanOrEqualTo(5);
        var stored = (await erp.FindAsync<Invoice>(invoice.Value)).Value;
        (stored.Stage, stored.Order, stored.Token).Should().Be((InvoiceStage.Paid, order.Ref<Order>(), "main:shop:x:1"));
    }

    [Fact]
    public async Task Customer_with_a_contact_takes_4_requests()
    {
        await using var erp = await WarmAsync();
        var before = erp.Meter.Requests.Data;

        var customer = (await erp.CreateAsync(new Customer { FirstName = "Eve", LastName = "Roux", Email = "eve@example.org", IsCompany = false }, "main:shop:customer:9")).Written();
        (await erp.CreateAsync(new Contact { Customer = customer.Ref<Customer>(), FirstName = "Eve", LastName = "Roux", Email = "eve@example.org" }, "main:shop:contact:9")).Written();
        await erp.FindAsync<Customer>(customer.Value);

        (erp.Meter.Requests.Data - before).Should().BeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task Full_read_of_400_orders_takes_one_request_per_page()
    {
        await using var erp = await Trade.StartAsync(seed: static state =>
        {
            for (var number = 0; number < 400; number++)
                state.AddOrder("""{"socid":1,"date":1795305600,"lines":[{"qty":1,"subprice":"10","tva_tx":"20","product_type":0}]}""");
        });
        await erp.OpenAsync();
        var before = erp.Meter.Requests.Data;

        (await erp.RecordsAsync<Order>()).Should().HaveCount(400);

        (erp.Meter.Requests.Data - before).Should().BeLessThanOrEqualTo(3);
    }

    private static Order Eight() => Trade.Order(
        Trade.Line(1, 2, 10), Trade.Line(2, 1, 19.99m), Trade.Line(3, 3, 4.50m), Trade.Line(4, 1, 7, 5.5m), Trade.Line(5, 1, 12), Trade.Line(6, 2, 8),
        Trade.Line(0, 1, 4.90m, kind: LineKind.Shipping), Trade.Line(0, 1, -5, kind: LineKind.Discount));

    // The reference books of the run are read once, before anything is counted.
    private static async Task<Erp> WarmAsync()
    {
        var erp = await Trade.StartAsync();
        await erp.OpenAsync();
        var warm = (await erp.CreateAsync(Trade.Invoice(Trade.Order(Trade.Line(1, 1, 1))), "main:shop:warm:1")).Written();
        (await erp.CreateAsync(Trade.Payment(warm, 1), "main:shop:warm:2")).Written();
        await erp.RecordsAsync<Contact>();
        return erp;
    }
}
