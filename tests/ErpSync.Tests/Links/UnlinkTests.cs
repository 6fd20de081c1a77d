namespace ErpSync.Tests.Links;

public sealed class UnlinkTests
{
    private static readonly Product Mug = new() { Name = LocalizedText.Of("en", "Mug"), Barcode = "1" };

    [Fact]
    public async Task Two_that_were_taken_apart_are_not_created_again_and_remember_what_they_agreed_on()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        var erp = world.Erp.All<Product>().Single().Id;
        await world.Engine.UnlinkAsync("main", EntityKind.Product, "shop", shop);

        await world.RunAsync();
        world.Shop.All<Product>().Should().ContainSingle();
        world.Erp.All<Product>().Should().ContainSingle("without a key nothing says that it would not be a double");
        (await world.InspectAsync()).Should().HaveCount(2).And.OnlyContain(view => view.Colour == LinkColour.Red && view.Reason.Contains("removed by hand"));

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Erp.Edit<Product>(erp, x => x with { Barcode = "2" });
        await world.Engine.LinkAsync("main", EntityKind.Product, shop, erp);
        await world.RunAsync();

        world.Shop.Get<Product>(shop)!.Barcode.Should().Be("2", "it was edited at one side only since the two agreed");
        (await world.InspectAsync()).Single().Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task Two_that_are_rejected_after_they_were_taken_apart_are_both_created()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        var erp = world.Erp.All<Product>().Single().Id;
        await world.Engine.UnlinkAsync("main", EntityKind.Product, "shop", shop);
        await world.Links.RejectAsync("main", EntityKind.Product, shop, erp);

        (await world.RunAsync()).IsComplete.Should().BeTrue();
        await world.RunAsync();

        world.Shop.All<Product>().Should().HaveCount(2);
        world.Erp.All<Product>().Should().HaveCount(2);
        (await world.InspectAsync()).Should().HaveCount(2).And.OnlyContain(view => view.Colour == LinkColour.Green);
    }

    [Fact]
    public async Task Old_agreement_is_forgotten_once_the_two_are_linked_again()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        var erp = world.Erp.All<Product>().Single().Id;
        await world.Engine.UnlinkAsync("main", EntityKind.Product, "shop", shop);
        await world.Engine.LinkAsync("main", EntityKind.Product, shop, erp);

        (await world.Store.ReadTextsAsync("main", "apart/", default)).Should().BeEmpty();
    }
}
