namespace ErpSync.Tests.Passes;

public sealed class MergeTests
{
    private static readonly Product Mug = new()
    {
        Reference = "A",
        Name = LocalizedText.Of("en", "Mug"),
        Barcode = "4006381333931",
        PriceNet = new Money(10m, new CurrencyCode("EUR")),
    };

    [Fact]
    public async Task Edits_of_different_fields_on_both_sides_are_merged()
    {
        using var world = new TwoSystems();
        var (shop, erp) = await LinkedAsync(world);
        world.Shop.Edit<Product>(shop, x => x with { Name = LocalizedText.Of("en", "Big mug") });
        world.Erp.Edit<Product>(erp, x => x with { PriceNet = new Money(12m, new CurrencyCode("EUR")) });

        await world.RunAsync();

        foreach (var product in new[] { world.Shop.Get<Product>(shop)!, world.Erp.Get<Product>(erp)! })
        {
            product.Name["en"].Should().Be("Big mug");
            product.PriceNet!.Value.Amount.Should().Be(12m);
        }
    }

    [Fact]
    public async Task Edits_of_the_same_field_become_a_conflict_with_both_values()
    {
        using var world = new TwoSystems();
        var (shop, erp) = await LinkedAsync(world);
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "1" });
        world.Erp.Edit<Product>(erp, x => x with { Barcode = "2" });

        await world.RunAsync();

        var difference = (await world.InspectAsync(EntityKind.Product)).Single().Differences.Single();
        difference.Should().BeEquivalentTo(new { Field = "Barcode", First = "1", Second = "2", Reason = OpenReason.Conflict });
        difference.ChangedAt.Should().Equal("shop", "erp");
        world.Shop.Get<Product>(shop)!.Barcode.Should().Be("1");
        world.Erp.Get<Product>(erp)!.Barcode.Should().Be("2");
    }

    [Fact]
    public async Task Edits_of_different_languages_of_one_field_are_merged()
    {
        using var world = new TwoSystems();
        var (shop, erp) = await LinkedAsync(world, Mug with { Name = LocalizedText.From([new("en", "Mug"), new("fr", "Tasse")]) });
        world.Shop.Edit<Product>(shop, x => x with { Name = x.Name.Overlay(LocalizedText.Of("en", "Big mug")) });
        world.Erp.Edit<Product>(erp, x => x with { Name = x.Name.Overlay(LocalizedText.Of("fr", "Grande tasse")) });

        await world.RunAsync();

        var merged = LocalizedText.From([new("en", "Big mug"), new("fr", "Grande tasse")]);
        world.Shop.Get<Product>(shop)!.Name.Should().BeEquivalentTo(merged);
        world.Erp.Get<Product>(erp)!.Name.Should().BeEquivalentTo(merged);
    }

    [Fact]
    public async Task User_who_edits_between_reading_and_writing_loses_nothing()
    {
        using var world = new TwoSystems();
        var (shop, erp) = await LinkedAsync(world);
        world.Shop.Edit<Product>(shop, x => x with { Name = LocalizedText.Of("en", "From the shop") });
        var reads = 0;
        world.Erp.BeforeCall = call =>
        {
            if (call == "product.find" && ++reads == 2)
                world.Erp.Edit<Product>(erp, x => x with { Barcode = "edited meanwhile" });
            return Task.CompletedTask;
        };

        await world.RunAsync();
        world.Erp.BeforeCall = null;
        await world.RunAsync();

        reads.Should().BeGreaterThan(1);
        world.Erp.Get<Product>(erp)!.Barcode.Should().Be("edited meanwhile");
        world.Shop.Get<Product>(shop)!.Barcode.Should().Be("edited meanwhile");
        world.Erp.Get<Product>(erp)!.Name["en"].Should().Be("From the shop");
    }

    private static async Task<(RemoteId Shop, RemoteId Erp)> LinkedAsync(TwoSystems world, Product? product = null)
    {
        var shop = world.Shop.Add(product ?? Mug);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        return (shop, world.Erp.All<Product>().Single().Id);
    }
}
