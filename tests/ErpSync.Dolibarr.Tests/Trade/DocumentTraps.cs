using ErpSync.Sandbox;

namespace ErpSync.Dolibarr.Tests;

/// <summary>The traps of <c>reference/dolibarr.md</c> about documents.</summary>
public sealed class DocumentTraps
{
    private static readonly Order Small = Trade.Order(Trade.Line(1, 2, 10), Trade.Line(0, 1, 4.90m, kind: LineKind.Shipping));

    [Fact]
    public async Task Payments_call_that_pays_too_much_is_never_used()
    {
        await using var erp = await Trade.StartAsync();
        var invoice = (await erp.CreateAsync(Trade.Invoice(Small))).Written();
        (await erp.CreateAsync(Trade.Payment(invoice, 10), "main:shop:payment:1")).Written();
        (await erp.CreateAsync(Trade.Payment(invoice, Small.TotalGross!.Value.Amount - 10) with { TransactionId = "tx_2" }, "main:shop:payment:2")).Written();

        (await erp.FindAsync<Invoice>(invoice.Value)).Value.Should().BeEquivalentTo(new { Stage = InvoiceStage.Paid, Paid = Small.TotalGross });
        erp.Server.Requests.Snapshot().Where(request => request.IsWrite).Select(request => request.Path).Should().NotContain(path => path.EndsWith("/payments", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Payment_above_the_rest_is_refused_and_nothing_is_booked()
    {
        await using var erp = await Trade.StartAsync();
        var invoice = (await erp.CreateAsync(Trade.Invoice(Small))).Written();

        (await erp.CreateAsync(Trade.Payment(invoice, 1000), "main:shop:payment:1")).Problem().Kind.Should().Be(ProblemKind.Rejected);

        erp.State.Payments.Should().BeEmpty();
    }

    [Fact]
    public async Task Payment_that_is_sent_twice_under_its_token_is_found_before_the_second_time()
    {
        await using var erp = await Trade.StartAsync();
        var invoice = (await erp.CreateAsync(Trade.Invoice(Small))).Written();
        erp.Server.Faults.Add(new Fault(FaultKind.DropAfterCommit) { Method = "POST", PathContains = "paymentsdistributed" });
        (await erp.CreateAsync(Trade.Payment(invoice, 10), "main:shop:payment:1")).Problem();

        var found = await erp.Connector.Get<ITokenFinder<Payment>>().FindByTokenAsync(["main:shop:payment:1", "main:shop:payment:2"], CancellationToken.None);

        found.Keys.Should().Equal("main:shop:payment:1");
        (await erp.FindAsync<Payment>(found["main:shop:payment:1"].Value)).Value.Amount.Should().Be(new Money(10, new CurrencyCode("EUR")));
        erp.State.Payments.Should().ContainSingle();
    }

    [Fact]
    public async Task Refund_that_the_api_books_with_the_wrong_sign_is_refused_with_the_way_out()
    {
        await using var erp = await Trade.StartAsync();
        var note = (await erp.CreateAsync(Trade.Note(Small))).Written();

        var problem = (await erp.CreateAsync(Trade.Payment(note, 10) with { Invoice = null, CreditNote = note.Ref<CreditNote>(), IsRefund = true }, "main:shop:payment:1")).Problem();

        problem.Remedy.Should().Contain("Stage Paid");
        erp.State.Payments.Should().BeEmpty();
        (await erp.UpdateAsync(await erp.FindAsync<CreditNote>(note.Value), value => value with { Stage = InvoiceStage.Paid }, nameof(CreditNote.Stage))).Written();
        erp.State.Discounts.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Cheque_is_booked_with_the_name_of_who_wrote_it()
    {
        await using var erp = await Trade.StartAsync();
        var invoice = (await erp.CreateAsync(Trade.Invoice(Small))).Written();

        (await erp.CreateAsync(Trade.Payment(invoice, 10) with { Method = new Ref(EntityKind.PaymentMethod, new RemoteId("7")) }, "main:shop:payment:1")).Written();

        erp.State.Payments.Should().ContainSingle();
    }

    [Theory]
    [InlineData("USD", 1.1)]
    [InlineData("JPY", 160.5)]
    public async Task Currency_that_createfromorder_loses_is_kept(string currency, double rate)
    {
        await using var erp = await Trade.StartAsync(seed: state => state.AddCurrency(currency, (decimal)rate));
        var code = new CurrencyCode(currency);
        var line = Trade.Line(1, 2, 1500) with { UnitNet = new Money(1500, code), Net = new Money(3000, code), Tax = new Money(600, code) };
        var order = Trade.Order(line) with { Currency = code, ConversionRate = (decimal)rate, TotalNet = new Money(3000, code), TotalTax = new Money(600, code), TotalGross = new Money(3600, code) };
        var stored = (await erp.CreateAsync(order)).Written();

        var invoice = (await erp.CreateAsync(Trade.Invoice(order, stored.Ref<Order>()))).Written();

        var read = (await erp.FindAsync<Invoice>(invoice.Value)).Value;
        (read.Currency, read.ConversionRate, read.TotalGross, read.Order, read.Token).Should().Be((code, (decimal)rate, new Money(3600, code), stored.Ref<Order>(), "main:shop:x:1"));
        erp.Server.Requests.Snapshot().Should().NotContain(request => request.Path.Contains("createfrom", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("23.0.0-beta")]
    [InlineData("18.0.0")]
    public async Task Look_ups_that_are_broken_in_23_are_never_used(string version)
    {
        await using var erp = await Trade.StartAsync(server: server => server.Version = version);
        var order = (await erp.CreateAsync(Small)).Written();
        var invoice = (await erp.CreateAsync(Trade.Invoice(Small))).Written();

        (await TokensAsync<Order>(erp)).Should().Be(order);
        (await TokensAsync<Invoice>(erp)).Should().Be(invoice);
        (await erp.Connector.Get<IKeyFinder<Order>>().FindByKeyAsync(["SHOP-1"], CancellationToken.None).ToListAsync()).Should().ContainSingle();
        erp.Server.Requests.Snapshot().Select(request => request.Path).Should().NotContain(path => path.Contains("/ref/", StringComparison.Ordinal) || path.Contains("/ref_ext/", StringComparison.Ordinal) || path.Contains("/email/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Draft_that_a_crash_left_is_found_by_its_token_and_finished()
    {
        await using var erp = await Trade.StartAsync();
        erp.Server.Faults.Add(new Fault(FaultKind.DropBeforeCommit) { Method = "POST", PathContains = "/validate", Times = 5 });
        await erp.CreateAsync(Small);
        erp.State.Orders.Single().Status.Should().Be(0);
        erp.Server.Faults.Clear();

        var found = await erp.FindAsync<Order>((await TokensAsync<Order>(erp)).Value);
        found.Value.Stage.Should().Be(OrderStage.Draft);
        (await erp.UpdateAsync(found, _ => Small, nameof(Order.Stage))).Written();

        erp.State.Orders.Single().Status.Should().Be(1);
    }

    [Fact]
    public async Task Create_whose_answer_is_lost_is_found_and_not_made_twice()
    {
        await using var erp = await Trade.StartAsync();
        erp.Server.Faults.Add(new Fault(FaultKind.DropAfterCommit) { Method = "POST", PathContains = "orders" });
        (await erp.CreateAsync(Small)).Problem().Kind.Should().Be(ProblemKind.OutcomeUnknown);

        (await TokensAsync<Order>(erp)).Number().Should().Be(erp.State.Orders.Single().Id);
    }

    [Fact]
    public async Task Token_that_two_documents_have_finds_the_older_one()
    {
        await using var erp = await Trade.StartAsync();
        var first = (await erp.CreateAsync(Small)).Written();
        (await erp.CreateAsync(Small)).Written();

        (await TokensAsync<Order>(erp)).Should().Be(first);
    }

    [Fact]
    public async Task Partial_update_of_a_line_empties_nothing_because_all_its_fields_are_sent()
    {
        await using var erp = await Trade.StartAsync();
        var order = await erp.FindAsync<Order>((await erp.CreateAsync(Trade.Order(Trade.Line(1, 2, 10) with { DiscountPercent = 10, Net = new Money(18, new CurrencyCode("EUR")), Tax = new Money(3.6m, new CurrencyCode("EUR")) }) with { Stage = OrderStage.Draft })).Written().Value);

        (await erp.UpdateAsync(order, value => value with { Lines = [value.Lines[0] with { Quantity = 3, Net = new Money(27, new CurrencyCode("EUR")), Tax = new Money(5.4m, new CurrencyCode("EUR")) }] }, nameof(Order.Lines))).Written();

        var line = erp.State.Orders.Single().Lines.Single();
        (line.Quantity, line.UnitPrice, line.Discount, line.VatRate, line.ProductId, line.Amounts.Gross).Should().Be((3m, 10m, 10m, 20m, 1, 32.4m));
    }

    [Fact]
    public async Task Documents_are_written_one_after_the_other_because_numbers_race()
    {
        await using var erp = await Trade.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(number => erp.CreateAsync(Small with { Reference = $"S{number}" }, $"main:shop:order:{number}")));

        erp.Connector.Get<IKind<Order>>().Profile.Writers.Should().Be(1);
        erp.State.Orders.Select(order => order["ref"]).Should().OnlyHaveUniqueItems().And.HaveCount(6);
        var writes = erp.Server.Requests.Snapshot().Where(request => request.IsWrite).Select(request => request.Path.EndsWith("/validate", StringComparison.Ordinal));
        writes.Should().Equal(Enumerable.Range(0, 12).Select(place => place % 2 == 1), "each order is made and validated before the next begins");
    }

    [Fact]
    public async Task Order_with_an_invoice_is_never_deleted_although_Dolibarr_would()
    {
        await using var erp = await Trade.StartAsync();
        var order = (await erp.CreateAsync(Small with { Stage = OrderStage.Draft })).Written();
        (await erp.CreateAsync(Trade.Invoice(Small, order.Ref<Order>()))).Written();

        var result = await erp.Connector.Get<IDeleter<Order>>().DeleteAsync([await erp.FindAsync<Order>(order.Value)], CancellationToken.None);

        result[0].Problem().Remedy.Should().Contain("Cancel");
        erp.State.Orders.Should().ContainSingle();
    }

    [Fact]
    public async Task Cancel_that_has_no_call_stores_the_status_and_can_be_taken_back()
    {
        await using var erp = await Trade.StartAsync();
        var order = await erp.FindAsync<Order>((await erp.CreateAsync(Small)).Written().Value);

        (await erp.UpdateAsync(order, value => value with { Stage = OrderStage.Cancelled }, nameof(Order.Stage))).Written();
        var cancelled = await erp.FindAsync<Order>(order.Id.Value);

        (erp.State.Orders.Single().Status, cancelled.Value.Stage).Should().Be((-1, OrderStage.Cancelled));
    }

    [Fact]
    public async Task Html_in_front_of_the_answer_does_not_hide_the_document_that_was_made()
    {
        await using var erp = await Trade.StartAsync();
        var order = (await erp.CreateAsync(Small)).Written();
        erp.Server.Faults.Add(new Fault(FaultKind.PhpWarning) { PathContains = "orders", Times = 10 });

        (await erp.FindAsync<Order>(order.Value)).Value.TotalGross.Should().Be(Small.TotalGross);
        // The id alone cannot be told from the warning: the document is looked for by its token.
        (await erp.CreateAsync(Small, "main:shop:x:2")).Problem().Kind.Should().Be(ProblemKind.OutcomeUnknown);
        (await erp.Connector.Get<ITokenFinder<Order>>().FindByTokenAsync(["main:shop:x:2"], CancellationToken.None))["main:shop:x:2"].Number().Should().Be(2);
    }

    [Fact]
    public async Task Missing_module_is_named_and_no_document_is_sent()
    {
        await using var erp = await Trade.StartAsync(seed: state => state.Modules.Remove("commande"));

        var problem = (await erp.CreateAsync(Small)).Problem();
        (problem.Kind, problem.HttpStatus).Should().Be((ProblemKind.Denied, 403));
        problem.Message.Should().Contain("the module (Sales orders) is off");
        erp.State.Orders.Should().BeEmpty();
    }

    private static async Task<RemoteId> TokensAsync<T>(Erp erp)
        where T : class, IEntity => (await erp.Connector.Get<ITokenFinder<T>>().FindByTokenAsync(["main:shop:x:1"], CancellationToken.None))["main:shop:x:1"];
}
