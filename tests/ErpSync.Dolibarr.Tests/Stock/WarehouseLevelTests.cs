namespace ErpSync.Dolibarr.Tests;

/// <summary>Stock levels carried per warehouse.</summary>
public sealed class WarehouseLevelTests
{
    [Fact]
    public async Task Level_per_warehouse_is_read_listed_and_written_to_its_own()
    {
        await using var erp = await StartAsync();
        var id = Seed(erp);
        await erp.OpenAsync();
        var levels = await erp.RecordsAsync<StockLevel>();
        levels.Select(level => (level.Id.Value, level.Value.Warehouse, level.Value.Quantity)).Should().Equal(($"product:{id}@1", "MAIN", 5m), ($"product:{id}@2", "SHOP2", 0m));
        (await erp.ListAsync<StockLevel>()).Select(line => line.Id).Should().Equal(levels.Select(level => level.Id));

        var result = await erp.UpdateAsync(levels[1], level => level with { Quantity = 3 }, nameof(StockLevel.Quantity));

        result.Should().BeOfType<WriteResult<StockLevel>.Written>(result.ToString()).Which.Stored!.Value.Quantity.Should().Be(3);
        (erp.State.GetStock(id, 1), erp.State.GetStock(id, 2)).Should().Be((5m, 3m));
        (await erp.FindAsync<StockLevel>($"product:{id}@1")).Value.Quantity.Should().Be(5);
    }

    [Fact]
    public async Task Movement_in_one_warehouse_names_both_levels_of_the_product()
    {
        await using var erp = await StartAsync();
        var id = Seed(erp);
        erp.Clock.Advance(TimeSpan.FromHours(1));
        await erp.OpenAsync();
        var cursor = await erp.CursorAsync<StockLevel>();
        erp.Clock.Advance(TimeSpan.FromMinutes(1));
        erp.State.SetStock(id, 2, 7);
        await erp.OpenAsync();
        (await erp.ChangedAsync<StockLevel>(cursor)).Should().Equal($"product:{id}@1", $"product:{id}@2");
    }

    [Fact]
    public async Task Warehouse_that_was_closed_is_not_carried_any_more()
    {
        await using var erp = await StartAsync();
        var id = Seed(erp);
        var level = await erp.FindAsync<StockLevel>($"product:{id}@2");
        erp.State.Warehouses[2].Status = 0;
        await erp.OpenAsync();
        (await erp.RecordsAsync<StockLevel>()).Should().ContainSingle();
        var result = await erp.UpdateAsync(level, value => value with { Quantity = 1 }, nameof(StockLevel.Quantity));
        result.Should().BeOfType<WriteResult<StockLevel>.Failed>().Which.Problem.Kind.Should().Be(ProblemKind.NotFound);
        erp.Server.Requests.Writes.Should().Be(0);
    }

    private static Task<Erp> StartAsync() => Erp.StartAsync(options => options.StockPerWarehouse = true, seed: state => state.AddWarehouse(warehouse => warehouse.Label = "SHOP2"));

    private static int Seed(Erp erp)
    {
        var id = erp.State.AddProduct(product => (product.Ref, product.Label) = ("A", "Apple")).Id;
        erp.State.SetStock(id, 1, 5);
        return id;
    }
}
