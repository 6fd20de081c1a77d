namespace ErpSync.Recipes.Tests.WpShop;

/// <summary>Section 6: what triggers what.</summary>
public sealed class WpShopTriggerTests
{
    [Fact]
    public async Task WpShop_6_1_List_of_the_shop_shows_colours_without_a_request_per_row()
    {
        await using var world = await WpShopWorld.StartAsync(seed: world =>
        {
            for (var number = 0; number < 60; number++)
                world.Book($"P{number}", 10m);
        });
        await world.World.SettleAsync();
        world.World.ClearLogs();

        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Should().Be(new LinkCounts(60, 0, 0));
        (world.Shop.Requests.Total + world.Erp.Requests.Total).Should().Be(0);
        (await world.ViewsAsync()).Should().HaveCount(60);
        (world.Shop.Requests.Total + world.Erp.Requests.Total).Should().BeLessThan(40, "live colours of all rows are read in lists");
    }

    [Fact]
    public async Task WpShop_6_3_One_record_is_synchronised_by_hand()
    {
        await using var world = await WpShopWorld.SettledAsync();
        world.PriceErp("A", 12m);
        world.PriceErp("C", 32m);

        await world.World.RunAsync(new SyncRequest("main") { Records = [new RecordPointer("erp", EntityKind.Product, world.ErpId("A"))] });

        (world.PriceInShop("A"), world.PriceInShop("C")).Should().Be((12m, 31m));
    }

    [Fact]
    public async Task WpShop_6_4_Product_that_is_saved_in_the_shop_goes_to_the_Erp()
    {
        await using var world = await WpShopWorld.SettledAsync();
        world.EditShop("A", row => (row["name"], row["regular_price"]) = ("New name", "14"));

        await world.RunAsync();

        (world.InErp("A").Label, world.PriceInErp("A")).Should().Be(("New name", 14m));
        await world.AllGreenAsync();
    }

    [Fact]
    public async Task WpShop_6_5_New_customer_is_one_third_party_however_often_it_is_looked_at()
    {
        await using var world = await WpShopWorld.SettledAsync();
        world.Erp.State.AddThirdParty(party => (party["name"], party["client"], party["email"]) = ("Schmidt", "1", "anna@example.org"));
        world.Buyer("anna@example.org");
        world.Buyer("ben@example.org", "Ben", "Miller");

        await world.RunAsync();
        await world.RunAsync();

        world.Erp.State.ThirdParties.Count(party => party["email"] == "anna@example.org").Should().Be(1);
        world.Erp.State.ThirdParties.Count(party => party["email"] == "ben@example.org").Should().Be(1);
    }

    [Fact]
    public async Task WpShop_6_12_Card_of_a_linked_record_shows_the_shop_s_id_and_tells_when_it_is_gone_there()
    {
        await using var world = await WpShopWorld.SettledAsync();
        var id = world.ShopId("A");
        (await world.ViewsAsync()).Values.Single(view => view.SecondId == world.ErpId("A")).FirstId.Should().Be(id);
        world.Shop.State.Products.Remove(long.Parse(id.Value, System.Globalization.CultureInfo.InvariantCulture));

        await world.World.RunAsync(new SyncRequest("main") { Full = true });

        var view = (await world.ViewsAsync()).Values.Single(view => view.SecondId == world.ErpId("A"));
        (view.Colour, view.FirstId).Should().Be((LinkColour.Orange, id));
        world.InErp("A").Should().NotBeNull();
    }

    [Fact]
    public async Task WpShop_6_13_Change_in_the_Erp_goes_over_and_a_deletion_asks()
    {
        await using var world = await WpShopWorld.SettledAsync();
        world.PriceErp("A", 12m);
        world.Erp.State.RemoveProduct(world.InErp("D").Id);

        await world.RunAsync();
        await world.RunAsync();

        world.PriceInShop("A").Should().Be(12m);
        world.Shop.State.Products.Should().HaveCount(4, "what was deleted in the ERP stays in the shop until a person decides");
        (await world.ViewAsync("D")).Colour.Should().Be(LinkColour.Orange);
    }

    [Fact]
    public async Task WpShop_6_13_Third_party_that_is_edited_in_the_Erp_goes_over()
    {
        await using var world = await WpShopWorld.StartAsync(seed: world => world.Buyer("anna@example.org"));
        await world.World.SettleAsync();
        var party = world.Erp.State.ThirdParties.Single(party => party["email"] == "anna@example.org");
        party["phone"] = "+33100000001";
        party.Modified = world.World.Clock.GetUtcNow();

        await world.RunAsync();
        await world.RunAsync();

        world.Shop.State.Customers.Values.Single()["billing"]!["phone"]!.ToString().Should().Be("+33100000001");
    }
}
