using ErpSync.Testing;

namespace ErpSync.Tests.Links;

public sealed class RebuildTests
{
    private static Product Mug(string? reference, string name) => new() { Reference = reference, Name = LocalizedText.Of("en", name), Barcode = "1" };

    [Fact]
    public async Task Links_of_a_lost_store_are_found_by_tokens_and_keys_and_a_run_writes_nothing()
    {
        using var before = new TwoSystems();
        before.Shop.Add(new Category { Name = LocalizedText.Of("en", "Mugs") });
        for (var i = 0; i < 5; i++)
        {
            before.Shop.Add(Mug($"A{i}", $"Mug {i}") with { Categories = [new Ref(EntityKind.Category, before.Shop.All<Category>()[0].Id)] });
            before.Shop.Add(Mug(null, "Nameless")); // all alike: only tokens tell them apart
            before.Erp.Add(Mug(null, "Also nameless"));
        }

        await before.RunAsync();
        using var world = Lose(before);

        var reports = await world.Links.RebuildAsync("main");

        var products = reports.Single(report => report.Kind == EntityKind.Product);
        products.Should().BeEquivalentTo(new { FoundByToken = 15, FoundByKey = 0, FoundByContent = 0, Differing = 0, Alone = 0, Known = 0 });
        products.Unsure.Should().BeEmpty();
        reports.Should().OnlyContain(report => report.Problem == null);
        (world.Shop.Calls.Writes + world.Erp.Calls.Writes).Should().Be(0);
        await NothingMovesAsync(world);
    }

    [Fact]
    public async Task Without_tokens_keys_and_then_equal_content_lead_back()
    {
        using var before = new TwoSystems(p => p.Sync<Product>(), products => products.Without(InMemoryCapabilities.FindByToken).WithAlso(InMemoryCapabilities.NewestId));
        for (var i = 0; i < 5; i++)
        {
            before.Shop.Add(Mug($"A{i}", $"Mug {i}"));
            before.Shop.Add(Mug(null, $"Nameless {i}"));
        }

        await before.RunAsync();
        using var world = Lose(before, p => p.Sync<Product>());

        var report = (await world.Links.RebuildAsync("main")).Single();

        report.Should().BeEquivalentTo(new { FoundByToken = 0, FoundByKey = 5, FoundByContent = 5, Alone = 0 });
        await NothingMovesAsync(world);
    }

    [Fact]
    public async Task Records_that_nothing_tells_apart_are_held_and_never_created_again()
    {
        using var before = new TwoSystems(p => p.Sync<Product>(), products => products.Without(InMemoryCapabilities.FindByToken).WithAlso(InMemoryCapabilities.NewestId));
        for (var i = 0; i < 3; i++)
            before.Shop.Add(Mug(null, "All alike"));
        before.Shop.Add(Mug("A", "Only here, with a key"));
        await before.RunAsync();
        using var world = Lose(before, p => p.Sync<Product>());
        world.Shop.Add(Mug("B", "New, with a key"));

        var report = (await world.Links.RebuildAsync("main")).Single();

        report.Unsure.Should().HaveCount(6).And.OnlyContain(problem => problem.Code == "rebuild.unsure");
        report.Alone.Should().Be(1);
        await world.RunAsync();
        await world.RunAsync();
        world.Erp.All<Product>().Should().HaveCount(5, "the three that cannot be told apart are not created again");
        world.Shop.All<Product>().Should().HaveCount(5);
        var shop = world.Shop.All<Product>().Where(x => x.Value.Reference is null).ToList();
        var erp = world.Erp.All<Product>().Where(x => x.Value.Reference is null).ToList();
        await world.Engine.LinkAsync("main", EntityKind.Product, shop[0].Id, erp[0].Id);
        (await world.Links.ReleaseAsync("main", EntityKind.Product, "shop", [shop[1].Id])).Should().Be(1);
        await world.RunAsync();
        world.Erp.All<Product>().Should().HaveCount(6);
        world.Shop.All<Product>().Should().HaveCount(5);
    }

    [Fact]
    public async Task Rebuild_of_a_whole_store_finds_nothing_to_do()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        world.Shop.Add(Mug("A", "Mug"));
        await world.RunAsync();

        (await world.Links.RebuildAsync("main", [EntityKind.Product])).Single().Should().BeEquivalentTo(new { Known = 1, FoundByToken = 0, FoundByKey = 0, Alone = 0 });

        await NothingMovesAsync(world);
    }

    [Fact]
    public async Task Variants_and_stock_levels_are_found_through_their_owners()
    {
        using var before = new TwoSystems();
        var product = before.Shop.Add(Mug("A", "Shirt"));
        before.Shop.Add(new ProductVariant { Product = new Ref(EntityKind.Product, product), Options = [new VariantOption("Size", "M")] });
        before.Shop.Add(new ProductVariant { Product = new Ref(EntityKind.Product, product), Options = [new VariantOption("Size", "L")] });
        await before.RunAsync();
        await before.RunAsync();
        using var world = Lose(before);

        var reports = await world.Links.RebuildAsync("main");

        reports.Should().OnlyContain(report => report.Alone == 0 && report.Unsure.Count == 0);
        (await world.Engine.LastKnownAsync("main", EntityKind.StockLevel)).Linked.Should().Be((await before.Engine.LastKnownAsync("main", EntityKind.StockLevel)).Linked);
        await NothingMovesAsync(world);
    }

    private static TwoSystems Lose(TwoSystems before, Action<PairBuilder>? pair = null)
    {
        var world = new TwoSystems(pair, store: new InMemoryStore(), restarted: before);
        world.Shop.Calls.Clear();
        world.Erp.Calls.Clear();
        return world;
    }

    private static async Task NothingMovesAsync(TwoSystems world)
    {
        var counts = (world.Shop.All<Product>().Count, world.Erp.All<Product>().Count);
        world.Shop.Calls.Clear();
        world.Erp.Calls.Clear();
        (await world.RunAsync()).IsComplete.Should().BeTrue();
        (await world.RunAsync(full: true)).IsComplete.Should().BeTrue();
        (world.Shop.Calls.Writes + world.Erp.Calls.Writes).Should().Be(0);
        (world.Shop.All<Product>().Count, world.Erp.All<Product>().Count).Should().Be(counts);
        (await world.InspectAsync()).Should().OnlyContain(view => view.Colour == LinkColour.Green);
    }
}
