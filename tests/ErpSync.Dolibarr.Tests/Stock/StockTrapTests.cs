using ErpSync.Sandbox;

namespace ErpSync.Dolibarr.Tests;

/// <summary>The traps of Dolibarr's stock, each with what the connector makes of it.</summary>
public sealed class StockTrapTests
{
    [Theory]
    [InlineData("23.0.0-beta")]
    [InlineData("18.0.0")]
    public async Task Wished_level_becomes_one_movement_of_the_difference(string version)
    {
        await using var erp = await Erp.StartAsync(server: server => server.Version = version);
        var id = Seed(erp.State, 10);
        var result = await WriteAsync(erp, id, 7.5m);
        result.Should().BeOfType<WriteResult<StockLevel>.Written>(result.ToString()).Which.Stored!.Value.Quantity.Should().Be(7.5m);
        var movement = erp.State.StockMovements.Last();
        (movement.Quantity, movement.Label).Should().Be((-2.5m, "ErpSync"));
        movement.InventoryCode.Should().StartWith("erpsync-");
        erp.State.GetStock(id, 1).Should().Be(7.5m);
    }

    [Fact]
    public async Task Level_that_is_there_already_sends_nothing()
    {
        await using var erp = await Erp.StartAsync();
        var id = Seed(erp.State, 10);
        await WriteAsync(erp, id, 10);
        erp.Server.Requests.Writes.Should().Be(0);
    }

    [Fact]
    public async Task Movement_whose_answer_is_lost_is_found_by_its_code_and_not_repeated()
    {
        await using var erp = await Erp.StartAsync();
        var id = Seed(erp.State, 10);
        erp.Server.Faults.Add(new Fault(FaultKind.DropAfterCommit) { Method = "POST" });
        var result = await WriteAsync(erp, id, 12);
        result.Should().BeOfType<WriteResult<StockLevel>.Written>(result.ToString());
        erp.State.GetStock(id, 1).Should().Be(12);
        erp.Server.Requests.Writes.Should().Be(1);
    }

    [Fact]
    public async Task Movement_that_did_not_arrive_is_left_open_and_not_repeated()
    {
        await using var erp = await Erp.StartAsync();
        var id = Seed(erp.State, 10);
        erp.Server.Faults.Add(new Fault(FaultKind.DropBeforeCommit) { Method = "POST" });
        var result = await WriteAsync(erp, id, 12);
        result.Should().BeOfType<WriteResult<StockLevel>.Failed>().Which.Problem.Kind.Should().Be(ProblemKind.OutcomeUnknown);
        (erp.State.GetStock(id, 1), erp.Server.Requests.Writes).Should().Be((10m, 1L));
    }

    [Fact]
    public async Task Level_that_moved_since_it_was_read_is_decided_again()
    {
        await using var erp = await Erp.StartAsync();
        var id = Seed(erp.State, 10);
        var current = await erp.FindAsync<StockLevel>($"product:{id}");
        erp.State.SetStock(id, 1, 9);
        var result = await erp.UpdateAsync(current, level => level with { Quantity = 20 }, nameof(StockLevel.Quantity));
        result.Should().BeOfType<WriteResult<StockLevel>.Failed>().Which.Problem.Kind.Should().Be(ProblemKind.Stale);
        erp.State.GetStock(id, 1).Should().Be(9);
    }

    [Fact]
    public async Task Negative_level_is_refused_with_an_explanation()
    {
        await using var erp = await Erp.StartAsync();
        var id = Seed(erp.State, 1);
        var problem = (await WriteAsync(erp, id, -3)).Should().BeOfType<WriteResult<StockLevel>.Failed>().Subject.Problem;
        (problem.Kind, problem.Code, problem.EntityKind).Should().Be((ProblemKind.Rejected, "dolibarr.stock-negative", EntityKind.StockLevel));
    }

    [Fact]
    public async Task Several_open_warehouses_need_the_one_to_book_in()
    {
        await using var erp = await Erp.StartAsync(seed: state => state.AddWarehouse(warehouse => warehouse.Label = "SHOP2"));
        var id = Seed(erp.State, 1);
        var problem = (await WriteAsync(erp, id, 2)).Should().BeOfType<WriteResult<StockLevel>.Failed>().Subject.Problem;
        problem.Code.Should().Be("dolibarr.write-warehouse-missing");
        problem.ToString().Should().Contain("MAIN, SHOP2").And.Contain("WriteWarehouse");
    }

    [Fact]
    public async Task Levels_are_summed_over_the_named_warehouses_and_booked_in_one()
    {
        await using var erp = await Erp.StartAsync(
            options => (options.Warehouses, options.WriteWarehouse) = (["MAIN", "SHOP2"], "SHOP2"),
            seed: state =>
            {
                state.AddWarehouse(warehouse => warehouse.Label = "SHOP2");
                state.AddWarehouse(warehouse => warehouse.Label = "BROKEN");
            });
        var id = Seed(erp.State, 5);
        erp.State.SetStock(id, 2, 3);
        erp.State.SetStock(id, 3, 100);
        (await erp.FindAsync<StockLevel>($"product:{id}")).Value.Quantity.Should().Be(8);
        await WriteAsync(erp, id, 10);
        (erp.State.GetStock(id, 1), erp.State.GetStock(id, 2), erp.State.GetStock(id, 3)).Should().Be((5m, 5m, 100m));
    }

    [Fact]
    public async Task Closed_warehouse_does_not_count()
    {
        await using var erp = await Erp.StartAsync(seed: state => state.AddWarehouse(warehouse => (warehouse.Label, warehouse.Status) = ("OLD", 0)));
        var id = Seed(erp.State, 5);
        erp.State.SetStock(id, 2, 50);
        (await erp.FindAsync<StockLevel>($"product:{id}")).Value.Quantity.Should().Be(5);
    }

    [Fact]
    public async Task No_open_warehouse_is_said_so()
    {
        await using var erp = await Erp.StartAsync(seed: state => state.Warehouses[1].Status = 0);
        var id = erp.State.AddProduct(product => (product.Ref, product.Label) = ("A", "Apple")).Id;
        (await WriteAsync(erp, id, 2)).Should().BeOfType<WriteResult<StockLevel>.Failed>().Which.Problem.Code.Should().Be("dolibarr.no-warehouse");
    }

    [Fact]
    public async Task Services_and_parents_of_variants_have_no_level()
    {
        await using var erp = await Erp.StartAsync();
        erp.State.AddProduct(product => (product.Ref, product.Label, product.Type) = ("SHIP", "Shipping", 1));
        var (_, child) = ProductTrapTests.SeedVariant(erp.State, null);
        erp.State.SetStock(child, 1, 4);
        await erp.OpenAsync();
        (await erp.RecordsAsync<StockLevel>()).Select(level => (level.Id.Value, level.Value.Quantity)).Should().Equal(($"variant:{child}", 4m));
        (await erp.ListAsync<StockLevel>()).Select(line => line.Id.Value).Should().Equal($"variant:{child}");
    }

    [Fact]
    public async Task Movement_made_in_the_screen_is_noticed()
    {
        await using var erp = await Erp.StartAsync();
        var (id, other) = (Seed(erp.State, 5), erp.State.AddProduct(product => (product.Ref, product.Label) = ("B", "Pear")).Id);
        erp.Clock.Advance(TimeSpan.FromHours(1));
        await erp.OpenAsync();
        var cursor = await erp.CursorAsync<StockLevel>();
        erp.Clock.Advance(TimeSpan.FromMinutes(1));
        erp.State.SetStock(id, 1, 4);
        await erp.OpenAsync();
        (await erp.ChangedAsync<StockLevel>(cursor)).Should().Equal($"product:{id}").And.NotContain($"product:{other}");
    }

    [Fact]
    public async Task Movements_are_sent_one_at_a_time()
    {
        await using var erp = await Erp.StartAsync(options => options.MaxConcurrency = 8, server => server.StockWriteOverlap = TimeSpan.FromMilliseconds(10));
        var ids = Enumerable.Range(1, 5).Select(number => erp.State.AddProduct(product => (product.Ref, product.Label) = ($"P{number}", "Apple")).Id).ToList();
        await erp.OpenAsync();
        var results = await Task.WhenAll(ids.Select(id => WriteAsync(erp, id, 3)));
        results.Should().OnlyContain(result => result is WriteResult<StockLevel>.Written);
        // One level is read, moved and read again before the next one is touched.
        var steps = erp.Server.Requests.Snapshot().Select(request => request.Path.Split('/')[^1]).Where(last => last == "stockmovements" || int.TryParse(last, out _)).ToList();
        steps.Chunk(3).Should().HaveCount(5).And.OnlyContain(step => step[0] == step[2] && step[1] == "stockmovements");
        erp.State.StockMovements.Should().HaveCount(5);
    }

    private static int Seed(DolibarrState state, decimal quantity)
    {
        var id = state.AddProduct(product => (product.Ref, product.Label) = ("A", "Apple")).Id;
        state.SetStock(id, 1, quantity);
        return id;
    }

    private static async Task<WriteResult<StockLevel>> WriteAsync(Erp erp, int id, decimal quantity) =>
        await erp.UpdateAsync(await erp.FindAsync<StockLevel>($"product:{id}"), level => level with { Quantity = quantity }, nameof(StockLevel.Quantity));
}
