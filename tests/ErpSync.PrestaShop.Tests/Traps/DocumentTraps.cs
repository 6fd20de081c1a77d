namespace ErpSync.PrestaShop.Tests.Traps;

/// <summary>What a connector can fall into with invoices, their PDFs, credit slips and the changes of documents.</summary>
public sealed class DocumentTraps
{
    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task The_first_state_that_invoices_makes_the_invoice(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var placed = SalesSeed.Order(shop.Server.State, draft => draft with { StateId = 2 });

        var invoice = (await shop.ReadAsync<Invoice>()).Single().Value;

        invoice.Number.Should().Be("#IN000001");
        invoice.Order.Should().Be(new Ref(EntityKind.Order, RemoteId.From(placed.Id)));
        invoice.Date.Should().NotBeNull();
        invoice.Stage.Should().Be(InvoiceStage.Paid);
        invoice.TotalGross!.Value.Amount.Should().Be(placed.Amount("total_paid_tax_incl"));
        DocumentTotals.Check(invoice.Lines, DocumentAmounts.Of(invoice), invoice.Rounding).Verdict.Should().Be(TotalsVerdict.Equal);
    }

    [Fact]
    public async Task A_delivery_slip_without_invoice_stands_among_the_invoices_and_is_none_until_it_has_a_number()
    {
        // Where invoices come later than parcels the shop writes a row with the number 0, and gives the same row its number in the end.
        await using var shop = await Shop.StartAsync();
        SalesSeed.Order(shop.Server.State, draft => draft with { StateId = 2 });
        var slip = shop.Server.State.Sales.Invoices.Single();
        slip.With(("number", 0));
        await shop.OpenAsync();

        (await shop.ReadAsync<Invoice>()).Should().BeEmpty();
        (await shop.ListAsync<Invoice>()).Should().BeEmpty();
        (await shop.FindAsync<Invoice>(slip.Id.ToString())).Should().BeEmpty();

        slip.With(("number", 7));
        (await shop.ListAsync<Invoice>()).Should().ContainSingle();
        (await shop.FindAsync<Invoice>(slip.Id.ToString())).Should().ContainSingle().Which.Value.Number.Should().Be("#IN000007");
    }

    [Fact]
    public async Task The_number_has_the_year_where_the_shop_prints_it()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.Configure("PS_INVOICE_PREFIX", "RE");
        shop.Server.State.Configure("PS_INVOICE_USE_YEAR", "1");
        var placed = SalesSeed.Order(shop.Server.State, draft => draft with { StateId = 2 });

        (await shop.ReadAsync<Invoice>()).Single().Value.Number.Should().Be($"RE000001/{placed["date_add"]![..4]}");
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    public async Task The_PDF_opens_without_login_in_the_form_of_address_that_the_version_wants(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var placed = SalesSeed.Order(shop.Server.State, draft => draft with { StateId = 2 });
        var invoice = (await shop.ReadAsync<Invoice>()).Single();
        shop.Server.Requests.Clear();

        await using var pdf = await shop.Connector.Get<IPdfOpener<Invoice>>().OpenPdfAsync(invoice.Id, CancellationToken.None);

        pdf!.FileName.Should().Be("IN000001.pdf");
        using var reader = new StreamReader(pdf.Content);
        (await reader.ReadToEndAsync()).Should().StartWith("%PDF");
        shop.Server.Requests.Total.Should().Be(3);
        invoice.Value.PdfLink.Should().Contain(placed["secure_key"]).And.Contain("controller=pdf-invoice");
        invoice.Value.HasPdf.Should().BeTrue();
    }

    [Fact]
    public async Task A_short_text_with_status_200_is_no_PDF()
    {
        await using var shop = await Shop.StartAsync();
        var placed = SalesSeed.Order(shop.Server.State, draft => draft with { StateId = 2 });
        var invoice = (await shop.ReadAsync<Invoice>()).Single();
        placed.With(("invoice_number", 0));

        (await shop.Connector.Get<IPdfOpener<Invoice>>().OpenPdfAsync(invoice.Id, CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task The_PDF_of_an_invoice_that_is_gone_is_not_found()
    {
        await using var shop = await Shop.StartAsync();

        var open = () => shop.Connector.Get<IPdfOpener<Invoice>>().OpenPdfAsync(new RemoteId("99"), CancellationToken.None);

        (await open.Should().ThrowAsync<ConnectorException>()).Which.Problem.Kind.Should().Be(ProblemKind.NotFound);
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task A_credit_slip_has_a_node_of_its_own_and_lines_of_the_order(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var placed = SalesSeed.Order(shop.Server.State, draft => draft with { StateId = 2 });
        shop.Server.State.Sales.AddSlip(placed.Id, 6m, (shop.Server.State.Sales.Details.Single().Id, 1));

        var note = (await shop.ReadAsync<CreditNote>()).Single().Value;

        note.Order.Should().Be(new Ref(EntityKind.Order, RemoteId.From(placed.Id)));
        note.Lines.Select(line => (line.Kind, line.Quantity, line.Net!.Value.Amount, line.Gross!.Value.Amount)).Should().Equal((LineKind.Product, 1m, 10.5m, 12.6m), (LineKind.Shipping, 1m, 5m, 6m));
        note.Lines[0].Reference.Should().Be("MUG");
        note.TotalGross!.Value.Amount.Should().Be(18.6m);
        DocumentTotals.Check(note.Lines, DocumentAmounts.Of(note), note.Rounding).Verdict.Should().Be(TotalsVerdict.Equal);
    }

    [Fact]
    public async Task A_credit_slip_without_lines_is_one_line_of_its_totals()
    {
        await using var shop = await Shop.StartAsync();
        var placed = SalesSeed.Order(shop.Server.State, draft => draft with { StateId = 2 });
        shop.Server.State.Sales.AddSlip(placed.Id, 0m).With(("total_products_tax_excl", 19.12m), ("total_products_tax_incl", 22.94m));

        var note = (await shop.ReadAsync<CreditNote>()).Single().Value;

        note.Lines.Should().ContainSingle().Which.Taxes.Should().Equal(new TaxRate(20));
        note.TotalGross!.Value.Amount.Should().Be(22.94m);
    }

    [Fact]
    public async Task A_state_in_the_history_renews_the_date_of_the_order_and_nothing_else_does()
    {
        await using var shop = await Shop.StartAsync();
        var first = SalesSeed.Order(shop.Server.State);
        var second = SalesSeed.Order(shop.Server.State);
        await shop.OpenAsync();
        shop.Clock.Advance(TimeSpan.FromHours(1));
        await shop.OpenAsync();
        var changes = shop.Connector.Get<IChangeReader<Order>>();
        var cursor = await changes.TakeCursorAsync(CancellationToken.None);
        shop.Server.State.Sales.AddPayment(second.Id, 5m);
        shop.Server.State.Sales.OrderCarriers[2].With(("tracking_number", "X"));
        shop.Server.State.Sales.ChangeState(first.Id, 3);

        var changed = await changes.ReadChangedAsync(cursor, CancellationToken.None).ToListAsync();

        changed.Select(result => result.Record!.Id.Value).Should().Equal("1");
    }

    [Fact]
    public async Task Orders_in_states_to_be_tried_again_are_delivered_though_nothing_changed()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.RetryStates.Add(10));
        SalesSeed.Order(shop.Server.State);
        SalesSeed.Order(shop.Server.State, draft => draft with { StateId = 2 });
        await shop.OpenAsync();
        shop.Clock.Advance(TimeSpan.FromDays(2));
        await shop.OpenAsync();
        var changes = shop.Connector.Get<IChangeReader<Order>>();

        var soon = await changes.ReadChangedAsync(await changes.TakeCursorAsync(CancellationToken.None), CancellationToken.None).ToListAsync();
        shop.Clock.Advance(TimeSpan.FromDays(40));
        await shop.OpenAsync();
        var late = await changes.ReadChangedAsync(await changes.TakeCursorAsync(CancellationToken.None), CancellationToken.None).ToListAsync();

        soon.Select(result => result.Record!.Id.Value).Should().Equal("1");
        late.Should().BeEmpty("after 30 days nobody waits any more");
    }

    [Fact]
    public async Task A_deleted_order_is_found_by_the_listing_of_ids()
    {
        await using var shop = await Shop.StartAsync();
        SalesSeed.Order(shop.Server.State);
        SalesSeed.Order(shop.Server.State);
        shop.Server.State.Sales.RemoveOrder(1);

        (await shop.ListAsync<Order>()).Select(line => line.Id.Value).Should().Equal("2");
    }
}
