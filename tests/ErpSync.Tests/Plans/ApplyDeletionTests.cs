using ErpSync.Testing;

namespace ErpSync.Tests.Plans;

/// <summary>A plan that is applied deletes like a run: what depends on something goes first, and nothing that was edited goes along.</summary>
public sealed class ApplyDeletionTests
{
    [Fact]
    public async Task Plan_deletes_children_before_their_parents()
    {
        using var world = await WithoutProductAsync();
        var plan = await world.MakePlanAsync();
        world.Erp.Calls.Clear();

        var applied = await world.Engine.ApplyAsync(plan);

        world.Erp.Calls.WriteCalls.Select(call => call.Name).Should().Equal("product-variant.delete", "product.delete");
        applied.Refused.Should().BeEmpty();
        applied.Report.Kinds.Sum(kind => kind.Deleted).Should().Be(2);
        world.Erp.All<Product>().Should().BeEmpty();
        (await world.RunAsync()).Written.Should().Be(0);
    }

    [Fact]
    public async Task Product_whose_variant_was_edited_since_the_plan_was_made_is_refused_and_stays()
    {
        using var world = await WithoutProductAsync();
        var plan = await world.MakePlanAsync();
        world.Erp.Edit<ProductVariant>(world.Erp.All<ProductVariant>().Single().Id, x => x with { WeightKg = 3 });

        var applied = await world.Engine.ApplyAsync(plan);

        applied.Refused.Select(refused => (refused.Entry.Kind, refused.Problem.Code)).Should().BeEquivalentTo([(EntityKind.ProductVariant, "plan.moved"), (EntityKind.Product, "plan.child-edited")]);
        world.Erp.All<ProductVariant>().Single().Value.WeightKg.Should().Be(3);
        world.Erp.All<Product>().Should().ContainSingle("its system would delete the variant with it");
    }

    [Fact]
    public async Task Product_whose_variants_cannot_be_read_is_refused_and_stays()
    {
        using var world = await WithoutProductAsync();
        var plan = await world.MakePlanAsync();
        world.Erp.Faults.Add(InMemoryFaultKind.Unavailable, "product-variant", times: int.MaxValue);

        var applied = await world.Engine.ApplyAsync(plan);

        applied.Refused.Should().Contain(refused => refused.Entry.Kind == EntityKind.Product && refused.Problem.Code == "plan.deletion-left-out");
        world.Erp.All<Product>().Should().ContainSingle();
    }

    [Fact]
    public async Task Entry_that_deletes_the_product_alone_spares_one_with_an_edited_variant()
    {
        using var world = await WithoutProductAsync();
        var plan = await world.MakePlanAsync();
        world.Erp.Edit<ProductVariant>(world.Erp.All<ProductVariant>().Single().Id, x => x with { WeightKg = 3 });

        var applied = await world.Engine.ApplyAsync(plan.Only(entry => entry.Kind == EntityKind.Product));

        applied.Refused.Should().ContainSingle().Which.Problem.Code.Should().Be("plan.child-edited");
        world.Erp.All<Product>().Should().ContainSingle();
    }

    private static async Task<TwoSystems> WithoutProductAsync()
    {
        var world = new TwoSystems(p => p
            .Sync<Product>(x => x.OnDelete(Deletion.Delete).Brake(brake => brake.Off("one record is all there is")))
            .Sync<ProductVariant>(x => x.OnDelete(Deletion.Delete).Brake(brake => brake.Off("one record is all there is"))));
        var product = world.Shop.Add(new Product { Reference = "A", Name = LocalizedText.Of("en", "Mug") });
        var variant = world.Shop.Add(new ProductVariant { Product = new Ref(EntityKind.Product, product), Options = new[] { new VariantOption("size", "M") }.ToValueList(), WeightKg = 1 });
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Delete<ProductVariant>(variant);
        world.Shop.Delete<Product>(product);
        return world;
    }
}
