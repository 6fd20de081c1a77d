using ErpSync.Testing;

namespace ErpSync.Tests.Simulated;

/// <summary>Found by the simulation: one language carried the other one over, in the form that the other system had made of it.</summary>
public sealed class PartTests
{
    private static readonly Product Mug = new() { Reference = "A", Name = LocalizedText.From([new("en", "A very long mug"), new("fr", "Une très longue tasse")]) };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Language_that_nobody_edited_stays_as_its_own_system_holds_it(bool editedAtBothSides)
    {
        using var world = new TwoSystems(erpProducts: x =>
        {
            x.Normalise = Normalising.Shorten(CatalogShapes.Product, 8);
            x.DeclaresNormalise = false;
        });
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        var erp = world.Erp.All<Product>().Single().Id;
        world.Erp.Get<Product>(erp)!.Name["fr"].Should().Be("Une très");
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        world.Erp.Edit<Product>(erp, x => x with { Name = x.Name.Overlay(LocalizedText.Of("en", "Cup")) });
        if (editedAtBothSides)
            world.Shop.Edit<Product>(shop, x => x with { Name = x.Name.Overlay(LocalizedText.Of("de", "Tasse")) });
        await world.RunAsync();

        world.Shop.Get<Product>(shop)!.Name["en"].Should().Be("Cup");
        world.Shop.Get<Product>(shop)!.Name["fr"].Should().Be("Une très longue tasse");
    }
}
