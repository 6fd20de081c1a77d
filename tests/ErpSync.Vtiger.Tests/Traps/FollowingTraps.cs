using System.Text.Json.Nodes;
using ErpSync.Sandbox;

namespace ErpSync.Vtiger.Tests;

/// <summary>What follows from orders: invoices, deals, accounts of guests; deleted lines, quotes, lost answers.</summary>
public sealed class FollowingTraps
{
    private static readonly CurrencyCode Euro = Documents.Euro;

    [Fact]
    public async Task Invoicing_status_makes_one_invoice_and_no_second()
    {
        await using var crm = await OrderSeeds.StartAsync(options =>
        {
            options.InvoiceOrders[OrderStage.Confirmed] = "Approved";
            options.InvoiceOrders[OrderStage.Completed] = "Paid";
            options.InvoiceOrders[OrderStage.Cancelled] = "Cancel";
        });
        var order = await crm.CreatedAsync(await OrderSeeds.OrderAsync(crm, Documents.Line(OrderSeeds.Product(crm.State, "A"), 2, 10, 10)));
        (await crm.RecordsAsync<Invoice>()).Should().BeEmpty();
        foreach (var stage in new[] { OrderStage.Confirmed, OrderStage.Completed, OrderStage.Completed })
            order = await crm.UpdatedAsync(order, value => value with { Stage = stage }, nameof(Order.Stage));
        var invoice = (await crm.RecordsAsync<Invoice>()).Should().ContainSingle().Subject.Value;
        invoice.Order!.Value.Id.Should().Be(order.Id);
        invoice.TotalGross.Should().Be(order.Value.TotalGross);
        invoice.Stage.Should().Be(InvoiceStage.Paid, "a later status moves the invoice too");
        await crm.UpdatedAsync(order, value => value with { Stage = OrderStage.Cancelled }, nameof(Order.Stage));
        (await crm.RecordsAsync<Invoice>()).Should().ContainSingle().Which.Value.Stage.Should().Be(InvoiceStage.Cancelled);
    }

    [Fact]
    public async Task Order_that_is_cancelled_before_it_was_invoiced_gets_no_invoice()
    {
        await using var crm = await OrderSeeds.StartAsync(options => options.InvoiceOrders[OrderStage.Cancelled] = "Cancel");
        var order = await crm.CreatedAsync(await OrderSeeds.OrderAsync(crm, Documents.Line(OrderSeeds.Product(crm.State, "A"), 2, 10, 10)));
        await crm.UpdatedAsync(order, value => value with { Stage = OrderStage.Cancelled }, nameof(Order.Stage));
        (await crm.RecordsAsync<Invoice>()).Should().BeEmpty();
    }

    [Fact]
    public async Task Deal_of_an_order_is_made_once_and_linked_to_the_account()
    {
        await using var crm = await OrderSeeds.StartAsync(options => options.DealPrefix = "Commande boutique no");
        var order = await crm.CreatedAsync(await OrderSeeds.OrderAsync(crm, Documents.Line(OrderSeeds.Product(crm.State, "A"), 2, 10, 10)));
        var deal = (await crm.RecordsAsync<Deal>()).Should().ContainSingle().Subject;
        deal.Value.Should().Match<Deal>(value => value.Name == "Commande boutique no1000" && value.Customer == order.Value.Customer && value.Stage == "Closed Won" && value.Amount == new Money(22, Euro));
        order.Value.Deal!.Value.Id.Should().Be(deal.Id);
    }

    [Fact]
    public async Task Buyer_without_account_is_found_by_e_mail_or_becomes_a_contact_with_an_account()
    {
        await using var crm = await OrderSeeds.StartAsync();
        var order = (await OrderSeeds.OrderAsync(crm, Documents.Line(OrderSeeds.Product(crm.State, "A"), 1, 10, 10))) with { Customer = null, Email = "guest@example.org", BillTo = new PostalAddress { FirstName = "Eva", LastName = "Braun", Line1 = "x" } };
        var first = await crm.CreatedAsync(order with { Reference = "1" }, "t:1");
        var second = await crm.CreatedAsync(order with { Reference = "2" }, "t:2");
        second.Value.Customer.Should().Be(first.Value.Customer);
        (await crm.RecordsAsync<Contact>()).Where(contact => contact.Value.Email == "guest@example.org").Should().ContainSingle().Which.Value.LastName.Should().Be("Braun");
        crm.State.Records.Values.Should().ContainSingle(record => record.Module == "Accounts" && record["accountname"] == "Braun Eva");
    }

    [Fact]
    public async Task Deleted_line_that_bumped_no_date_is_found_by_the_sweep()
    {
        await using var crm = await OrderSeeds.StartAsync();
        var (one, other) = (OrderSeeds.Product(crm.State, "A"), OrderSeeds.Product(crm.State, "B"));
        var order = await crm.CreatedAsync(await OrderSeeds.OrderAsync(crm, Documents.Line(one, 1, 10, 10), Documents.Line(other, 1, 20, 10)));
        var (sweeper, memory) = (crm.Connector.Get<ISweeper<Order>>(), new TestMemory());
        (await sweeper.SweepAsync(memory, 5, CancellationToken.None)).Should().BeEmpty();
        crm.State.Find(order.Id.Value)!["hdnGrandTotal"] = "11.00000000";
        (await sweeper.SweepAsync(memory, 5, CancellationToken.None)).Should().Equal(order.Id);
    }

    [Fact]
    public async Task Quotes_are_made_read_and_changed_and_purchase_orders_are_read()
    {
        await using var crm = await OrderSeeds.StartAsync();
        var product = OrderSeeds.Product(crm.State, "A", "tax1");
        var customer = await crm.CreatedAsync(new Customer { Company = "ACME" });
        var quote = await crm.CreatedAsync(new Quote { Subject = "Q 1", Customer = new Ref(EntityKind.Customer, customer.Id), ValidUntil = new DateOnly(2026, 12, 31), Lines = [Documents.Line(product, 3, 10, 4.5m)] });
        quote.Value.TotalGross.Should().Be(new Money(31.35m, Euro));
        quote.Value.Stage.Should().Be("Created");
        (await crm.UpdatedAsync(quote, value => value with { Stage = "Accepted" }, nameof(Quote.Stage))).Value.Should().Match<Quote>(value => value.Stage == "Accepted" && value.Lines.Count == 1);
        var vendor = crm.State.Add("Vendors", new JsonObject { ["vendorname"] = "Maker" });
        crm.State.Add("PurchaseOrder", new JsonObject { ["subject"] = "PO 1", ["vendor_id"] = vendor.Id, ["postatus"] = "Created", ["bill_street"] = "x", ["ship_street"] = "x", ["hdnTaxType"] = "group", ["currency_id"] = "21x1", ["conversion_rate"] = "1", ["productid"] = product, ["LineItems"] = new JsonArray(new JsonObject { ["productid"] = product, ["quantity"] = "5", ["listprice"] = "4" }) });
        var purchase = (await crm.RecordsAsync<PurchaseOrder>()).Should().ContainSingle().Subject.Value;
        purchase.Should().Match<PurchaseOrder>(value => value.Status == "Created" && value.Lines.Count == 1 && value.TotalGross == new Money(20, Euro));
        crm.Connector.Find<ICreator<PurchaseOrder>>().Should().BeNull();
    }

    [Fact]
    public async Task Lost_answer_to_a_new_order_is_an_unknown_outcome_and_the_order_is_found_by_its_subject()
    {
        await using var crm = await OrderSeeds.StartAsync();
        var order = await OrderSeeds.OrderAsync(crm, Documents.Line(OrderSeeds.Product(crm.State, "A"), 1, 10, 10));
        crm.Server.Faults.Add(new Fault(FaultKind.ErrorAfterCommit) { Method = "POST" });
        (await crm.RefusedAsync(order)).Kind.Should().Be(ProblemKind.OutcomeUnknown);
        (await crm.Connector.Get<IKeyFinder<Order>>().FindByKeyAsync(["1000"], CancellationToken.None).ToListAsync()).Should().ContainSingle();
    }
}
