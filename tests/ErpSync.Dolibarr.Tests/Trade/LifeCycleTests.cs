using ErpSync.Sandbox;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Documents through their life: drafts that somebody left, numbers that are taken, answers that are lost at the worst moment.</summary>
public sealed class LifeCycleTests
{
    private const string Draft = """{"socid":1,"date":1795305600,"ref_ext":"main:shop:x:1","lines":[{"fk_product":1,"qty":1,"subprice":"9.99","tva_tx":"20","product_type":0}]}""";
    private static readonly Order Wanted = Trade.Order(Trade.Line(1, 1, 10));

    [Fact]
    public async Task Draft_that_a_crash_left_before_it_was_compared_is_not_validated_with_another_total()
    {
        await using var erp = await Trade.StartAsync(seed: state =>
        {
            state.AddOrder(Draft);
            state.AddInvoice(Draft);
        });
        var order = await erp.FindAsync<Order>("1");
        var problem = (await erp.UpdateAsync(order, _ => Wanted, nameof(Order.Stage))).Problem();
        (problem.Code, problem.Field).Should().Be(("dolibarr.totals-stored", nameof(Order.TotalGross)));
        problem.Message.Should().Contain("11.99").And.Contain("12");

        (await erp.UpdateAsync(await erp.FindAsync<Invoice>("1"), _ => Trade.Invoice(Wanted), nameof(Invoice.Stage))).Problem().Code.Should().Be("dolibarr.totals-stored");

        (erp.State.Orders[1].Status, erp.State.Invoices[1].Status).Should().Be((0, 0));
        (await erp.UpdateAsync(order, _ => Wanted with { Stage = OrderStage.Cancelled }, nameof(Order.Stage))).Written();
    }

    [Fact]
    public async Task Draft_whose_lines_are_corrected_first_is_validated_in_the_same_update()
    {
        await using var erp = await Trade.StartAsync(seed: state => state.AddOrder(Draft));
        var order = await erp.FindAsync<Order>("1");
        (await erp.UpdateAsync(order, value => Wanted with { Lines = [Wanted.Lines[0] with { Id = value.Lines[0].Id }] }, nameof(Order.Lines), nameof(Order.TotalGross), nameof(Order.Stage))).Written();
        (erp.State.Orders[1].Status, erp.State.Orders[1].Amounts.Gross).Should().Be((1, 12m));
    }

    [Theory]
    [InlineData(FaultKind.DropBeforeCommit, 0)]
    [InlineData(FaultKind.DropAfterCommit, 1)]
    public async Task Answer_of_the_validation_that_is_lost_leaves_one_order_that_the_next_run_finishes(FaultKind kind, int status)
    {
        await using var erp = await Trade.StartAsync();
        erp.Server.Faults.Add(new Fault(kind) { Method = "POST", PathContains = "/validate" });
        (await erp.CreateAsync(Wanted)).Problem().Kind.Should().Be(ProblemKind.OutcomeUnknown);
        erp.State.Orders.Single().Status.Should().Be(status);

        var found = (await erp.Connector.Get<ITokenFinder<Order>>().FindByTokenAsync(["main:shop:x:1"], CancellationToken.None))["main:shop:x:1"];
        (await erp.UpdateAsync(await erp.FindAsync<Order>(found.Value), _ => Wanted, nameof(Order.Stage))).Written();

        erp.State.Orders.Single().Status.Should().Be(1);
    }

    [Fact]
    public async Task Number_that_another_order_has_is_a_duplicate_and_named_and_the_others_go_on()
    {
        await using var erp = await Trade.StartAsync(options => options.OrderNumbers = DolibarrOrderNumbers.Reference, seed: state => state.AddOrder("""{"socid":1,"date":1795305600,"ref":"SHOP-1","lines":[]}"""));
        var creator = erp.Connector.Get<ICreator<Order>>();
        var results = await creator.CreateAsync([new Creation<Order>("main:shop:x:1", Wanted), new Creation<Order>("main:shop:x:2", Wanted with { Reference = "SHOP-2" })], CancellationToken.None);
        var problem = results[0].Problem();
        (problem.Kind, problem.Code).Should().Be((ProblemKind.Duplicate, "dolibarr.duplicate"));
        problem.Message.Should().Contain("SHOP-1");
        results[1].Written();
        erp.State.Orders.Select(order => order["ref"]).Should().Equal("SHOP-1", "SHOP-2");
    }

    [Theory]
    [InlineData("STOCK_CALCULATE_ON_VALIDATE_ORDER")]
    [InlineData("STOCK_CALCULATE_ON_BILL")]
    public async Task Goods_are_taken_once_and_from_the_warehouse_of_the_options_where_dolibarr_takes_them(string moment)
    {
        await using var erp = await Trade.StartAsync(options => options.WriteWarehouse = "SHOP2", seed: state =>
        {
            state.Constants[moment] = "1";
            state.AddWarehouse(warehouse => warehouse.Label = "SHOP2");
            state.SetStock(1, 1, 10);
            state.SetStock(1, 2, 10);
        });
        var order = (await erp.CreateAsync(Trade.Order(Trade.Line(1, 2, 10)))).Written();
        (await erp.CreateAsync(Trade.Invoice(Trade.Order(Trade.Line(1, 2, 10)), order.Ref<Order>()))).Written();
        (erp.State.GetStock(1, 1), erp.State.GetStock(1, 2)).Should().Be((10m, 8m));
        erp.Server.Requests.Snapshot().Should().NotContain(request => request.Path.EndsWith("/stockmovements", StringComparison.Ordinal) && request.IsWrite);
    }

    [Fact]
    public async Task Order_is_closed_billed_and_opened_again()
    {
        await using var erp = await Trade.StartAsync();
        var id = (await erp.CreateAsync(Wanted with { Stage = OrderStage.Completed, IsInvoiced = true })).Written();
        (erp.State.Orders[1].Status, (await erp.FindAsync<Order>(id.Value)).Value.IsInvoiced).Should().Be((3, true));
        (await erp.UpdateAsync(await erp.FindAsync<Order>(id.Value), value => value with { Stage = OrderStage.Confirmed }, nameof(Order.Stage))).Written();
        (await erp.FindAsync<Order>(id.Value)).Value.Stage.Should().Be(OrderStage.Confirmed);
    }

    [Fact]
    public async Task Invoice_is_called_paid_only_when_nothing_is_open()
    {
        await using var erp = await Trade.StartAsync();
        var id = (await erp.CreateAsync(Trade.Invoice(Wanted) with { IsDeposit = true })).Written();
        var invoice = await erp.FindAsync<Invoice>(id.Value);
        invoice.Value.IsDeposit.Should().BeTrue();

        var problem = (await erp.UpdateAsync(invoice, value => value with { Stage = InvoiceStage.Paid }, nameof(Invoice.Stage))).Problem();
        (problem.Kind, problem.Code).Should().Be((ProblemKind.WaitingForDependency, "dolibarr.invoice-not-paid"));

        (await erp.CreateAsync(Trade.Payment(id, 12), "main:shop:payment:1")).Written();
        (await erp.UpdateAsync(await erp.FindAsync<Invoice>(id.Value), value => value with { Stage = InvoiceStage.Paid }, nameof(Invoice.Stage))).Written();
        (await erp.FindAsync<Invoice>(id.Value)).Value.Stage.Should().Be(InvoiceStage.Paid);
        erp.State.Payments.Should().ContainSingle();
    }

    [Fact]
    public async Task Writes_of_stock_documents_and_codes_never_overlap_whatever_their_kinds()
    {
        await using var erp = await Trade.StartAsync(options => options.MaxConcurrency = 8);
        await erp.OpenAsync();
        var levels = new List<Remote<StockLevel>>();
        foreach (var number in Enumerable.Range(1, 4))
            levels.Add(await erp.FindAsync<StockLevel>($"product:{number}"));
        await erp.RecordsAsync<Order>();
        erp.Server.Requests.Clear();

        await Task.WhenAll(
        [
            .. levels.Select(level => (Task)erp.UpdateAsync(level, value => value with { Quantity = 3 }, nameof(StockLevel.Quantity))),
            .. Enumerable.Range(0, 4).Select(number => (Task)erp.CreateAsync(Wanted with { Reference = $"S{number}" }, $"main:shop:order:{number}")),
            .. Enumerable.Range(0, 4).Select(number => (Task)erp.CreateAsync(new Supplier { Name = $"Supplier {number}" }, $"main:shop:supplier:{number}")),
        ]);

        var writes = erp.Server.Requests.Snapshot().Where(request => request.IsWrite).Select(request => request.Path[(request.Path.LastIndexOf('/') + 1)..]).ToList();
        writes.Should().HaveCount(4 + 8 + 4);
        for (var place = 0; place < writes.Count; place++)
        {
            if (writes[place] == "orders")
                writes[place + 1].Should().Be("validate", "an order is whole before anything else is written");
        }

        erp.State.ThirdParties.Select(party => party["code_fournisseur"]).OfType<string>().Should().OnlyHaveUniqueItems().And.HaveCount(4);
        Enumerable.Range(1, 4).Select(number => erp.State.GetStock(number, 1)).Should().OnlyContain(quantity => quantity == 3);
    }
}
