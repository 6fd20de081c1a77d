using ErpSync.Testing;

namespace ErpSync.Tests.Crashing;

/// <summary>A quantity that both sides changed is written to both; the process dies in between.</summary>
public sealed class HalfWrittenMergeTests
{
    [Theory]
    [InlineData(InMemoryFaultKind.CrashBeforeCommit, 0)]
    [InlineData(InMemoryFaultKind.CrashAfterCommit, 0)]
    [InlineData(InMemoryFaultKind.CrashBeforeCommit, 1)]
    [InlineData(InMemoryFaultKind.CrashAfterCommit, 1)]
    public async Task Crash_around_either_write_counts_no_difference_twice(InMemoryFaultKind crash, int side)
    {
        using var world = await EditedAsync();
        (side == 0 ? world.Shop : world.Erp).Faults.Add(crash, "stock-level.update");
        using var restarted = await CrashAsync(world);

        await restarted.RunAsync();

        Quantities(world).Should().Be((11, 11));
        await StaysAsync(restarted);
        (await JournalAsync(world)).Should().BeEquivalentTo([Side.First, Side.Second], "each write is told once");
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 2)]
    [InlineData(-1, 2)]
    public async Task Edit_after_the_crash_that_hides_what_was_written_becomes_a_conflict(int shopLater, int erpLater)
    {
        using var world = await EditedAsync();
        world.Erp.Faults.Add(InMemoryFaultKind.CrashBeforeCommit, "stock-level.update");
        using var restarted = await CrashAsync(world);
        Move(world.Shop, shopLater);
        Move(world.Erp, erpLater);
        var (shop, erp) = Quantities(world);

        await restarted.RunAsync();

        Quantities(world).Should().Be((shop, erp), "nobody can tell the base any more, so nothing is written");
        var view = (await restarted.InspectAsync(EntityKind.StockLevel)).Single();
        (view.Colour, view.Differences.Single().Reason).Should().Be((LinkColour.Orange, OpenReason.Conflict));
        await restarted.Engine.ResolveAsync("main", new Resolution(EntityKind.StockLevel, "erp"));
        Quantities(world).Should().Be((erp, erp));

        Move(world.Shop, 4);
        Move(world.Erp, -1);
        await restarted.RunAsync();
        Quantities(world).Should().Be((erp + 3, erp + 3), "they agreed, so later edits merge again");
    }

    [Fact]
    public async Task Merge_that_goes_well_leaves_no_note()
    {
        using var world = await EditedAsync();

        await world.RunAsync();

        Quantities(world).Should().Be((11, 11));
        (await world.Store.ReadTextsAsync("main", "ahead/", default)).Should().BeEmpty();
    }

    private static async Task<TwoSystems> EditedAsync()
    {
        var world = new TwoSystems(Configure);
        world.Shop.Add(new Product { Reference = "A", Name = LocalizedText.Of("en", "Mug") });
        await world.RunAsync();
        Move(world.Shop, 10);
        await world.RunAsync();
        Quantities(world).Should().Be((10, 10));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Move(world.Shop, -2);
        Move(world.Erp, 3);
        return world;
    }

    private static async Task<TwoSystems> CrashAsync(TwoSystems world)
    {
        await world.Awaiting(x => x.RunAsync()).Should().ThrowAsync<SimulatedCrashException>();
        world.Clock.Advance(TimeSpan.FromMinutes(10));
        return new TwoSystems(Configure, restarted: world);
    }

    private static async Task StaysAsync(TwoSystems world)
    {
        world.Shop.Calls.Clear();
        world.Erp.Calls.Clear();
        await world.RunAsync();
        (world.Shop.Calls.Writes, world.Erp.Calls.Writes).Should().Be((0, 0));
        (await world.Store.ReadTextsAsync("main", "ahead/", default)).Should().BeEmpty();
    }

    private static async Task<IReadOnlyList<Side>> JournalAsync(TwoSystems world)
    {
        var sides = new List<Side>();
        await foreach (var entry in world.Store.ReadJournalAsync(new JournalQuery("main") { Kind = EntityKind.StockLevel }, default))
        {
            if (entry is { Action: JournalAction.Updated, NewValue: "\"11\"" or "11" })
                sides.Add(entry.Side);
        }

        return sides;
    }

    private static void Configure(PairBuilder pair) => pair.Sync<Product>().Sync<StockLevel>(x => x.MergeByDifference(level => level.Quantity).OnFirstRun(Conflict.Keep("shop")).Brake(brake => brake.Off("one product is the whole catalogue")));

    private static (decimal Shop, decimal Erp) Quantities(TwoSystems world) => (world.Shop.All<StockLevel>().Single().Value.Quantity, world.Erp.All<StockLevel>().Single().Value.Quantity);

    private static void Move(InMemorySystem system, decimal by) => system.Edit<StockLevel>(system.All<StockLevel>().Single().Id, x => x with { Quantity = x.Quantity + by });
}
