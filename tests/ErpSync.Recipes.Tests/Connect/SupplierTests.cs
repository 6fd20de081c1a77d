namespace ErpSync.Recipes.Tests.Connect;

/// <summary>Section H: suppliers and what they ask.</summary>
public sealed class SupplierTests
{
    [Fact]
    public async Task Connect_H1_Suppliers_of_the_shop_become_suppliers_of_the_hub_daily()
    {
        await using var world = ConnectWorld.New();
        world.Shop.State.AddSupplier("Mills & Co");
        await world.ConnectAsync();

        await world.DoneAsync(ConnectFeedNames.ImportSuppliers);
        await world.DoneAsync(ConnectFeedNames.ImportSuppliers);

        world.Erp.State.ThirdParties.Should().ContainSingle(party => party["name"] == "Mills & Co" && party["fournisseur"] == "1");
        (await world.Feeds.ListAsync("main")).Single(feed => feed.Name == ConnectFeedNames.ImportSuppliers).Schedule.Should().Be("every 24 hours");
    }

    [Fact]
    public async Task Connect_H2_Their_prices_follow_with_reference_and_price_when_both_ends_are_there()
    {
        await using var world = ConnectWorld.New();
        var supplier = world.Shop.State.AddSupplier("Mills & Co");
        world.Shop.State.AddProductSupplier(1, supplier.Id, row => (row.Reference, row.Price) = ("M-1", 4.5m));
        await world.ConnectAsync();

        var early = await world.FeedAsync(ConnectFeedNames.ImportProductSuppliers);
        early.Outcome.Should().Be(FeedOutcome.Refused);
        early.Message.Should().Contain(ConnectFeedNames.ImportNewProducts).And.Contain(ConnectFeedNames.ImportSuppliers);

        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);
        await world.DoneAsync(ConnectFeedNames.ImportSuppliers);
        await world.DoneAsync(ConnectFeedNames.ImportProductSuppliers);
        var price = world.Erp.State.SupplierPrices.Should().ContainSingle().Subject;
        (price.ProductId, price.Reference, price.Price).Should().Be((world.HubProduct().Id, "M-1", 4.5m));
    }

    [Fact]
    public async Task Connect_H3_A_removed_relation_goes_and_a_deleted_supplier_in_use_is_deactivated()
    {
        await using var world = ConnectWorld.New(products: 3);
        var suppliers = new[] { "One", "Two", "Three" }.Select(world.Shop.State.AddSupplier).ToList();
        var rows = suppliers.Select((supplier, place) => world.Shop.State.AddProductSupplier(place + 1, supplier.Id, row => (row.Reference, row.Price) = ($"S-{place}", 4m))).ToList();
        await world.ConnectAsync();
        foreach (var feed in new[] { ConnectFeedNames.ImportNewProducts, ConnectFeedNames.ImportSuppliers, ConnectFeedNames.ImportProductSuppliers })
            await world.DoneAsync(feed);
        world.Erp.State.SupplierPrices.Should().HaveCount(3);

        await world.DeleteInShopAsync("product_suppliers", rows[0].Id);
        await world.DeleteInShopAsync("suppliers", suppliers[2].Id);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.DoneAsync(ConnectFeedNames.ImportSuppliers);
        await world.DoneAsync(ConnectFeedNames.ImportProductSuppliers);

        world.Erp.State.SupplierPrices.Select(price => price.Reference).Should().NotContain("S-0").And.Contain("S-1");
        world.Erp.State.ThirdParties.Single(party => party["name"] == "Three")["status"].Should().Be("0");
        world.Erp.State.ThirdParties.Should().HaveCount(3, "what is in use is not deleted");
    }
}
