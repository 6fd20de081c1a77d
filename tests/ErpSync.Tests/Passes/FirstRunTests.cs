namespace ErpSync.Tests.Passes;

public sealed class FirstRunTests
{
    private static Product Mug(string reference, string name, decimal price = 10m) => new()
    {
        Reference = reference,
        Name = LocalizedText.Of("en", name),
        PriceNet = new Money(price, new CurrencyCode("EUR")),
        Active = true,
    };

    [Fact]
    public async Task Records_with_the_same_reference_are_linked_and_the_others_created()
    {
        using var world = new TwoSystems();
        world.Shop.Add(Mug("A", "Mug"));
        world.Shop.Add(Mug("B", "Only in the shop"));
        world.Erp.Add(Mug("A", "Mug"));
        world.Erp.Add(Mug("C", "Only in the ERP"));

        var report = await world.RunAsync();

        report.IsComplete.Should().BeTrue();
        report.Problems.Should().BeEmpty();
        world.Shop.All<Product>().Select(x => x.Value.Reference).Should().BeEquivalentTo("A", "B", "C");
        world.Erp.All<Product>().Select(x => x.Value.Reference).Should().BeEquivalentTo("A", "B", "C");
        (await world.InspectAsync(EntityKind.Product)).Should().HaveCount(3).And.OnlyContain(view => view.Colour == LinkColour.Green);
    }

    [Fact]
    public async Task Second_run_over_unchanged_systems_writes_nothing()
    {
        using var world = new TwoSystems();
        for (var i = 0; i < 50; i++)
            world.Shop.Add(Mug($"P{i}", $"Product {i}", i));
        await world.RunAsync();
        world.Shop.Calls.Clear();
        world.Erp.Calls.Clear();

        var report = await world.RunAsync();

        report.Written.Should().Be(0);
        world.Shop.Calls.Writes.Should().Be(0);
        world.Erp.Calls.Writes.Should().Be(0);
        (await world.PlanAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Same_reference_twice_is_ambiguous_and_never_created()
    {
        using var world = new TwoSystems();
        world.Shop.Add(Mug("DUP", "One"));
        world.Shop.Add(Mug("DUP", "Two"));

        await world.RunAsync();

        world.Erp.All<Product>().Should().BeEmpty();
        (await world.InspectAsync(EntityKind.Product)).Should().HaveCount(2).And.OnlyContain(view => view.Colour == LinkColour.Red && view.IsAmbiguous);
    }

    [Fact]
    public async Task Differences_found_at_linking_are_left_to_a_person()
    {
        using var world = new TwoSystems();
        var shopId = world.Shop.Add(Mug("A", "Mug"));
        world.Erp.Add(Mug("A", "Cup"));

        await world.RunAsync();

        var view = (await world.InspectAsync(EntityKind.Product)).Single();
        view.Colour.Should().Be(LinkColour.Orange);
        view.Differences.Single().Should().BeEquivalentTo(new { Field = "Name", First = "Mug", Second = "Cup", Reason = OpenReason.Undecided });

        await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "erp"));

        world.Shop.Get<Product>(shopId)!.Name["en"].Should().Be("Cup");
        (await world.InspectAsync(EntityKind.Product)).Single().Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task Category_tree_and_product_categories_cross_over()
    {
        using var world = new TwoSystems();
        var clothes = world.Shop.Add(new Category { Name = LocalizedText.Of("en", "Clothes"), Active = true });
        var men = world.Shop.Add(new Category { Name = LocalizedText.Of("en", "Men"), Active = true, Parent = new Ref(EntityKind.Category, clothes) });
        world.Shop.Add(Mug("A", "Shirt") with { Categories = [new Ref(EntityKind.Category, men)] });

        var report = await world.RunAsync();

        report.Problems.Should().BeEmpty();
        var child = world.Erp.All<Category>().Single(x => x.Value.Name["en"] == "Men");
        world.Erp.Get<Category>(child.Value.Parent!.Value.Id)!.Name["en"].Should().Be("Clothes");
        world.Erp.All<Product>().Single().Value.Categories.Should().ContainSingle().Which.Id.Should().Be(child.Id);
    }
}
