using System.Text.Json;
using ErpSync.Sandbox;

namespace ErpSync.Dolibarr.Tests;

/// <summary>The traps of the sections of <c>reference/dolibarr.md</c> about parties, orders, invoices and shipments.</summary>
public sealed class WireTraps
{
    private static readonly CurrencyCode Euro = new("EUR");
    private static readonly Order Small = Trade.Order(Trade.Line(1, 2, 10), Trade.Line(0, 1, 4.90m, kind: LineKind.Shipping));

    [Fact]
    public async Task Document_that_was_validated_meanwhile_answers_304_and_counts_as_done()
    {
        await using var erp = await Trade.StartAsync();
        var read = await erp.FindAsync<Order>((await erp.CreateAsync(Small with { Stage = OrderStage.Draft })).Written().Value);
        (await erp.UpdateAsync(read, value => value with { Stage = OrderStage.Confirmed }, nameof(Order.Stage))).Written();

        (await erp.UpdateAsync(read, value => value with { Stage = OrderStage.Confirmed }, nameof(Order.Stage))).Written();

        erp.State.Orders.Single().Status.Should().Be(1);
    }

    [Fact]
    public async Task Number_of_a_draft_is_none_and_that_of_a_valid_document_stays()
    {
        await using var erp = await Trade.StartAsync();
        var draft = await erp.FindAsync<Order>((await erp.CreateAsync(Small with { Stage = OrderStage.Draft })).Written().Value);
        (await erp.UpdateAsync(draft, value => value with { Stage = OrderStage.Confirmed }, nameof(Order.Stage))).Written();

        draft.Value.Number.Should().BeNull("(PROV1) is no number");
        (await erp.FindAsync<Order>(draft.Id.Value)).Value.Number.Should().StartWith("CO");
    }

    [Fact]
    public async Task Reference_as_number_survives_the_validation_and_races_for_none()
    {
        await using var erp = await Trade.StartAsync(options => options.OrderNumbers = DolibarrOrderNumbers.Reference);

        var read = (await erp.FindAsync<Order>((await erp.CreateAsync(Small)).Written().Value)).Value;

        (read.Number, read.Stage).Should().Be(("SHOP-1", OrderStage.Confirmed));
    }

    [Fact]
    public async Task Product_that_does_not_exist_and_that_a_line_would_take_all_the_same_is_refused_and_the_draft_taken_back()
    {
        await using var erp = await Trade.StartAsync();

        foreach (var problem in new[]
        {
            (await erp.CreateAsync(Trade.Order(Trade.Line(77, 1, 10)))).Problem(),
            (await erp.CreateAsync(Trade.Invoice(Trade.Order(Trade.Line(77, 1, 10))))).Problem(),
        })
        {
            (problem.Code, problem.Field).Should().Be((DocumentCodes.LineProductMissing, "Lines"));
            problem.Message.Should().Contain("77");
        }

        (erp.State.Orders.Count(), erp.State.Invoices.Count()).Should().Be((0, 0));
    }

    [Fact]
    public async Task Lines_go_with_net_prices_because_prices_with_tax_are_ignored_in_a_posted_document()
    {
        await using var erp = await Trade.StartAsync();

        (await erp.CreateAsync(Small with { PricesIncludeTax = true })).Written();

        var line = erp.State.Orders.Single().Lines[0];
        (line.UnitPrice, line.Amounts.Gross).Should().Be((10m, 24m), "12 with tax would have become 14.40");
    }

    [Fact]
    public async Task Lines_of_a_validated_order_are_refused_before_anything_is_sent()
    {
        await using var erp = await Trade.StartAsync();
        var read = await erp.FindAsync<Order>((await erp.CreateAsync(Small)).Written().Value);
        var before = erp.Server.Requests.Writes;

        var problem = (await erp.UpdateAsync(read, value => value with { Lines = [Trade.Line(1, 3, 10)] }, nameof(Order.Lines))).Problem();

        (problem.Code, problem.Kind).Should().Be((DocumentCodes.NotDraft, ProblemKind.Rejected));
        erp.Server.Requests.Writes.Should().Be(before);
    }

    [Fact]
    public async Task Validated_and_paid_invoices_are_never_set_back_although_the_api_would()
    {
        await using var erp = await Trade.StartAsync();
        var invoice = (await erp.CreateAsync(Trade.Invoice(Small))).Written();
        (await erp.CreateAsync(Trade.Payment(invoice, Small.TotalGross!.Value.Amount), "main:shop:payment:1")).Written();

        (await erp.UpdateAsync(await erp.FindAsync<Invoice>(invoice.Value), value => value with { Stage = InvoiceStage.Draft }, nameof(Invoice.Stage))).Problem().Code.Should().Be(DocumentCodes.StageRefused);

        erp.Server.Requests.Snapshot().Should().NotContain(request => request.Path.Contains("settodraft", StringComparison.Ordinal) || request.Path.Contains("settounpaid", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Payment_without_an_account_is_refused_by_name_before_anything_is_sent()
    {
        await using var erp = await Trade.StartAsync(options => options.DefaultBankAccount = null);
        var invoice = (await erp.CreateAsync(Trade.Invoice(Small))).Written();

        var problem = (await erp.CreateAsync(Trade.Payment(invoice, 10) with { BankAccount = null }, "main:shop:payment:1")).Problem();

        problem.Code.Should().Be(DocumentCodes.AccountMissing);
        erp.State.Payments.Should().BeEmpty();
    }

    [Fact]
    public async Task Shipment_names_its_origin_and_the_call_that_ships_everything_is_never_used()
    {
        await using var erp = await Trade.StartAsync();
        var order = (await erp.CreateAsync(Small)).Written();
        var part = new Shipment { Order = order.Ref<Order>(), Lines = [new ShipmentLine { Product = new Ref(EntityKind.Product, new RemoteId("1")), Quantity = 1 }], Stage = ShipmentStage.Draft };

        (await erp.CreateAsync(part, "main:shop:shipment:1")).Written();
        (await erp.CreateAsync(part, "main:shop:shipment:2")).Written();

        erp.State.Shipments.Select(shipment => shipment.Lines.Sum(line => line.Quantity)).Should().Equal(1m, 1m);
        erp.Server.Requests.Snapshot().Should().NotContain(request => request.IsWrite && request.Path.Contains("/shipment/", StringComparison.Ordinal));
    }

    [Fact]
    public void Tracking_address_is_taken_out_of_its_html()
    {
        using var document = JsonDocument.Parse("""{"id":"1","origin_type":"commande","origin_id":"1","status":"1","lines":[],"tracking_url":"<a target=\"_blank\" href=\"https:\/\/track.example\/?n=1&amp;l=fr\">1Z9<\/a>"}""");
        ShipmentMapping.Read(document.RootElement, new DolibarrSetup(), new DolibarrOptions(), ExtraFieldBook.Unknown, static _ => EntityKind.Product).Value.TrackingUrl.Should().Be("https://track.example/?n=1&l=fr");
    }

    [Fact]
    public async Task Price_level_that_a_create_would_not_store_is_written_by_its_own_call()
    {
        await using var erp = await Trade.StartAsync(seed: state => (state.Constants["PRODUCT_PRICE_UNIQ"], state.Constants["PRODUIT_MULTIPRICES"]) = (null, "1"));
        var id = (await erp.CreateAsync(new Customer { Company = "Tea SARL", IsCompany = true, PriceGroup = new Ref(EntityKind.CustomerGroup, new RemoteId("level:2")) }, "main:shop:customer:2")).Written();

        (await erp.FindAsync<Customer>(id.Value)).Value.PriceGroup!.Value.Id.Value.Should().Be("level:2");
        erp.Server.Requests.Snapshot().Should().ContainSingle(request => request.Path.EndsWith("/setpricelevel/2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Blanks_that_leave_a_phone_number_are_no_difference()
    {
        await using var erp = await Trade.StartAsync();
        var id = (await erp.CreateAsync(new Customer { Company = "Tea SARL", IsCompany = true, Phone = "+33 4 00 00 00 00" }, "main:shop:customer:2")).Written();

        var read = (await erp.FindAsync<Customer>(id.Value)).Value;

        read.Phone.Should().Be("+33400000000");
        PartyShapes.Customer.Fields.Single(field => field.Name == nameof(Customer.Phone)).AreEqual(read, read with { Phone = "+33 4 00 00 00 00" }).Should().BeTrue();
    }

    [Fact]
    public async Task Country_that_the_dictionary_lacks_is_refused_before_anything_is_sent()
    {
        await using var erp = await Trade.StartAsync();

        var problem = (await erp.CreateAsync(new Address { Owner = Trade.Customer, LastName = "X", Line1 = "1", Country = "ZZ" }, "main:shop:address:2")).Problem();

        problem.Code.Should().Be(DocumentCodes.CountryUnknown);
        erp.Server.Requests.Writes.Should().Be(0);
    }

    [Fact]
    public async Task Customer_who_is_used_is_not_deleted_and_the_refusal_says_so()
    {
        await using var erp = await Trade.StartAsync();
        (await erp.CreateAsync(Small)).Written();

        var result = (await erp.Connector.Get<IDeleter<Customer>>().DeleteAsync([await erp.FindAsync<Customer>("1")], CancellationToken.None))[0];

        result.Problem().Code.Should().Be(DolibarrCodes.InUse);
        erp.State.ThirdParties.Should().ContainSingle();
    }

    [Theory]
    [InlineData("23.0.0-beta")]
    [InlineData("18.0.0")]
    public async Task List_that_hides_other_peoples_customers_is_an_error_of_the_probe(string version)
    {
        await using var erp = await Trade.StartAsync(options => options.ApiKey = "narrow", server => server.Version = version);
        erp.Server.Keys.Add("narrow", DolibarrRights.All & ~DolibarrRights.AllCustomers);
        (await erp.RecordsAsync<Customer>()).Should().BeEmpty("the list leaves them out without a word");

        var findings = await erp.Connector.Get<IProbe>().ProbeAsync([new Need(EntityKind.Customer, true, false, false, false)], CancellationToken.None);

        findings.Should().Contain(finding => finding.Code == "dolibarr.customers-hidden" && finding.Severity == FindingSeverity.Error);
        (await erp.Connector.Get<IProbe>().ProbeAsync([new Need(EntityKind.Product, true, false, false, false)], CancellationToken.None)).Should().NotContain(finding => finding.Code == "dolibarr.customers-hidden");
    }

    [Fact]
    public async Task Page_without_a_limit_never_asks_for_page_numbers_which_breaks_the_server()
    {
        await using var erp = await Trade.StartAsync();
        (await erp.CreateAsync(Small)).Written();
        await erp.RecordsAsync<Customer>();
        await erp.RecordsAsync<Order>();
        await erp.RecordsAsync<Product>();
        await erp.ListAsync<Order>();

        erp.Server.Requests.Snapshot().Should().NotContain(request => request.Query.Contains("limit=0", StringComparison.Ordinal) && request.Query.Contains("pagination_data", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pictures_stay_with_a_product_whose_new_reference_moves_their_folder()
    {
        await using var erp = await Trade.StartAsync(seed: state => state.AddDocument(1, "front.png", new byte[] { 1, 2, 3 }));
        var before = (await erp.RecordsAsync<ProductImage>()).Single();
        (await erp.UpdateAsync(await erp.FindAsync<Product>("1"), value => value with { Reference = "P1-NEW" }, nameof(Product.Reference))).Written();

        var after = (await erp.RecordsAsync<ProductImage>()).Single();

        (after.Id, after.Value.Content.Revision).Should().Be((before.Id, before.Value.Content.Revision));
        (await after.Value.Content.OpenAsync(CancellationToken.None)).Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task Foreign_prices_go_in_the_company_s_currency_because_lines_with_them_alone_come_out_as_nothing()
    {
        await using var erp = await Trade.StartAsync(seed: state => state.AddCurrency("USD", 1.25m));
        var dollar = new CurrencyCode("USD");
        var line = Trade.Line(1, 2, 10) with { UnitNet = new Money(10, dollar), Net = new Money(20, dollar), Tax = new Money(4, dollar) };
        var id = (await erp.CreateAsync(Trade.Order(line) with { Currency = dollar, ConversionRate = 1.25m, TotalNet = new Money(20, dollar), TotalTax = new Money(4, dollar), TotalGross = new Money(24, dollar) })).Written();

        var stored = erp.State.Orders[id.Number()];
        (stored.Lines[0].UnitPrice, stored.Amounts.Gross, stored.ForeignAmounts.Gross).Should().Be((8m, 19.2m, 24m));
        (await erp.FindAsync<Order>(id.Value)).Value.TotalGross.Should().Be(new Money(24, dollar));
        Euro.Should().NotBe(dollar);
    }
}
