using System.Text.Json.Nodes;
using ErpSync.Sandbox.Vtiger;

namespace ErpSync.Vtiger.Tests;

/// <summary>The ten facts that shape the connector (section 0 of the reference), each named after it.</summary>
public sealed class TenFactsTraps
{
    private static readonly CurrencyCode Euro = Documents.Euro;

    [Fact]
    public async Task Fact_1_sync_is_dead_on_unmodified_PHP_8_and_deletions_are_found_by_counting()
    {
        await using var crm = await Crm.StartAsync(seed: state => Products(state, 3));
        await crm.OpenAsync();
        (await crm.ListAsync<Product>()).Should().HaveCount(3);
        crm.State.Records.Values.First(record => record.Module == "Products").IsDeleted = true;
        await crm.OpenAsync();
        (await crm.ListAsync<Product>()).Should().HaveCount(2);
    }

    [Fact]
    public async Task Fact_1_where_sync_works_it_tells_deletions_without_a_new_listing()
    {
        await using var crm = await Crm.StartAsync(server: server => server.IsRepaired = true, seed: state => Products(state, 300));
        await crm.OpenAsync();
        var all = await crm.ListAsync<Product>();
        await crm.Connector.Get<IDeleter<Product>>().DeleteAsync([await crm.FindAsync<Product>(all[5])], CancellationToken.None);
        crm.Clock.Advance(TimeSpan.FromMinutes(5));
        await crm.OpenAsync();
        var before = crm.Meter.Requests.Data;
        (await crm.ListAsync<Product>()).Should().Equal(all.Where(id => id != all[5]));
        (crm.Meter.Requests.Data - before).Should().BeLessThanOrEqualTo(4, "a sync and a count for each of the two modules");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fact_1_convertlead_is_dead_on_PHP_8_and_a_lead_becomes_a_contact_all_the_same(bool isRepaired)
    {
        await using var crm = await Crm.StartAsync(server: server => server.IsRepaired = isRepaired);
        await crm.OpenAsync();
        var lead = await crm.CreatedAsync(new Lead { FirstName = "Jan", LastName = "de Vries", Company = "De Vries BV", Email = "jan@devries.example" });
        var made = await crm.Connector.Get<ILeadConverter>().ConvertAsync(lead, new Customer { Company = "De Vries BV", FirstName = "Jan", LastName = "de Vries", Email = "jan@devries.example" }, new Deal { Name = "First deal" }, CancellationToken.None);
        (await crm.RecordsAsync<Lead>()).Should().BeEmpty("no lead and contact with one address may stay");
        (await crm.RecordsAsync<Contact>()).Should().ContainSingle().Which.Id.Should().Be(made.Contact!.Value);
        (await crm.FindAsync<Customer>(made.Customer!.Value.Value)).Value.Should().Match<Customer>(customer => customer.Company == "De Vries BV" && customer.LastName == "de Vries");
        (await crm.FindAsync<Deal>(made.Deal!.Value.Value)).Value.Name.Should().Be("First deal");
    }

    [Fact]
    public async Task Fact_2_an_update_of_the_stock_keeps_taxes_and_prices_in_other_currencies()
    {
        await using var crm = await Crm.StartAsync(seed: state =>
        {
            state.AddCurrency("USD", "USA, Dollars", "$", 1.1m);
            state.Add("Products", new JsonObject { ["productname"] = "Mug", ["productcode"] = "M", ["unit_price"] = "9.99", ["tax1"] = "6", ["tax2"] = "21", ["currency_id"] = "21x1", ["currency2"] = "12.49", ["discontinued"] = "1" });
        });
        await crm.OpenAsync();
        var product = (await crm.RecordsAsync<Product>())[0];
        await crm.UpdatedAsync(await crm.FindAsync<StockLevel>(product.Id.Value), stock => stock with { Quantity = 78 }, nameof(StockLevel.Quantity));
        await crm.UpdatedAsync(await crm.FindAsync<Product>(product.Id.Value), value => value with { PriceNet = new Money(11, Euro) }, nameof(Product.PriceNet));
        var record = crm.State.Find(product.Id.Value)!;
        record.Taxes.Should().HaveCount(2);
        record.Prices[2].Should().Be(12.49m);
        record["qtyinstock"].Should().Be("78.000");
        record["unit_price"].Should().StartWith("11.0");
    }

    [Fact]
    public async Task Fact_2_a_change_of_taxes_sends_all_prices_with_them()
    {
        await using var crm = await Crm.StartAsync(seed: state =>
        {
            state.AddCurrency("USD", "USA, Dollars", "$", 1.1m);
            state.Add("Products", new JsonObject { ["productname"] = "Mug", ["productcode"] = "M", ["unit_price"] = "9.99", ["tax1"] = "4.5", ["currency_id"] = "21x1", ["currency2"] = "12.49", ["discontinued"] = "1" });
        });
        await crm.OpenAsync();
        var product = (await crm.RecordsAsync<Product>())[0];
        product.Value.Taxes.Should().Equal(new TaxRate(4.5m));
        var stored = await crm.UpdatedAsync(product, value => value with { Taxes = [new TaxRate(10), new TaxRate(12.5m)] }, nameof(Product.Taxes));
        stored.Value.Taxes.Should().Equal(new TaxRate(10), new TaxRate(12.5m));
        stored.Value.PriceNet.Should().Be(new Money(9.99m, Euro));
        crm.State.Find(product.Id.Value)!.Prices[2].Should().Be(12.49m);
    }

    [Fact]
    public async Task Fact_3_a_user_whose_decimals_were_never_set_writes_no_prices()
    {
        await using var crm = await Crm.StartAsync(server: server => server.Decimals = 0);
        await crm.OpenAsync();
        var problem = await crm.RefusedAsync(new Product { Reference = "A", Name = LocalizedText.Of("en", "A"), PriceNet = new Money(11.90m, Euro) });
        problem.Code.Should().Be(VtigerCodes.Decimals);
        crm.State.Records.Values.Where(record => record.Module == "Products").Should().BeEmpty();
        (await crm.ProbeAsync(EntityKind.Product)).Should().Contain(finding => finding.Code == VtigerCodes.Decimals && finding.Severity == FindingSeverity.Error);
    }

    [Fact]
    public async Task Fact_4_a_page_has_at_most_100_rows_and_all_are_read()
    {
        await using var crm = await Crm.StartAsync(options => options.ProductTaxes = false, seed: state => Products(state, 250));
        await crm.OpenAsync();
        (await crm.RecordsAsync<Product>()).Select(record => record.Id).Distinct().Should().HaveCount(250);
    }

    [Fact]
    public async Task Fact_5_stock_that_an_invoice_moved_is_seen_without_a_new_date()
    {
        await using var crm = await Crm.StartAsync(seed: state => Products(state, 2));
        await crm.OpenAsync();
        var before = await crm.Connector.Get<ILister<StockLevel>>().ListAsync(CancellationToken.None).ToListAsync();
        crm.State.Find(before[0].Id.Value)!["qtyinstock"] = "3.000";
        var after = await crm.Connector.Get<ILister<StockLevel>>().ListAsync(CancellationToken.None).ToListAsync();
        after[0].Stamp.Should().NotBe(before[0].Stamp);
        after[1].Stamp.Should().Be(before[1].Stamp);
    }

    [Fact]
    public async Task Fact_6_taxes_come_with_the_product_though_no_query_gives_them_and_are_fetched_once_per_change()
    {
        await using var crm = await Crm.StartAsync(seed: state => Products(state, 20));
        await crm.OpenAsync();
        var before = crm.Meter.Requests.Data;
        (await crm.RecordsAsync<Product>()).Should().OnlyContain(product => product.Value.Taxes!.Count == 1);
        (crm.Meter.Requests.Data - before).Should().BeInRange(21, 23);
        before = crm.Meter.Requests.Data;
        await crm.OpenAsync();
        await crm.RecordsAsync<Product>();
        (crm.Meter.Requests.Data - before).Should().BeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task Fact_7_access_denied_is_told_apart_into_missing_and_forbidden()
    {
        await using var crm = await Crm.StartAsync(options => (options.UserName, options.AccessKey) = ("clerk", "ClerkKey"), seed: state =>
        {
            state.AddUser(new ErpSync.Sandbox.VtigerUser(5, "clerk", "ClerkKey") { ReadOnly = new HashSet<string>(StringComparer.Ordinal) { "Leads" } });
            state.Add("Leads", new JsonObject { ["lastname"] = "X" });
        });
        await crm.OpenAsync();
        var lead = (await crm.RecordsAsync<Lead>())[0];
        var denied = (await crm.UpdateAsync(lead, value => value with { LastName = "Y" }, nameof(Lead.LastName))).Should().BeOfType<WriteResult<Lead>.Failed>().Subject.Problem;
        denied.Kind.Should().Be(ProblemKind.Denied);
        var missing = (await crm.UpdateAsync(lead with { Id = new RemoteId("10x99999") }, value => value with { LastName = "Y" }, nameof(Lead.LastName))).Should().BeOfType<WriteResult<Lead>.Failed>().Subject.Problem;
        missing.Kind.Should().Be(ProblemKind.NotFound);
        (await crm.TryFindAsync<Lead>("10x99999")).Should().BeNull();
        (await crm.TryFindAsync<Lead>("nonsense")).Should().BeNull();
    }

    [Fact]
    public async Task Fact_8_values_that_vtiger_would_coerce_are_checked_before_they_are_sent()
    {
        await using var crm = await Crm.StartAsync(options => options.Defaults["Leads.leadstatus"] = "Lukewarm");
        await crm.OpenAsync();
        var problem = await crm.RefusedAsync(new Lead { LastName = "X" });
        problem.Code.Should().Be(VtigerCodes.Default);
        problem.Message.Should().Contain("Lukewarm").And.Contain("picklist");
    }

    [Fact]
    public async Task Fact_9_a_change_of_status_keeps_rate_lines_and_kind_of_taxes()
    {
        await using var crm = await Crm.StartAsync(seed: state =>
        {
            Products(state, 2);
            state.AddCurrency("USD", "USA, Dollars", "$", 1.1m);
        });
        await crm.OpenAsync();
        var usd = new CurrencyCode("USD");
        var order = await crm.CreatedAsync(await OrderAsync(crm, usd));
        var confirmed = await crm.UpdatedAsync(order, value => value with { Stage = OrderStage.Confirmed }, nameof(Order.Stage));
        var record = crm.State.Find(order.Id.Value)!;
        record["conversion_rate"].Should().Be("1.100");
        record["hdnTaxType"].Should().Be("individual");
        confirmed.Value.Lines.Should().HaveCount(2);
        confirmed.Value.TotalGross.Should().Be(order.Value.TotalGross);
    }

    [Fact]
    public async Task Fact_9_a_change_of_lines_keeps_currency_rate_and_the_words_on_lines_that_stay()
    {
        await using var crm = await Crm.StartAsync(seed: state =>
        {
            Products(state, 2);
            state.AddCurrency("USD", "USA, Dollars", "$", 1.1m);
        });
        await crm.OpenAsync();
        var wanted = await OrderAsync(crm, new CurrencyCode("USD"));
        var order = await crm.CreatedAsync(wanted with { Lines = [wanted.Lines[0] with { Description = "Colour: white & \"big\"" }, wanted.Lines[1]] });
        var shorter = await crm.UpdatedAsync(order, value => value with { Lines = [value.Lines[0]] }, nameof(Order.Lines));
        shorter.Value.Lines.Should().ContainSingle().Which.Description.Should().Be("Colour: white & \"big\"");
        shorter.Value.Currency.Should().Be(new CurrencyCode("USD"));
        shorter.Value.ConversionRate.Should().Be(1.1m);
        shorter.Value.TotalGross!.Value.Amount.Should().Be(shorter.Value.Lines[0].Gross!.Value.Amount);
    }

    [Fact]
    public async Task Fact_10_lines_of_invoices_are_never_changed_because_the_stock_is_miscounted()
    {
        await using var crm = await Crm.StartAsync();
        await crm.OpenAsync();
        crm.Connector.Get<IKind<Invoice>>().Profile.WrittenFields.Should().NotContain(nameof(Invoice.Lines));
    }

    internal static void Products(VtigerState state, int count)
    {
        for (var number = 0; number < count; number++)
            state.Add("Products", new JsonObject { ["productname"] = $"Product {number}", ["productcode"] = $"P{number:0000}", ["unit_price"] = "10", ["tax1"] = "4.5", ["qtyinstock"] = "100", ["discontinued"] = "1" });
    }

    /// <summary>An order over two products with different taxes.</summary>
    internal static async Task<Order> OrderAsync(Crm crm, CurrencyCode currency)
    {
        var products = await crm.RecordsAsync<Product>();
        foreach (var product in products.Where(product => product.Value.Taxes!.Count == 1))
            await crm.UpdatedAsync(product, value => value with { Taxes = [new TaxRate(4.5m), new TaxRate(10)] }, nameof(Product.Taxes));
        var customer = await crm.CreatedAsync(new Customer { Company = "ACME", Email = "buyer@acme.example" });
        ValueList<DocumentLine> lines = [Line(products[0].Id.Value, 2, 10, 4.5m), Line(products[1].Id.Value, 1, 20, 10)];
        return new Order
        {
            Reference = "1000",
            Customer = new Ref(EntityKind.Customer, customer.Id),
            BillTo = new PostalAddress { Line1 = "1 rue de la Paix", City = "Paris", Country = "FR" },
            Currency = currency,
            ConversionRate = 1.1m,
            Lines = lines,
            TotalGross = new Money(42.9m, currency),
            Stage = OrderStage.Pending,
        };

        DocumentLine Line(string id, decimal quantity, decimal price, decimal rate)
        {
            var line = Documents.Line(id, quantity, price, rate);
            return line with { UnitNet = line.UnitNet!.Value with { Currency = currency }, Net = line.Net!.Value with { Currency = currency }, Tax = line.Tax!.Value with { Currency = currency } };
        }
    }
}
