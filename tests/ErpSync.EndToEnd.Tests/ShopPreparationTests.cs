using System.Text.Json.Nodes;
using ErpSync.Sandbox;
using ErpSync.Sandbox.WooCommerce;

namespace ErpSync.EndToEnd.Tests;

/// <summary>
/// The preparation of a shop that meets its ERP for the first time: A and C differ, B is only in the shop, D only in the ERP. They are associated, somebody chooses whose version stays,
/// and everything is equal. Until it is confirmed it is a preview and nothing is written.
/// </summary>
public sealed class ShopPreparationTests
{
    [Fact]
    public async Task Preview_shows_all_four_cases_and_writes_nothing()
    {
        await using var world = await WooAndErp.StartAsync(Seed, Pair);

        var views = await world.InspectAsync();
        var plan = await world.Engine.MakePlanAsync(WooAndErp.Main with { Kinds = [EntityKind.Product] });

        views["A"].FirstId.Should().NotBeNull();
        views.Keys.Should().BeEquivalentTo("A", "B", "C", "D");
        views["B"].Colour.Should().Be(LinkColour.Red);
        views["D"].Colour.Should().Be(LinkColour.Red);
        plan.Should().NotBeNull();
        world.Writes.Should().Be(0);
        world.Shop.State.Products.Should().HaveCount(3);
    }

    [Fact]
    public async Task Version_is_chosen_per_record_in_both_directions_and_then_everything_is_equal()
    {
        await using var world = await WooAndErp.StartAsync(Seed, Pair);
        (await world.Engine.RunAsync(WooAndErp.Main)).Problems.Should().BeEmpty();
        var open = await world.InspectAsync();
        (open["A"].Colour, open["C"].Colour).Should().Be((LinkColour.Orange, LinkColour.Orange));
        (world.PriceInShop("A"), world.PriceInErp("A")).Should().Be((10m, 11m), "nobody has chosen yet");

        await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "shop") { Ids = [open["A"].FirstId!.Value] });
        await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "erp") { Ids = [open["C"].SecondId!.Value] });

        (world.PriceInErp("A"), world.PriceInShop("C")).Should().Be((10m, 31m));
        (world.PriceInErp("B"), world.PriceInShop("D")).Should().Be((20m, 40m));
        await AllGreenAsync(world);
    }

    [Theory]
    [InlineData("shop", 10, 30)]
    [InlineData("erp", 11, 31)]
    public async Task Version_is_chosen_in_bulk_in_both_directions_and_then_everything_is_equal(string keep, int priceOfA, int priceOfC)
    {
        await using var world = await WooAndErp.StartAsync(Seed, Pair);
        await world.Engine.RunAsync(WooAndErp.Main);

        await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, keep));

        (world.PriceInShop("A"), world.PriceInErp("A"), world.PriceInShop("C"), world.PriceInErp("C")).Should().Be((priceOfA, priceOfA, priceOfC, priceOfC));
        await AllGreenAsync(world);
    }

    private static async Task AllGreenAsync(WooAndErp world)
    {
        var views = await world.InspectAsync();
        views.Should().HaveCount(4);
        views.Values.Where(view => view.Colour != LinkColour.Green).Select(view => $"{view.Label}: {view.Reason} {string.Join("; ", view.Differences)}").Should().BeEmpty();
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        var before = world.Writes;
        (await world.Engine.RunAsync(WooAndErp.Main)).Written.Should().Be(0);
        world.Writes.Should().Be(before);
    }

    private static void Pair(PairBuilder pair) => pair.Sync<Category>().Sync<Product>(product => product.MatchBy(x => x.Reference).OnFirstRun(Conflict.Ask));

    private static void Seed(WooCommerceState shop, DolibarrState erp)
    {
        foreach (var (reference, price) in new[] { ("A", 10), ("B", 20), ("C", 30) })
            shop.AddProduct(new JsonObject { ["name"] = $"Product {reference}", ["sku"] = reference, ["regular_price"] = price.ToString(System.Globalization.CultureInfo.InvariantCulture), ["manage_stock"] = true });
        foreach (var (reference, price) in new[] { ("A", 11m), ("C", 31m), ("D", 40m) })
        {
            erp.AddProduct(product =>
            {
                product.Ref = reference;
                product.Label = $"Product {reference}";
                product.Price = price;
                product.VatRate = 20m;
            });
        }
    }
}
