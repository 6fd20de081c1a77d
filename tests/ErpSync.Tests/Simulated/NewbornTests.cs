using ErpSync.Testing;

namespace ErpSync.Tests.Simulated;

/// <summary>Found by the simulation: what ErpSync created was taken for a record that had always been there as soon as anything went wrong in between.</summary>
public sealed class NewbornTests
{
    private static readonly Product Mug = new() { Reference = "A", Name = LocalizedText.Of("en", "Mug") };

    [Fact]
    public async Task Stock_of_a_new_product_waits_for_its_first_write_and_is_not_left_undecided()
    {
        using var world = new TwoSystems();
        var shop = await ProductWithStockAsync(world);
        world.Erp.Faults.Add(InMemoryFaultKind.Unavailable, "stock-level.update");

        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromHours(2));
        await world.RunAsync();

        world.Erp.All<StockLevel>().Single().Value.Quantity.Should().Be(7);
        world.Shop.Get<StockLevel>(shop)!.Quantity.Should().Be(7);
        (await world.InspectAsync(EntityKind.StockLevel)).Single().Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task Stock_of_a_product_whose_create_was_lost_does_not_empty_the_shop()
    {
        using var world = new TwoSystems();
        var shop = await ProductWithStockAsync(world);
        world.Erp.Faults.Add(InMemoryFaultKind.ResponseLost, "product.create");
        world.Erp.Faults.Add(InMemoryFaultKind.Unavailable, "product.find-token");

        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromHours(2));
        await world.RunAsync();

        world.Shop.Get<StockLevel>(shop)!.Quantity.Should().Be(7);
        world.Erp.All<StockLevel>().Single().Value.Quantity.Should().Be(7);
    }

    [Fact]
    public async Task Write_that_could_not_be_read_back_is_in_the_journal()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(), x => x.ReturnsStored = false);
        var shop = world.Shop.Add(Mug with { Barcode = "1" });
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "2" });
        world.Erp.AfterCall = call =>
        {
            if (call == "product.update")
                world.Erp.Faults.Add(InMemoryFaultKind.Unavailable, "product.find");
            return Task.CompletedTask;
        };

        var report = await world.RunAsync();

        world.Erp.All<Product>().Single().Value.Barcode.Should().Be("2");
        report.Failed.Should().Be(1);
        var entries = new List<JournalEntry>();
        await foreach (var entry in world.Store.ReadJournalAsync(new JournalQuery("main") { Run = report.Run }, default))
            entries.Add(entry);
        entries.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Field = "Barcode", OldValue = "\"1\"", NewValue = "\"2\"" });
    }

    private static Task<RemoteId> ProductWithStockAsync(TwoSystems world)
    {
        var level = new RemoteId($"product:{world.Shop.Add(Mug)}");
        world.Shop.Edit<StockLevel>(level, x => x with { Quantity = 7 });
        return Task.FromResult(level);
    }
}
