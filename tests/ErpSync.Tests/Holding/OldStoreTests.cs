using ErpSync.Testing;

namespace ErpSync.Tests.Holding;

public sealed class OldStoreTests
{
    private static Product Mug(int number, string? reference = null) => new() { Reference = reference, Name = LocalizedText.Of("en", $"Mug {number}"), Barcode = $"{number}" };

    private static void Products(PairBuilder pair) => pair.Sync<Product>(x => x.Brake(b => b.Off("every record is edited here")));

    [Fact]
    public async Task Lost_store_is_seen_by_the_tokens_of_what_it_created_and_nothing_is_doubled()
    {
        using var before = new TwoSystems(Products);
        for (var i = 0; i < 5; i++)
            before.Shop.Add(Mug(i));
        await before.RunAsync();
        before.Erp.Calls.Clear();

        using var world = new TwoSystems(Products, store: new InMemoryStore(), restarted: before);
        var report = await world.RunAsync();

        report.Kinds.Single().Problem!.Code.Should().Be(HoldCodes.StoreOlder);
        world.Erp.Calls.Writes.Should().Be(0);
        world.Shop.Calls.Writes.Should().Be(0);
        (await world.Control.ConfirmAsync("main", (await world.Control.ReadHoldsAsync("main")).Single())).Should().BeTrue();
        await world.RunAsync();
        await world.RunAsync();
        world.Shop.All<Product>().Should().HaveCount(5);
        world.Erp.All<Product>().Should().HaveCount(5);
        (await world.InspectAsync()).Should().HaveCount(5).And.OnlyContain(view => view.Colour == LinkColour.Green);
    }

    [Fact]
    public async Task Tokens_are_looked_up_in_one_request_and_only_when_something_is_created()
    {
        using var world = new TwoSystems(Products);
        for (var i = 0; i < 80; i++)
            world.Shop.Add(Mug(i, $"P{i}"));
        await world.RunAsync();
        world.Erp.Calls.Of("product.find-token").Should().Be(1);
        world.Shop.Calls.Of("product.find-token").Should().Be(0);

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(world.Shop.All<Product>()[0].Id, x => x with { Barcode = "new" });
        await world.RunAsync();

        world.Erp.Calls.Of("product.find-token").Should().Be(1);
    }

    [Fact]
    public async Task Older_store_is_seen_by_records_that_moved_alike_at_both_sides()
    {
        using var folder = new TemporaryFolder();
        var world = await LinkedAsync(folder.File("a.db"));
        world.Dispose();
        File.Copy(folder.File("a.db"), folder.File("old.db"));
        using (var newest = new SqliteStore($"Data Source={folder.File("a.db")}"))
        {
            using var later = new TwoSystems(Products, store: newest, restarted: world);
            await EditAsync(later);
            await later.RunAsync();
        }

        using var store = new SqliteStore($"Data Source={folder.File("old.db")}");
        using var restored = new TwoSystems(Products, store: store, restarted: world);
        restored.Shop.Calls.Clear();
        restored.Erp.Calls.Clear();
        var report = await restored.RunAsync();

        report.Kinds.Single().Problem!.Code.Should().Be(HoldCodes.StoreOlder);
        (restored.Shop.Calls.Writes + restored.Erp.Calls.Writes).Should().Be(0);
        await restored.Control.ConfirmAsync("main", (await restored.Control.ReadHoldsAsync("main")).Single());
        (await restored.RunAsync()).IsComplete.Should().BeTrue();
        (await restored.InspectAsync()).Should().OnlyContain(view => view.Colour == LinkColour.Green);
        (await restored.PlanAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Run_that_was_cut_off_between_write_and_record_is_no_older_store()
    {
        using var world = new TwoSystems(Products);
        for (var i = 0; i < 10; i++)
            world.Shop.Add(Mug(i, $"P{i}"));
        await world.RunAsync();
        await EditAsync(world);
        world.Erp.Faults.Add(new InMemoryFault(InMemoryFaultKind.CrashAfterCommit, "product.update") { Skip = 7 });
        await FluentActions.Awaiting(() => world.RunAsync()).Should().ThrowAsync<SimulatedCrashException>();
        world.Clock.Advance(TimeSpan.FromMinutes(10));

        (await world.RunAsync()).IsComplete.Should().BeTrue();

        world.Erp.All<Product>().Should().OnlyContain(x => x.Value.Barcode!.StartsWith("new"));
        (await world.Control.ReadHoldsAsync("main")).Should().BeEmpty();
    }

    [Fact]
    public async Task Stock_that_a_sale_lowers_at_both_sides_is_no_older_store()
    {
        using var world = new TwoSystems(pair => pair.Sync<Product>().Sync<StockLevel>());
        for (var i = 0; i < 10; i++)
            world.Shop.Add(Mug(i, $"P{i}"));
        await world.RunAsync();
        Sell(10);
        (await world.RunAsync()).IsComplete.Should().BeTrue();
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        Sell(7);
        var report = await world.RunAsync();

        report.IsComplete.Should().BeTrue();
        (await world.Control.ReadHoldsAsync("main")).Should().BeEmpty();

        void Sell(int left)
        {
            foreach (var system in new[] { world.Shop, world.Erp })
            {
                foreach (var level in system.All<StockLevel>().Take(5))
                    system.Edit<StockLevel>(level.Id, x => x with { Quantity = left });
            }
        }
    }

    private static async Task<TwoSystems> LinkedAsync(string file)
    {
        using var store = new SqliteStore($"Data Source={file}");
        var world = new TwoSystems(Products, store: store);
        for (var i = 0; i < 10; i++)
            world.Shop.Add(Mug(i, $"P{i}"));
        await world.RunAsync();
        return world;
    }

    private static Task EditAsync(TwoSystems world)
    {
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var record in world.Shop.All<Product>())
            world.Shop.Edit<Product>(record.Id, x => x with { Barcode = "new " + x.Barcode });
        return Task.CompletedTask;
    }
}
