using ErpSync.Testing;

namespace ErpSync.Tests.Crashing;

/// <summary>What a run costs after the one before was killed, in requests.</summary>
public sealed class ResumeTests
{
    private const int Products = 2000;

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(1050)]
    [InlineData(1999)]
    public async Task Run_that_is_killed_in_the_middle_of_2000_creates_goes_on_behind_the_last_recorded_batch(int killedAt)
    {
        using var world = Filled();
        world.Erp.Faults.Add(InMemoryFaultKind.CrashAfterCommit, "product.create", skip: killedAt);
        await world.Awaiting(x => x.RunAsync()).Should().ThrowAsync<SimulatedCrashException>();
        world.Erp.Calls.Of("product.create").Should().Be(killedAt + 1);
        var recorded = (await world.Store.CountAsync("main", EntityKind.Product, default)).Linked;
        recorded.Should().Be(killedAt / 200 * 200, "every batch before the one that was under way is recorded");

        using var restarted = Restart(world);
        var report = await restarted.RunAsync();

        (killedAt + 1 + world.Erp.Calls.Of("product.create")).Should().Be(Products, "no create is repeated");
        world.Erp.All<Product>().Should().HaveCount(Products);
        report.Failed.Should().Be(0);
        world.Shop.Calls.Of("product.read").Should().BeLessThanOrEqualTo((Products / 100) + 1, "reading begins anew, once");
        world.Erp.Calls.Of("product.read").Should().BeLessThanOrEqualTo(((killedAt + 1) / 100) + 1);
        world.Erp.Calls.Of("product.find-token").Should().BeLessThanOrEqualTo(2 + (Products / 100) - (killedAt / 200 * 2), "the batch that was under way is looked for, and whether the store is older than what it has no link of");
        world.Erp.Calls.Of("product.find").Should().BeLessThanOrEqualTo(2);
        await ChangesNothingAsync(restarted);
    }

    [Fact]
    public async Task Read_that_is_killed_begins_anew_and_costs_one_full_read()
    {
        using var world = Filled();
        world.Shop.Faults.Add(InMemoryFaultKind.CrashAfterCommit, "product.read", skip: 14);
        await world.Awaiting(x => x.RunAsync()).Should().ThrowAsync<SimulatedCrashException>();

        using var restarted = Restart(world);
        await restarted.RunAsync();

        world.Shop.Calls.Of("product.read").Should().BeLessThanOrEqualTo((Products / 100) + 1);
        world.Erp.All<Product>().Should().HaveCount(Products);
        await ChangesNothingAsync(restarted);
    }

    [Fact]
    public async Task Run_that_is_killed_among_updates_looks_only_at_what_was_not_recorded()
    {
        using var world = Filled();
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var product in world.Shop.All<Product>().Take(1000))
            world.Shop.Edit<Product>(product.Id, x => x with { Barcode = "2" });
        world.Erp.Faults.Add(InMemoryFaultKind.CrashAfterCommit, "product.update", skip: 500);
        await world.Awaiting(x => x.RunAsync()).Should().ThrowAsync<SimulatedCrashException>();

        using var restarted = Restart(world);
        var report = await restarted.RunAsync();

        world.Erp.Calls.Of("product.update").Should().Be(499, "no update is repeated");
        world.Shop.Calls.Of("product.read").Should().Be(0, "the cursor of the last finished run is good");
        report.Kinds.Single().Examined.Should().Be(600, "400 were recorded");
        await ChangesNothingAsync(restarted);
    }

    private static TwoSystems Filled()
    {
        var world = new TwoSystems(Configure);
        for (var i = 0; i < Products; i++)
            world.Shop.Add(new Product { Reference = $"P{i}", Name = LocalizedText.Of("en", $"Mug {i}") });
        return world;
    }

    private static void Configure(PairBuilder pair) => pair.Sync<Product>(x => x.Brake(brake => brake.Off("half of the catalogue is edited")));

    private static TwoSystems Restart(TwoSystems world)
    {
        world.Clock.Advance(TimeSpan.FromMinutes(10));
        world.Shop.Calls.Clear();
        world.Erp.Calls.Clear();
        return new TwoSystems(Configure, restarted: world);
    }

    private static async Task ChangesNothingAsync(TwoSystems world)
    {
        world.Shop.Calls.Clear();
        world.Erp.Calls.Clear();
        await world.RunAsync();
        (world.Shop.Calls.Writes + world.Erp.Calls.Writes).Should().Be(0);
        (await world.Store.CountAsync("main", EntityKind.Product, default)).Should().Be(new LinkCounts(Products, 0, 0));
    }
}
