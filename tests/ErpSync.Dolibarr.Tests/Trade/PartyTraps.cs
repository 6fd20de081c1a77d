namespace ErpSync.Dolibarr.Tests;

/// <summary>The traps of <c>reference/dolibarr.md</c> about parties, shipments and files.</summary>
public sealed class PartyTraps
{
    private static readonly Order Small = Trade.Order(Trade.Line(1, 2, 10));

    [Fact]
    public async Task Empty_list_of_third_parties_as_404_is_an_empty_list()
    {
        await using var erp = await Erp.StartAsync();

        (await erp.RecordsAsync<Customer>()).Should().BeEmpty();
        (await erp.RecordsAsync<Order>()).Should().BeEmpty();
        (await erp.RecordsAsync<Shipment>()).Should().BeEmpty();
    }

    [Fact]
    public async Task Address_that_two_customers_have_finds_both_and_no_blank_record()
    {
        await using var erp = await Trade.StartAsync(seed: state => state.AddThirdParty(party => (party["name"], party["client"], party["email"]) = ("Dupont again", "1", "DUPONT@example.org")));

        var found = await erp.Connector.Get<IKeyFinder<Customer>>().FindByKeyAsync(["dupont@example.org"], CancellationToken.None).ToListAsync();

        found.Select(result => result.Record!.Value.Company).Should().BeEquivalentTo("Dupont SARL", "Dupont again");
    }

    [Theory]
    [InlineData("o'neil@example.org")]
    [InlineData("a(b)@example.org")]
    [InlineData("100%_x@example.org")]
    [InlineData("x:y@example.org")]
    public async Task Address_that_a_filter_cannot_express_is_found_exactly(string email)
    {
        await using var erp = await Trade.StartAsync(seed: state =>
        {
            state.AddThirdParty(party => (party["name"], party["client"], party["email"]) = ("Wanted", "1", email));
            state.AddThirdParty(party => (party["name"], party["client"], party["email"]) = ("Other", "1", email.Replace('@', '.') + "@example.org"));
        });

        var found = await erp.Connector.Get<IKeyFinder<Customer>>().FindByKeyAsync([email], CancellationToken.None).ToListAsync();

        found.Select(result => result.Record!.Value.Company ?? result.Record.Value.LastName).Should().Equal("Wanted");
    }

    [Fact]
    public async Task Prospect_is_read_and_a_supplier_is_not()
    {
        await using var erp = await Trade.StartAsync(seed: state =>
        {
            state.AddThirdParty(party => (party["name"], party["client"]) = ("Prospect", "2"));
            state.AddThirdParty(party => (party["name"], party["client"], party["fournisseur"]) = ("Supplier", "0", "1"));
        });

        (await erp.RecordsAsync<Customer>()).Select(record => record.Value.Company).Should().Equal("Dupont SARL", "Prospect");
    }

    [Fact]
    public async Task Customer_code_that_is_taken_is_a_duplicate_that_names_it()
    {
        await using var erp = await Trade.StartAsync();

        var problem = (await erp.CreateAsync(new Customer { Company = "Emoji 🍵", IsCompany = true, Code = "CU1" }, "main:shop:customer:2")).Problem();

        problem.Code.Should().NotBe(DolibarrCodes.Charset);
        problem.Message.Should().Contain("CodeAlreadyUsed");
    }

    [Fact]
    public async Task Entities_in_names_are_read_as_their_characters()
    {
        await using var erp = await Trade.StartAsync(seed: state => state.AddThirdParty(party => (party["name"], party["client"], party["town"]) = ("Caf&eacute; &amp; Co", "1", "")));

        (await erp.RecordsAsync<Customer>())[^1].Value.Company.Should().Be("Café & Co");
    }

    [Fact]
    public async Task Extra_field_that_the_server_does_not_know_is_refused_by_name()
    {
        await using var erp = await Trade.StartAsync(options => options.CustomerFields.Add("nosuch"));

        var problem = (await erp.CreateAsync(new Customer { Company = "X", IsCompany = true, Custom = TextMap.From([new("nosuch", "1")]) }, "main:shop:customer:2")).Problem();

        problem.Message.Should().Contain("nosuch");
        erp.State.ThirdParties.Should().ContainSingle();
    }

    [Fact]
    public async Task Shipment_takes_what_is_open_and_never_ships_twice()
    {
        await using var erp = await Trade.StartAsync(seed: state => state.Constants["STOCK_ALLOW_NEGATIVE_TRANSFER"] = "1");
        var order = (await erp.CreateAsync(Small)).Written();
        var shipment = new Shipment { Order = order.Ref<Order>(), Lines = [new ShipmentLine { Product = new Ref(EntityKind.Product, new RemoteId("1")), Quantity = 2 }], Stage = ShipmentStage.Ready, TrackingNumbers = ["1Z9"] };

        var first = (await erp.CreateAsync(shipment, "main:shop:shipment:1")).Written();
        var second = (await erp.CreateAsync(shipment, "main:shop:shipment:2")).Problem();

        second.Message.Should().Contain("no open line");
        var read = (await erp.FindAsync<Shipment>(first.Value)).Value;
        (read.Stage, read.Order, read.TrackingNumbers.Single(), read.Lines.Single().Quantity).Should().Be((ShipmentStage.Ready, order.Ref<Order>(), "1Z9", 2m));
        (await erp.UpdateAsync(await erp.FindAsync<Shipment>(first.Value), value => value with { Stage = ShipmentStage.Delivered }, nameof(Shipment.Stage))).Written();
        erp.State.Shipments.Single().Status.Should().Be(2);
    }

    [Fact]
    public async Task Pdf_of_a_draft_is_none_and_of_a_valid_invoice_is_built_once_and_opened()
    {
        await using var erp = await Trade.StartAsync();
        var draft = (await erp.CreateAsync(Trade.Invoice(Small) with { Stage = InvoiceStage.Draft })).Written();
        var invoice = (await erp.CreateAsync(Trade.Invoice(Small), "main:shop:x:2")).Written();
        var opener = erp.Connector.Get<IPdfOpener<Invoice>>();

        (await opener.OpenPdfAsync(draft, CancellationToken.None)).Should().BeNull();
        foreach (var built in new[] { 1, 1 })
        {
            var file = await opener.OpenPdfAsync(invoice, CancellationToken.None);
            var bytes = new byte[5];
            await file!.Content.ReadExactlyAsync(bytes);
            System.Text.Encoding.ASCII.GetString(bytes).Should().Be("%PDF-");
            erp.Server.Requests.Snapshot().Count(request => request.Path.EndsWith("builddoc", StringComparison.Ordinal)).Should().Be(built);
        }
    }

    [Fact]
    public async Task Service_of_the_options_stands_for_shipping_and_its_absence_is_named()
    {
        await using var erp = await Trade.StartAsync(options => (options.ShippingService, options.WrappingService) = ("SHIPPING", "WRAPPING"), seed: state => state.AddProduct(product => (product.Ref, product.Label, product.Type) = ("SHIPPING", "Shipping", 1)));
        var order = (await erp.CreateAsync(Trade.Order(Trade.Line(1, 1, 10), Trade.Line(0, 1, 5, kind: LineKind.Shipping)))).Written();

        (await erp.FindAsync<Order>(order.Value)).Value.Lines.Select(line => line.Kind).Should().Equal(LineKind.Product, LineKind.Shipping);
        erp.State.Orders.Single().Lines[1].ProductId.Should().Be(10);
        (await erp.CreateAsync(Trade.Order(Trade.Line(0, 1, 2, kind: LineKind.Wrapping)), "main:shop:x:2")).Problem().Message.Should().Contain("WRAPPING");
    }

    [Fact]
    public async Task Bank_accounts_are_read_with_their_currency()
    {
        await using var erp = await Trade.StartAsync();

        var accounts = await erp.RecordsAsync<BankAccount>();

        accounts.Single().Value.Should().BeEquivalentTo(new { Code = "BNK1", Name = "Main", Currency = new CurrencyCode("EUR") });
    }
}
