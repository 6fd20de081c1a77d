namespace ErpSync.Recipes.Tests.WpShop;

/// <summary>Section 4: which version is kept. A choice in both directions, and nothing is written before it.</summary>
public sealed class WpShopVersionTests
{
    [Fact]
    public async Task WpShop_4_1_Person_chooses_the_version_that_is_kept()
    {
        await using var world = await WpShopWorld.StartAsync();
        await world.RunAsync();
        (await world.ViewAsync("A")).Differences.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Field = nameof(Product.PriceNet), Reason = OpenReason.Undecided });
        (world.PriceInShop("A"), world.PriceInErp("A")).Should().Be((10m, 11m), "nobody has chosen yet");

        await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "woo") { Ids = [world.ShopId("A")] });

        (world.PriceInErp("A"), world.PriceInErp("C")).Should().Be((10m, 31m));
    }

    [Theory]
    [InlineData("woo", 10)]
    [InlineData("erp", 11)]
    public async Task WpShop_4_2_Either_version_can_be_kept(string keep, int price)
    {
        await using var world = await WpShopWorld.StartAsync();
        await world.RunAsync();

        await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, keep) { Ids = [keep == "woo" ? world.ShopId("A") : world.ErpId("A")] });

        (world.PriceInShop("A"), world.PriceInErp("A")).Should().Be((price, price));
    }

    [Theory]
    [InlineData(WpShopFirstMeeting.Shop, 10)]
    [InlineData(WpShopFirstMeeting.Erp, 11)]
    public async Task WpShop_4_2_Version_can_be_chosen_beforehand_by_option(WpShopFirstMeeting meeting, int price)
    {
        await using var world = await WpShopWorld.StartAsync(options => options.FirstMeeting = meeting);

        await world.RunAsync();

        (world.PriceInShop("A"), world.PriceInErp("A")).Should().Be((price, price));
    }

    [Fact]
    public async Task WpShop_4_3_Comparing_writes_nothing()
    {
        await using var world = await WpShopWorld.StartAsync();

        await world.ViewsAsync();
        await world.ProposalsAsync();
        await world.MassRun.PreviewAsync("main", [EntityKind.Product]);

        world.Writes.Should().Be(0);
        (world.PriceInShop("A"), world.Shop.State.Products.Count).Should().Be((10m, 3));
    }

    [Fact]
    public async Task WpShop_4_4_Pull_writes_all_fields_and_categories_go_by_link_and_not_by_label()
    {
        await using var world = await WpShopWorld.StartAsync(seed: world =>
        {
            var cups = world.Erp.State.AddCategory(category => category.Label = "Cups");
            var product = world.Book("A", 11m, "Cup", product => (product.Description, product.Barcode, product.Weight, product.WeightUnits) = ("<p>White</p>", "3760000000017", 0.25m, 0));
            world.Erp.State.LinkCategory(cups.Id, product.Id);
        });
        await world.RunAsync();
        var row = world.InShop("A");
        (row["name"]!.ToString(), row["regular_price"]!.ToString(), row["global_unique_id"]!.ToString(), row["weight"]!.ToString()).Should().Be(("Cup", "11", "3760000000017", "0.25"));
        row["description"]!.ToString().Should().Contain("White");
        var category = row["categories"]!.AsArray().Single()!["id"]!.ToString();
        world.Erp.State.Categories.Single().Label = "Mugs";

        await world.RunAsync();
        await world.RunAsync();

        world.InShop("A")["categories"]!.AsArray().Should().ContainSingle().Which!["id"]!.ToString().Should().Be(category, "the same category has another name now");
        (await world.ViewsAsync(EntityKind.Category)).Values.Should().ContainSingle().Which.Colour.Should().Be(LinkColour.Green);
    }

    [Theory]
    [InlineData("woo", 10, 30)]
    [InlineData("erp", 11, 31)]
    public async Task WpShop_4_5_Both_directions_in_bulk_after_a_preview_and_what_was_written_is_the_new_agreement(string keep, int priceOfA, int priceOfC)
    {
        await using var world = await WpShopWorld.StartAsync();
        var preview = await world.MassRun.PreviewAsync("main", [EntityKind.Product], keep);
        world.Writes.Should().Be(0);

        var result = await world.MassRun.ConfirmAsync(preview, preview.Creates, preview.Overwrites);

        result.Report!.Problems.Should().BeEmpty();
        (world.PriceInShop("A"), world.PriceInErp("A"), world.PriceInShop("C"), world.PriceInErp("C")).Should().Be((priceOfA, priceOfA, priceOfC, priceOfC));
        await world.AllGreenAsync();
        (await world.RunAsync()).Written.Should().Be(0);
    }
}
