using ErpSync.Testing;

namespace ErpSync.Tests.Crashing;

/// <summary>A write of a set or of texts by key has arrived, the process dies before it is recorded, and its source is edited again before the next run.</summary>
public sealed class HalfWrittenSetTests
{
    [Theory]
    [InlineData("shop")]
    [InlineData("erp")]
    public async Task Product_taken_out_of_the_category_again_after_the_crash_stays_out_of_it(string editedAt)
    {
        using var world = new TwoSystems(p => p.Sync<Category>().Sync<Product>());
        world.Shop.Add(new Category { Name = LocalizedText.Of("en", "Mugs") });
        world.Shop.Add(new Product { Reference = "A" });
        await world.RunAsync();
        var (here, there) = Systems(world, editedAt);
        var category = new Ref(EntityKind.Category, here.All<Category>().Single().Id);
        Edit(world, here, x => x with { Categories = [category] });
        using var restarted = await CrashAsync(world, there);
        there.All<Product>().Single().Value.Categories.Should().ContainSingle("the write has arrived");
        Edit(world, here, x => x with { Categories = [] });

        await restarted.RunAsync();

        here.All<Product>().Single().Value.Categories.Should().BeEmpty("nobody put it back");
        there.All<Product>().Single().Value.Categories.Should().BeEmpty();
    }

    [Theory]
    [InlineData("shop")]
    [InlineData("erp")]
    public async Task Text_set_back_after_the_crash_is_set_back_at_both(string editedAt)
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        world.Shop.Add(new Product { Reference = "A", Custom = Texts(("k1", "one"), ("k2", "two")) });
        await world.RunAsync();
        var (here, there) = Systems(world, editedAt);
        Edit(world, here, x => x with { Custom = Texts(("k1", "other"), ("k2", "two")) });
        using var restarted = await CrashAsync(world, there);
        there.All<Product>().Single().Value.Custom["k1"].Should().Be("other", "the write has arrived");
        Edit(world, here, x => x with { Custom = Texts(("k1", "one"), ("k2", "two")) });
        Edit(world, there, x => x with { Custom = Texts(("k1", "other"), ("k2", "new")) });

        await restarted.RunAsync();

        foreach (var system in new[] { here, there })
            system.All<Product>().Single().Value.Custom.Should().BeEquivalentTo(Texts(("k1", "one"), ("k2", "new")), "each key has its own last word");
    }

    private static (InMemorySystem Here, InMemorySystem There) Systems(TwoSystems world, string editedAt) => editedAt == "shop" ? (world.Shop, world.Erp) : (world.Erp, world.Shop);

    private static TextMap Texts(params (string Key, string Text)[] entries) => TextMap.From(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Text)));

    private static void Edit(TwoSystems world, InMemorySystem system, Func<Product, Product> change)
    {
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        system.Edit(system.All<Product>().Single().Id, change);
    }

    private static async Task<TwoSystems> CrashAsync(TwoSystems world, InMemorySystem target)
    {
        target.Faults.Add(InMemoryFaultKind.CrashAfterCommit, "product.update");
        await world.Awaiting(x => x.RunAsync()).Should().ThrowAsync<SimulatedCrashException>();
        world.Clock.Advance(TimeSpan.FromMinutes(10));
        return new TwoSystems(p => p.Sync<Category>().Sync<Product>(), restarted: world);
    }
}
