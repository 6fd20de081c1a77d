using System.Text.Json.Nodes;
using ErpSync.Sandbox;
using ErpSync.Sandbox.Vtiger;

namespace ErpSync.Vtiger.Tests;

/// <summary>Orders, invoices, quotes and purchase orders: lines, taxes, currencies, statuses.</summary>
public sealed class DocumentTraps
{
    private static readonly CurrencyCode Euro = Documents.Euro;

    [Fact]
    public async Task Limit_counts_lines_in_a_query_of_everything_so_headers_are_named_and_every_order_comes_once()
    {
        await using var crm = await StartAsync();
        var id = Product(crm.State, "A", "tax1");
        var account = crm.State.Add("Accounts", new JsonObject { ["accountname"] = "ACME" });
        for (var number = 0; number < 60; number++)
            Seed(crm.State, account, $"bulk {number}", (id, 1, 10m), (id, 2, 5m), (id, 3, 1m));
        await crm.OpenAsync();
        var orders = await crm.RecordsAsync<Order>();
        orders.Select(order => order.Id).Distinct().Should().HaveCount(60);
        orders.Should().OnlyContain(order => order.Value.Lines.Count == 3);
    }

    [Fact]
    public async Task One_set_of_taxes_is_written_for_all_lines_and_needs_no_tax_on_the_product()
    {
        await using var crm = await StartAsync();
        var product = Product(crm.State, "A");
        var order = await crm.CreatedAsync(await OrderAsync(crm, Documents.Line(product, 2, 10, 12.5m)));
        crm.State.Find(order.Id.Value)!["hdnTaxType"].Should().Be("group");
        order.Value.TotalGross.Should().Be(new Money(22.5m, Euro));
        order.Value.Lines[0].Taxes.Should().Equal(new TaxRate(12.5m));
    }

    [Fact]
    public async Task Tax_of_a_line_that_its_product_lacks_is_refused_because_the_total_would_leave_it_out()
    {
        await using var crm = await StartAsync();
        var (one, other) = (Product(crm.State, "A", "tax1"), Product(crm.State, "B"));
        var problem = await crm.RefusedAsync(await OrderAsync(crm, Documents.Line(one, 1, 10, 4.5m), Documents.Line(other, 1, 10, 10)));
        problem.Code.Should().Be(VtigerCodes.TaxUnassigned);
        problem.Message.Should().Contain(other).And.Contain("10 %");
        (await crm.RecordsAsync<Order>()).Should().BeEmpty();
    }

    [Fact]
    public async Task Missing_tax_is_given_to_the_product_where_the_option_says_so_and_its_other_taxes_stay()
    {
        await using var crm = await StartAsync(options => options.AssignMissingTaxes = true);
        var (one, other) = (Product(crm.State, "A", "tax1"), Product(crm.State, "B", "tax3"));
        var order = await crm.CreatedAsync(await OrderAsync(crm, Documents.Line(one, 1, 10, 4.5m), Documents.Line(other, 1, 10, 10)));
        order.Value.TotalGross.Should().Be(new Money(21.45m, Euro));
        crm.State.Find(other)!.Taxes.Keys.Should().Equal("tax2", "tax3");
    }

    [Fact]
    public async Task Tax_on_tax_is_reckoned_where_one_set_holds_for_all()
    {
        await using var crm = await StartAsync();
        crm.State.AddTax("QST", 9.975m, 1);
        await crm.OpenAsync();
        var product = Product(crm.State, "A");
        var line = Documents.Line(product, 1, 100, 4.5m) with { Taxes = [new TaxRate(4.5m), new TaxRate(9.975m, true)], Tax = new Money(14.92m, Euro) };
        var order = await crm.CreatedAsync(await OrderAsync(crm, line));
        order.Value.TotalGross!.Value.Round(2).Amount.Should().Be(Math.Round(104.5m * 1.09975m, 2));
        order.Value.Lines[0].Taxes.Should().Equal(new TaxRate(4.5m), new TaxRate(9.975m, true));
    }

    [Fact]
    public async Task Tax_on_tax_beside_other_taxes_is_refused_because_vtiger_adds_it_up()
    {
        await using var crm = await StartAsync();
        crm.State.AddTax("QST", 9.975m, 1);
        await crm.OpenAsync();
        var (one, other) = (Product(crm.State, "A", "tax1"), Product(crm.State, "B", "tax2"));
        var problem = await crm.RefusedAsync(await OrderAsync(crm, Documents.Line(one, 1, 100) with { Taxes = [new TaxRate(4.5m), new TaxRate(9.975m, true)] }, Documents.Line(other, 1, 10, 10)));
        problem.Code.Should().Be(VtigerCodes.TaxesMixed);
    }

    [Fact]
    public async Task Tax_that_the_CRM_lacks_is_named()
    {
        await using var crm = await StartAsync();
        var problem = await crm.RefusedAsync(await OrderAsync(crm, Documents.Line(Product(crm.State, "A"), 1, 10, 19.6m)));
        problem.Code.Should().Be(VtigerCodes.TaxMissing);
        problem.Message.Should().Contain("19.6 %");
    }

    [Fact]
    public async Task Shipping_wrapping_discount_and_rounding_are_lines_and_come_back_as_such()
    {
        await using var crm = await StartAsync();
        var product = Product(crm.State, "A", "tax1");
        Money Amount(decimal amount) => new(amount, Euro);
        DocumentLine Charge(LineKind kind, decimal amount, string label) => new() { Kind = kind, Label = label, UnitNet = Amount(amount), Net = Amount(amount), Taxes = [new TaxRate(10)], Tax = Amount(amount / 10) };
        var order = await crm.CreatedAsync(await OrderAsync(
            crm,
            Documents.Line(product, 2, 10, 4.5m),
            Charge(LineKind.Shipping, 7, "My carrier"),
            Charge(LineKind.Wrapping, 2, "Gift"),
            Charge(LineKind.Discount, -5, "SUMMER"),
            new DocumentLine { Kind = LineKind.Rounding, UnitNet = Amount(0.01m), Net = Amount(0.01m), Taxes = [], Tax = Amount(0) }));
        order.Value.Lines.Select(line => (line.Kind, line.Net!.Value.Amount)).Should().BeEquivalentTo([(LineKind.Product, 20m), (LineKind.Shipping, 7m), (LineKind.Wrapping, 2m), (LineKind.Discount, -5m), (LineKind.Rounding, 0.01m)]);
        order.Value.Lines.Single(line => line.Kind == LineKind.Shipping).Label.Should().Be("My carrier");
        order.Value.TotalGross.Should().Be(Amount(20.9m + 4.4m + 0.01m));
        DocumentTotals.Check(order.Value.Lines, DocumentAmounts.Of(order.Value), order.Value.Rounding).Verdict.Should().Be(TotalsVerdict.Equal);
        (await crm.RecordsAsync<Product>()).Should().ContainSingle("the services that stand for charges are no products");
        (await crm.ListAsync<Product>()).Should().ContainSingle();
    }

    [Theory]
    [InlineData("individual")]
    [InlineData("group")]
    public async Task Discount_shipping_and_adjustment_of_the_header_become_lines_that_sum_to_the_total(string type)
    {
        await using var crm = await StartAsync();
        var product = Product(crm.State, "A", "tax1");
        var account = crm.State.Add("Accounts", new JsonObject { ["accountname"] = "ACME" });
        crm.State.Add("SalesOrder", new JsonObject
        {
            ["subject"] = "1", ["sostatus"] = "Approved", ["account_id"] = account.Id, ["bill_street"] = "x", ["ship_street"] = "x", ["hdnTaxType"] = type, ["currency_id"] = "21x1", ["conversion_rate"] = "1",
            ["hdnDiscountAmount"] = "5", ["shipping_&_handling"] = "7.00", ["shipping_&_handling_shtax1"] = "10", ["hdnS_H_Amount"] = "7.00", ["txtAdjustment"] = "0.01", ["productid"] = product,
            ["LineItems"] = new JsonArray(new JsonObject { ["productid"] = product, ["quantity"] = "2", ["listprice"] = "10", ["tax1"] = "4.5" }),
        });
        await crm.OpenAsync();
        var order = (await crm.RecordsAsync<Order>()).Should().ContainSingle().Subject;
        order.Value.Lines.Select(line => line.Kind).Should().Equal(LineKind.Product, LineKind.Discount, LineKind.Shipping, LineKind.Rounding);
        DocumentTotals.Check(order.Value.Lines, DocumentAmounts.Of(order.Value), order.Value.Rounding).Verdict.Should().Be(TotalsVerdict.Equal);
    }

    [Fact]
    public async Task Order_in_a_currency_that_the_CRM_lacks_is_refused_by_name_and_never_booked_in_another()
    {
        await using var crm = await StartAsync();
        var product = Product(crm.State, "A");
        var order = await OrderAsync(crm, Documents.Line(product, 1, 10, 10));
        var gbp = new CurrencyCode("GBP");
        var problem = await crm.RefusedAsync(order with { Currency = gbp, TotalGross = null });
        problem.Code.Should().Be(VtigerCodes.CurrencyMissing);
        problem.Message.Should().Contain("GBP");
        crm.State.AddCurrency("GBP", "England, Pounds", "£", 0.85m, isActive: false);
        await crm.OpenAsync();
        (await crm.RefusedAsync(order with { Currency = gbp, TotalGross = null })).Message.Should().Contain("not active");
    }

    [Fact]
    public async Task Missing_currency_is_created_and_an_inactive_one_activated_where_the_option_says_so()
    {
        await using var crm = await StartAsync(options => options.CreateCurrencies = true);
        var order = await OrderAsync(crm, Documents.Line(Product(crm.State, "A"), 1, 10, 10));
        var made = await crm.CreatedAsync(order with { Currency = new CurrencyCode("GBP"), ConversionRate = 0.85m, TotalGross = null });
        made.Value.Currency.Should().Be(new CurrencyCode("GBP"));
        made.Value.ConversionRate.Should().Be(0.85m);
        await foreach (var currency in crm.Connector.Get<IReader<Currency>>().ReadAsync(CancellationToken.None))
            currency.Record!.Value.Active.Should().BeTrue();
    }

    [Fact]
    public async Task Rate_of_an_order_keeps_three_decimals_and_comes_from_the_table_when_none_is_told()
    {
        await using var crm = await StartAsync();
        crm.State.AddCurrency("USD", "USA, Dollars", "$", 1.08734m);
        await crm.OpenAsync();
        var order = await OrderAsync(crm, Documents.Line(Product(crm.State, "A"), 1, 10, 10));
        (await crm.CreatedAsync(order with { Currency = new CurrencyCode("USD"), ConversionRate = null, TotalGross = null })).Value.ConversionRate.Should().Be(1.087m);
    }

    [Fact]
    public async Task Product_id_that_does_not_exist_is_not_sent_because_vtiger_keeps_an_empty_line()
    {
        await using var crm = await StartAsync();
        var (one, gone) = (Product(crm.State, "A", "tax1"), "14x987654");
        (await crm.RefusedAsync(await OrderAsync(crm, Documents.Line(one, 1, 10, 4.5m), Documents.Line(gone, 1, 10, 10)))).Code.Should().Be(VtigerCodes.ProductMissing);
    }

    [Fact]
    public async Task Product_known_by_article_number_only_is_found_or_made_of_the_line()
    {
        await using var crm = await StartAsync();
        Product(crm.State, "KNOWN");
        DocumentLine Of(string code) => Documents.Line("14x1", 1, 10, 10) with { Product = null, Reference = code, Label = "Shirt, red" };
        await crm.CreatedAsync(await OrderAsync(crm, Of("KNOWN"), Of("NEW"), Of("NEW")));
        var products = await crm.RecordsAsync<Product>();
        products.Select(product => product.Value.Reference).Should().BeEquivalentTo("KNOWN", "NEW");
        products.Single(product => product.Value.Reference == "NEW").Value.Should().Match<Product>(product => product.Name.Best(null) == "Shirt, red" && product.PriceNet == new Money(10, Euro) && product.Active == true);
    }

    [Fact]
    public async Task Street_without_text_is_filled_and_reads_as_nothing()
    {
        await using var crm = await StartAsync();
        var order = await crm.CreatedAsync((await OrderAsync(crm, Documents.Line(Product(crm.State, "A"), 1, 10, 10))) with { BillTo = null, DeliverTo = null });
        order.Value.BillTo.Should().BeNull();
        crm.State.Find(order.Id.Value)!["bill_street"].Should().Be("--None--");
    }

    [Fact]
    public async Task Invoicing_status_makes_one_invoice_and_no_second()
    {
        await using var crm = await StartAsync(options =>
        {
            options.InvoiceOrders[OrderStage.Confirmed] = "Approved";
            options.InvoiceOrders[OrderStage.Completed] = "Paid";
            options.InvoiceOrders[OrderStage.Cancelled] = "Cancel";
        });
        var order = await crm.CreatedAsync(await OrderAsync(crm, Documents.Line(Product(crm.State, "A"), 2, 10, 10)));
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
        await using var crm = await StartAsync(options => options.InvoiceOrders[OrderStage.Cancelled] = "Cancel");
        var order = await crm.CreatedAsync(await OrderAsync(crm, Documents.Line(Product(crm.State, "A"), 2, 10, 10)));
        await crm.UpdatedAsync(order, value => value with { Stage = OrderStage.Cancelled }, nameof(Order.Stage));
        (await crm.RecordsAsync<Invoice>()).Should().BeEmpty();
    }

    [Fact]
    public async Task Deal_of_an_order_is_made_once_and_linked_to_the_account()
    {
        await using var crm = await StartAsync(options => options.DealPrefix = "Commande boutique no");
        var order = await crm.CreatedAsync(await OrderAsync(crm, Documents.Line(Product(crm.State, "A"), 2, 10, 10)));
        var deal = (await crm.RecordsAsync<Deal>()).Should().ContainSingle().Subject;
        deal.Value.Should().Match<Deal>(value => value.Name == "Commande boutique no1000" && value.Customer == order.Value.Customer && value.Stage == "Closed Won" && value.Amount == new Money(22, Euro));
        order.Value.Deal!.Value.Id.Should().Be(deal.Id);
    }

    [Fact]
    public async Task Buyer_without_account_is_found_by_e_mail_or_becomes_a_contact_with_an_account()
    {
        await using var crm = await StartAsync();
        var order = (await OrderAsync(crm, Documents.Line(Product(crm.State, "A"), 1, 10, 10))) with { Customer = null, Email = "guest@example.org", BillTo = new PostalAddress { FirstName = "Eva", LastName = "Braun", Line1 = "x" } };
        var first = await crm.CreatedAsync(order with { Reference = "1" }, "t:1");
        var second = await crm.CreatedAsync(order with { Reference = "2" }, "t:2");
        second.Value.Customer.Should().Be(first.Value.Customer);
        (await crm.RecordsAsync<Contact>()).Where(contact => contact.Value.Email == "guest@example.org").Should().ContainSingle().Which.Value.LastName.Should().Be("Braun");
        crm.State.Records.Values.Should().ContainSingle(record => record.Module == "Accounts" && record["accountname"] == "Braun Eva");
    }

    [Fact]
    public async Task Deleted_line_that_bumped_no_date_is_found_by_the_sweep()
    {
        await using var crm = await StartAsync();
        var (one, other) = (Product(crm.State, "A"), Product(crm.State, "B"));
        var order = await crm.CreatedAsync(await OrderAsync(crm, Documents.Line(one, 1, 10, 10), Documents.Line(other, 1, 20, 10)));
        var (sweeper, memory) = (crm.Connector.Get<ISweeper<Order>>(), new TestMemory());
        (await sweeper.SweepAsync(memory, 5, CancellationToken.None)).Should().BeEmpty();
        crm.State.Find(order.Id.Value)!["hdnGrandTotal"] = "11.00000000";
        (await sweeper.SweepAsync(memory, 5, CancellationToken.None)).Should().Equal(order.Id);
    }

    [Fact]
    public async Task Quotes_are_made_read_and_changed_and_purchase_orders_are_read()
    {
        await using var crm = await StartAsync();
        var product = Product(crm.State, "A", "tax1");
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
        await using var crm = await StartAsync();
        var order = await OrderAsync(crm, Documents.Line(Product(crm.State, "A"), 1, 10, 10));
        crm.Server.Faults.Add(new Fault(FaultKind.ErrorAfterCommit) { Method = "POST" });
        (await crm.RefusedAsync(order)).Kind.Should().Be(ProblemKind.OutcomeUnknown);
        (await crm.Connector.Get<IKeyFinder<Order>>().FindByKeyAsync(["1000"], CancellationToken.None).ToListAsync()).Should().ContainSingle();
    }

    private static async Task<Crm> StartAsync(Action<VtigerOptions>? configure = null)
    {
        var crm = await Crm.StartAsync(configure);
        await crm.OpenAsync();
        return crm;
    }

    private static string Product(VtigerState state, string code, params string[] taxes)
    {
        var element = new JsonObject { ["productname"] = "Product " + code, ["productcode"] = code, ["unit_price"] = "10", ["discontinued"] = "1", ["qtyinstock"] = "100" };
        foreach (var tax in taxes)
            element[tax] = tax switch { "tax1" => "4.5", "tax2" => "10", _ => "12.5" };
        return state.Add("Products", element).Id;
    }

    private static void Seed(VtigerState state, VtigerRecord account, string subject, params (string Product, int Quantity, decimal Price)[] lines) => state.Add("SalesOrder", new JsonObject
    {
        ["subject"] = subject, ["sostatus"] = "Approved", ["account_id"] = account.Id, ["bill_street"] = "x", ["ship_street"] = "x", ["hdnTaxType"] = "individual", ["currency_id"] = "21x1", ["conversion_rate"] = "1", ["productid"] = lines[0].Product,
        ["LineItems"] = new JsonArray([.. lines.Select(line => (JsonNode)new JsonObject { ["productid"] = line.Product, ["quantity"] = $"{line.Quantity}", ["listprice"] = line.Price, ["tax1"] = "4.5" })]),
    });

    private static async Task<Order> OrderAsync(Crm crm, params DocumentLine[] lines)
    {
        var customer = await crm.CreatedAsync(new Customer { Company = "ACME", Email = "buyer@acme.example" });
        return new Order { Reference = "1000", Customer = new Ref(EntityKind.Customer, customer.Id), BillTo = new PostalAddress { Line1 = "1 rue de la Paix" }, Currency = Euro, Lines = lines.ToValueList(), Stage = OrderStage.Pending, TotalGross = lines.All(line => line.Taxes?.Any(rate => rate.Compound) != true) ? new Money(lines.Sum(line => line.Gross!.Value.Amount), Euro) : null };
    }
}
