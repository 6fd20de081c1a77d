using System.Text.Json.Nodes;

namespace ErpSync.Vtiger.Tests;

/// <summary>Orders, invoices, quotes and purchase orders: lines, taxes, currencies, statuses.</summary>
public sealed class DocumentTraps
{
    private static readonly CurrencyCode Euro = Documents.Euro;

    [Fact]
    public async Task Limit_counts_lines_in_a_query_of_everything_so_headers_are_named_and_every_order_comes_once()
    {
        await using var crm = await OrderSeeds.StartAsync();
        var id = OrderSeeds.Product(crm.State, "A", "tax1");
        var account = crm.State.Add("Accounts", new JsonObject { ["accountname"] = "ACME" });
        for (var number = 0; number < 60; number++)
            OrderSeeds.Seed(crm.State, account, $"bulk {number}", (id, 1, 10m), (id, 2, 5m), (id, 3, 1m));
        await crm.OpenAsync();
        var orders = await crm.RecordsAsync<Order>();
        orders.Select(order => order.Id).Distinct().Should().HaveCount(60);
        orders.Should().OnlyContain(order => order.Value.Lines.Count == 3);
    }

    [Fact]
    public async Task One_set_of_taxes_is_written_for_all_lines_and_needs_no_tax_on_the_product()
    {
        await using var crm = await OrderSeeds.StartAsync();
        var product = OrderSeeds.Product(crm.State, "A");
        var order = await crm.CreatedAsync(await OrderSeeds.OrderAsync(crm, Documents.Line(product, 2, 10, 12.5m)));
        crm.State.Find(order.Id.Value)!["hdnTaxType"].Should().Be("group");
        order.Value.TotalGross.Should().Be(new Money(22.5m, Euro));
        order.Value.Lines[0].Taxes.Should().Equal(new TaxRate(12.5m));
    }

    [Fact]
    public async Task Tax_of_a_line_that_its_product_lacks_is_refused_because_the_total_would_leave_it_out()
    {
        await using var crm = await OrderSeeds.StartAsync();
        var (one, other) = (OrderSeeds.Product(crm.State, "A", "tax1"), OrderSeeds.Product(crm.State, "B"));
        var problem = await crm.RefusedAsync(await OrderSeeds.OrderAsync(crm, Documents.Line(one, 1, 10, 4.5m), Documents.Line(other, 1, 10, 10)));
        problem.Code.Should().Be(VtigerCodes.TaxUnassigned);
        problem.Message.Should().Contain(other).And.Contain("10 %");
        (await crm.RecordsAsync<Order>()).Should().BeEmpty();
    }

    [Fact]
    public async Task Missing_tax_is_given_to_the_product_where_the_option_says_so_and_its_other_taxes_stay()
    {
        await using var crm = await OrderSeeds.StartAsync(options => options.AssignMissingTaxes = true);
        var (one, other) = (OrderSeeds.Product(crm.State, "A", "tax1"), OrderSeeds.Product(crm.State, "B", "tax3"));
        var order = await crm.CreatedAsync(await OrderSeeds.OrderAsync(crm, Documents.Line(one, 1, 10, 4.5m), Documents.Line(other, 1, 10, 10)));
        order.Value.TotalGross.Should().Be(new Money(21.45m, Euro));
        crm.State.Find(other)!.Taxes.Keys.Should().Equal("tax2", "tax3");
    }

    [Fact]
    public async Task Tax_on_tax_is_reckoned_where_one_set_holds_for_all()
    {
        await using var crm = await OrderSeeds.StartAsync();
        crm.State.AddTax("QST", 9.975m, 1);
        await crm.OpenAsync();
        var product = OrderSeeds.Product(crm.State, "A");
        var line = Documents.Line(product, 1, 100, 4.5m) with { Taxes = [new TaxRate(4.5m), new TaxRate(9.975m, true)], Tax = new Money(14.92m, Euro) };
        var order = await crm.CreatedAsync(await OrderSeeds.OrderAsync(crm, line));
        order.Value.TotalGross!.Value.Round(2).Amount.Should().Be(Math.Round(104.5m * 1.09975m, 2));
        order.Value.Lines[0].Taxes.Should().Equal(new TaxRate(4.5m), new TaxRate(9.975m, true));
    }

    [Fact]
    public async Task Tax_on_tax_beside_other_taxes_is_refused_because_vtiger_adds_it_up()
    {
        await using var crm = await OrderSeeds.StartAsync();
        crm.State.AddTax("QST", 9.975m, 1);
        await crm.OpenAsync();
        var (one, other) = (OrderSeeds.Product(crm.State, "A", "tax1"), OrderSeeds.Product(crm.State, "B", "tax2"));
        var problem = await crm.RefusedAsync(await OrderSeeds.OrderAsync(crm, Documents.Line(one, 1, 100) with { Taxes = [new TaxRate(4.5m), new TaxRate(9.975m, true)] }, Documents.Line(other, 1, 10, 10)));
        problem.Code.Should().Be(VtigerCodes.TaxesMixed);
    }

    [Fact]
    public async Task Tax_that_the_CRM_lacks_is_named()
    {
        await using var crm = await OrderSeeds.StartAsync();
        var problem = await crm.RefusedAsync(await OrderSeeds.OrderAsync(crm, Documents.Line(OrderSeeds.Product(crm.State, "A"), 1, 10, 19.6m)));
        problem.Code.Should().Be(VtigerCodes.TaxMissing);
        problem.Message.Should().Contain("19.6 %");
    }

    [Fact]
    public async Task Shipping_wrapping_discount_and_rounding_are_lines_and_come_back_as_such()
    {
        await using var crm = await OrderSeeds.StartAsync();
        var product = OrderSeeds.Product(crm.State, "A", "tax1");
        Money Amount(decimal amount) => new(amount, Euro);
        DocumentLine Charge(LineKind kind, decimal amount, string label) => new() { Kind = kind, Label = label, UnitNet = Amount(amount), Net = Amount(amount), Taxes = [new TaxRate(10)], Tax = Amount(amount / 10) };
        var order = await crm.CreatedAsync(await OrderSeeds.OrderAsync(
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
        await using var crm = await OrderSeeds.StartAsync();
        var product = OrderSeeds.Product(crm.State, "A", "tax1");
        var account = crm.State.Add("Accounts", new JsonObject { ["accountname"] = "ACME" });
        crm.State.Add("SalesOrder", new JsonObject
        {
            ["subject"] = "1",
            ["sostatus"] = "Approved",
            ["account_id"] = account.Id,
            ["bill_street"] = "x",
            ["ship_street"] = "x",
            ["hdnTaxType"] = type,
            ["currency_id"] = "21x1",
            ["conversion_rate"] = "1",
            ["hdnDiscountAmount"] = "5",
            ["shipping_&_handling"] = "7.00",
            ["shipping_&_handling_shtax1"] = "10",
            ["hdnS_H_Amount"] = "7.00",
            ["txtAdjustment"] = "0.01",
            ["productid"] = product,
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
        await using var crm = await OrderSeeds.StartAsync();
        var product = OrderSeeds.Product(crm.State, "A");
        var order = await OrderSeeds.OrderAsync(crm, Documents.Line(product, 1, 10, 10));
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
        await using var crm = await OrderSeeds.StartAsync(options => options.CreateCurrencies = true);
        var order = await OrderSeeds.OrderAsync(crm, Documents.Line(OrderSeeds.Product(crm.State, "A"), 1, 10, 10));
        var made = await crm.CreatedAsync(order with { Currency = new CurrencyCode("GBP"), ConversionRate = 0.85m, TotalGross = null });
        made.Value.Currency.Should().Be(new CurrencyCode("GBP"));
        made.Value.ConversionRate.Should().Be(0.85m);
        await foreach (var currency in crm.Connector.Get<IReader<Currency>>().ReadAsync(CancellationToken.None))
            currency.Record!.Value.Active.Should().BeTrue();
    }

    [Fact]
    public async Task Rate_of_an_order_keeps_three_decimals_and_comes_from_the_table_when_none_is_told()
    {
        await using var crm = await OrderSeeds.StartAsync();
        crm.State.AddCurrency("USD", "USA, Dollars", "$", 1.08734m);
        await crm.OpenAsync();
        var order = await OrderSeeds.OrderAsync(crm, Documents.Line(OrderSeeds.Product(crm.State, "A"), 1, 10, 10));
        (await crm.CreatedAsync(order with { Currency = new CurrencyCode("USD"), ConversionRate = null, TotalGross = null })).Value.ConversionRate.Should().Be(1.087m);
    }

    [Fact]
    public async Task Product_id_that_does_not_exist_is_not_sent_because_vtiger_keeps_an_empty_line()
    {
        await using var crm = await OrderSeeds.StartAsync();
        var (one, gone) = (OrderSeeds.Product(crm.State, "A", "tax1"), "14x987654");
        (await crm.RefusedAsync(await OrderSeeds.OrderAsync(crm, Documents.Line(one, 1, 10, 4.5m), Documents.Line(gone, 1, 10, 10)))).Code.Should().Be(VtigerCodes.ProductMissing);
    }

    [Fact]
    public async Task Product_known_by_article_number_only_is_found_or_made_of_the_line()
    {
        await using var crm = await OrderSeeds.StartAsync();
        OrderSeeds.Product(crm.State, "KNOWN");
        DocumentLine Of(string code) => Documents.Line("14x1", 1, 10, 10) with { Product = null, Reference = code, Label = "Shirt, red" };
        await crm.CreatedAsync(await OrderSeeds.OrderAsync(crm, Of("KNOWN"), Of("NEW"), Of("NEW")));
        var products = await crm.RecordsAsync<Product>();
        products.Select(product => product.Value.Reference).Should().BeEquivalentTo("KNOWN", "NEW");
        products.Single(product => product.Value.Reference == "NEW").Value.Should().Match<Product>(product => product.Name.Best(null) == "Shirt, red" && product.PriceNet == new Money(10, Euro) && product.Active == true);
    }

    [Fact]
    public async Task Street_without_text_is_filled_and_reads_as_nothing()
    {
        await using var crm = await OrderSeeds.StartAsync();
        var order = await crm.CreatedAsync((await OrderSeeds.OrderAsync(crm, Documents.Line(OrderSeeds.Product(crm.State, "A"), 1, 10, 10))) with { BillTo = null, DeliverTo = null });
        order.Value.BillTo.Should().BeNull();
        crm.State.Find(order.Id.Value)!["bill_street"].Should().Be("--None--");
    }
}
