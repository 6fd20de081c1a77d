using ErpSync.Sandbox;

namespace ErpSync.EndToEnd.Tests;

/// <summary>Through the engine: a document that Dolibarr would total otherwise is parked with the setting to change, and nothing of it is validated; a draft that a crash left is found and finished.</summary>
public sealed class DolibarrTotalsTests
{
    [Fact]
    public async Task Document_that_Dolibarr_would_round_otherwise_is_parked_with_the_setting_and_goes_through_once_that_is_right()
    {
        await using var world = await SalesToDolibarr.StartAsync(state => state.Constants["MAIN_ROUNDING_RULE_TOT"] = "0.05");
        world.Sell("GOOD", 2, 10m, 20m, 4m);
        world.Sell("BAD", 1, 9.99m, 9.99m, 2.00m);

        (await world.RunAsync()).Problems.Select(problem => problem.Code).Should().Equal("dolibarr.totals-decimals");

        var parked = await world.ParkedAsync();
        (parked.Kind, parked.Connection, parked.Label, parked.Problem.Field).Should().Be((EntityKind.Order, "shop", "BAD", nameof(Order.TotalGross)));
        parked.Reason.Should().Contain("MAIN_ROUNDING_RULE_TOT");
        world.Erp.State.Orders.Should().ContainSingle("one bad record never stops the others, and nothing of it was sent").Which.Should().Match<DolibarrOrder>(order => order.Status == 1 && order.Amounts.Gross == 24m);

        world.Erp.State.Constants["MAIN_ROUNDING_RULE_TOT"] = "";
        (await world.RunAsync(TimeSpan.FromHours(2))).Problems.Should().BeEmpty();

        world.Erp.State.Orders.Select(order => (order.Status, order.Amounts.Net, order.Amounts.Gross)).Should().Equal((1, 20m, 24m), (1, 9.99m, 11.99m));
        await RestsAsync(world);
    }

    [Fact]
    public async Task Document_that_came_out_otherwise_although_nothing_told_it_is_taken_back_unvalidated_and_goes_through_once_the_setting_is_right()
    {
        await using var world = await SalesToDolibarr.StartAsync(state => state.Constants["MAIN_ROUNDING_RULE_TOT"] = "0.05", mayReadSettings: false);
        world.Sell("BAD", 1, 9.99m, 9.99m, 2.00m, isInvoiced: true);

        await world.RunAsync();

        var parked = await world.Control.ListParkedAsync(new ParkedQuery("main"));
        parked.Select(one => one.Kind).Should().Contain(EntityKind.Order);
        foreach (var one in parked.Where(one => one.Problem.Code == "dolibarr.totals-stored"))
            one.Reason.Should().Contain("MAIN_ROUNDING_RULE_TOT");
        parked.Should().Contain(one => one.Problem.Code == "dolibarr.totals-stored");
        (world.Erp.State.Orders.Count, world.Erp.State.Invoices.Count).Should().Be((0, 0), "the drafts were taken back");
        world.Erp.Requests.Snapshot().Should().NotContain(request => request.Path.EndsWith("/validate", StringComparison.Ordinal));

        world.Erp.State.Constants["MAIN_ROUNDING_RULE_TOT"] = "";
        (await world.RunAsync(TimeSpan.FromHours(2))).Problems.Should().BeEmpty();
        (await world.RunAsync(TimeSpan.FromHours(2))).Problems.Should().BeEmpty();

        world.Erp.State.Orders.Should().ContainSingle().Which.Should().Match<DolibarrOrder>(order => order.Status == 1 && order.Amounts.Gross == 11.99m);
        world.Erp.State.Invoices.Should().ContainSingle().Which.Should().Match<DolibarrInvoice>(invoice => invoice.Status == 1 && invoice.Amounts.Gross == 11.99m);
        await RestsAsync(world);
    }

    [Theory]
    [InlineData(FaultKind.DropBeforeCommit, false)]
    [InlineData(FaultKind.DropAfterCommit, false)]
    [InlineData(FaultKind.ErrorBeforeCommit, false)]
    [InlineData(FaultKind.ErrorAfterCommit, false)]
    [InlineData(FaultKind.DropBeforeCommit, true)]
    [InlineData(FaultKind.DropAfterCommit, true)]
    public async Task Crash_between_draft_and_validation_is_found_and_finished_by_the_next_run(FaultKind fault, bool storeIsLost)
    {
        await using var world = await SalesToDolibarr.StartAsync();
        world.Sell("S1", 2, 10m, 20m, 4m, isInvoiced: true);
        world.Erp.Faults.Add(new Fault(fault) { Method = "POST", PathContains = "/validate" });
        await world.DieAfterCreatingAsync(EntityKind.Order);
        world.Erp.State.Orders.Should().ContainSingle().Which.Status.Should().Be(fault is FaultKind.DropAfterCommit or FaultKind.ErrorAfterCommit ? 1 : 0);
        world.Erp.State.Invoices.Should().BeEmpty();

        world.Erp.Faults.Clear();
        world.Restart(storeIsLost);
        await world.RunAsync(TimeSpan.FromMinutes(20));
        await world.RunAsync(TimeSpan.FromHours(2));

        world.Erp.State.Orders.Should().ContainSingle().Which.Should().Match<DolibarrOrder>(order => order.Status == 1 && order.Amounts.Gross == 24m);
        world.Erp.State.Invoices.Should().ContainSingle().Which.Should().Match<DolibarrInvoice>(invoice => invoice.Status == 1 && invoice.Amounts.Gross == 24m);
        (await world.Control.ListParkedAsync(new ParkedQuery("main"))).Should().BeEmpty();
        await RestsAsync(world);
    }

    [Fact]
    public async Task Draft_with_a_wrong_total_that_a_crash_left_before_anybody_compared_it_is_not_validated_before_it_is_right()
    {
        await using var world = await SalesToDolibarr.StartAsync(state => state.Constants["MAIN_ROUNDING_RULE_TOT"] = "0.05", mayReadSettings: false);
        world.Sell("S1", 1, 9.99m, 9.99m, 2.00m);
        world.Erp.Faults.Add(new Fault(FaultKind.DropAfterCommit) { Method = "POST", PathContains = "index.php/orders" });
        await world.DieAfterCreatingAsync(EntityKind.Order);
        world.Erp.State.Orders.Should().ContainSingle().Which.Should().Match<DolibarrOrder>(order => order.Status == 0 && order.Amounts.Gross != 11.99m);

        world.Erp.Faults.Clear();
        world.Restart();
        await world.RunAsync(TimeSpan.FromMinutes(20));

        var parked = await world.ParkedAsync();
        (parked.Kind, parked.Problem.Code).Should().Be((EntityKind.Order, "dolibarr.totals-stored"));
        parked.Reason.Should().Contain("MAIN_ROUNDING_RULE_TOT");
        world.Erp.State.Orders.Single().Status.Should().Be(0);
        world.Erp.Requests.Snapshot().Should().NotContain(request => request.Path.EndsWith("/validate", StringComparison.Ordinal));

        // A person corrects the setting and saves the line of the draft again.
        world.Erp.State.Constants["MAIN_ROUNDING_RULE_TOT"] = "";
        var line = world.Erp.State.Orders.Single().Lines.Single();
        using var person = new HttpClient { BaseAddress = world.Erp.BaseAddress };
        person.DefaultRequestHeaders.Add("DOLAPIKEY", world.Erp.ApiKey);
        var body = $$"""{"qty":1,"subprice":"9.99","tva_tx":"20","product_type":0,"fk_product":{{line.ProductId}},"remise_percent":0}""";
        (await person.PutAsync(new Uri($"api/index.php/orders/{world.Erp.State.Orders.Single().Id}/lines/{line.Id}", UriKind.Relative), new StringContent(body, System.Text.Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
        (await world.RunAsync(TimeSpan.FromHours(2))).Problems.Should().BeEmpty();

        world.Erp.State.Orders.Should().ContainSingle().Which.Should().Match<DolibarrOrder>(order => order.Status == 1 && order.Amounts.Gross == 11.99m);
        await RestsAsync(world);
    }

    [Theory]
    [InlineData(5.02, 33, 6.72, 1.36, true)]
    [InlineData(20.75, 10, 37.36, 7.46, false)]
    public async Task Reduction_that_the_shop_rounds_by_piece_comes_out_with_its_total_and_the_pair_rests(double price, double percent, double net, double tax, bool hasLine)
    {
        await using var world = await SalesToDolibarr.StartAsync();
        world.Sell("S1", 2, (decimal)price, (decimal)net, (decimal)tax, isInvoiced: true, (decimal)percent);

        (await world.RunAsync()).Problems.Should().BeEmpty();

        var order = world.Erp.State.Orders.Should().ContainSingle().Subject;
        (order.Status, order.Amounts.Gross, world.Erp.State.Invoices.Single().Amounts.Gross).Should().Be((1, (decimal)(net + tax), (decimal)(net + tax)));
        order.Lines.Should().HaveCount(hasLine ? 2 : 1, "a difference of the sum is a visible line");
        await RestsAsync(world);
    }

    private static async Task RestsAsync(SalesToDolibarr world)
    {
        var before = world.Erp.Requests.Writes;
        (await world.RunAsync()).Written.Should().Be(0);
        world.Erp.Requests.Writes.Should().Be(before, "nothing changed");
    }
}
