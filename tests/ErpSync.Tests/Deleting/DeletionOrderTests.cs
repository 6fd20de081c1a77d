namespace ErpSync.Tests.Deleting;

/// <summary>What belongs together is deleted in the reverse order of its making, and nothing that was edited goes along.</summary>
public sealed class DeletionOrderTests
{
    [Fact]
    public async Task Children_are_deleted_before_their_parents()
    {
        using var world = World();
        var (product, variant) = Add(world);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Delete<ProductVariant>(variant);
        world.Shop.Delete<Product>(product);
        var deletes = new List<string>();
        world.Erp.AfterCall = call =>
        {
            if (call.EndsWith(".delete", StringComparison.Ordinal))
                deletes.Add(call);
            return Task.CompletedTask;
        };

        var report = await world.RunAsync();

        deletes.Should().Equal("product-variant.delete", "product.delete");
        report.Kinds.Sum(kind => kind.Deleted).Should().Be(2);
        world.Erp.All<Product>().Should().BeEmpty();
        (await world.RunAsync()).Written.Should().Be(0);
    }

    [Fact]
    public async Task Product_whose_variant_was_edited_where_it_survived_is_not_deleted()
    {
        using var world = World();
        var (product, variant) = Add(world);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Delete<ProductVariant>(variant);
        world.Shop.Delete<Product>(product);
        world.Erp.Edit<ProductVariant>(world.Erp.All<ProductVariant>().Single().Id, x => x with { WeightKg = 3 });

        await world.RunAsync();

        world.Erp.All<ProductVariant>().Single().Value.WeightKg.Should().Be(3);
        world.Erp.All<Product>().Should().ContainSingle("its system would delete the variant with it");
        (await world.InspectAsync(EntityKind.Product)).Single().Reason.Should().NotBeEmpty();
        var link = (await world.Store.ReadLinksAsync("main", EntityKind.Product, 0, 10, openOnly: true, default)).Single();
        link.Open.Single().Reason.Should().Be(OpenReason.DeletedAtFirstEditedAtSecond);
    }

    [Fact]
    public async Task Variant_edited_after_its_kind_was_worked_through_is_seen_before_its_product_goes()
    {
        using var world = new TwoSystems(p => p
            .Sync<Product>(x => x.OnDelete(Deletion.Delete).Brake(brake => brake.Off("one record is all there is")))
            .Sync<ProductVariant>(x => x.Brake(brake => brake.Off("one record is all there is")))
            .Sync<StockLevel>(x => x.From("shop")));
        var (product, variant) = Add(world);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Delete<ProductVariant>(variant);
        world.Shop.Delete<Product>(product);
        var isEdited = false;
        world.Erp.BeforeCall = call =>
        {
            if (call.StartsWith("stock-level.", StringComparison.Ordinal) && !isEdited)
            {
                isEdited = true;
                world.Erp.Edit<ProductVariant>(world.Erp.All<ProductVariant>().Single().Id, x => x with { WeightKg = 3 });
            }

            return Task.CompletedTask;
        };

        await world.RunAsync();

        isEdited.Should().BeTrue();
        world.Erp.All<ProductVariant>().Single().Value.WeightKg.Should().Be(3);
        world.Erp.All<Product>().Should().ContainSingle("its system would delete the variant with it");
    }

    [Fact]
    public async Task Product_with_a_variant_that_was_never_carried_over_is_not_deleted()
    {
        using var world = World();
        var (product, variant) = Add(world);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Delete<ProductVariant>(variant);
        world.Shop.Delete<Product>(product);
        world.Erp.Add(Variant(world.Erp.All<Product>().Single().Id, "L"));

        await world.RunAsync();

        world.Erp.All<Product>().Should().ContainSingle();
        world.Erp.All<ProductVariant>().Should().Contain(x => x.Value.Options[0].Value == "L");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_of_products_alone_looks_at_the_variants_before_it_deletes(bool edits)
    {
        using var world = World();
        var (product, variant) = Add(world);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Delete<ProductVariant>(variant);
        world.Shop.Delete<Product>(product);
        if (edits)
            world.Erp.Edit<ProductVariant>(world.Erp.All<ProductVariant>().Single().Id, x => x with { WeightKg = 3 });

        await world.Engine.RunAsync(TwoSystems.Main with { Kinds = [EntityKind.Product] });

        world.Erp.All<Product>().Should().HaveCount(edits ? 1 : 0);
    }

    [Fact]
    public async Task Product_waits_when_its_variants_could_not_be_read()
    {
        using var world = World();
        var (product, variant) = Add(world);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Delete<ProductVariant>(variant);
        world.Shop.Delete<Product>(product);
        var isBroken = true;
        world.Erp.BeforeCall = call => isBroken && call.StartsWith("product-variant.", StringComparison.Ordinal)
            ? throw new ConnectorException(new SyncProblem(ProblemKind.Unavailable, "test.down", "It is down.") { Connection = "erp" })
            : Task.CompletedTask;

        await world.RunAsync();

        world.Erp.All<Product>().Should().ContainSingle();
        isBroken = false;
        await world.RunAsync();
        world.Erp.All<Product>().Should().BeEmpty("the deletion is found again");
    }

    private static TwoSystems World() => new(p => p
        .Sync<Product>(x => x.OnDelete(Deletion.Delete).Brake(brake => brake.Off("one record is all there is")))
        .Sync<ProductVariant>(x => x.OnDelete(Deletion.Delete).Brake(brake => brake.Off("one record is all there is"))));

    private static (RemoteId Product, RemoteId Variant) Add(TwoSystems world)
    {
        var product = world.Shop.Add(DeletionWorld.Mug);
        return (product, world.Shop.Add(Variant(product, "M")));
    }

    private static ProductVariant Variant(RemoteId product, string size) => new()
    {
        Product = new Ref(EntityKind.Product, product),
        Options = new[] { new VariantOption("size", size) }.ToValueList(),
        WeightKg = 1,
    };
}
