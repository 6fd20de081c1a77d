namespace ErpSync.Recipes.Tests.WpShop;

/// <summary>Section 2: the link, and how it comes into being.</summary>
public sealed class WpShopLinkTests
{
    [Fact]
    public async Task WpShop_2_1_Link_is_kept_with_the_id_of_each_side()
    {
        await using var world = await WpShopWorld.SettledAsync();

        var view = await world.ViewAsync("A");

        (view.FirstId, view.SecondId).Should().Be((world.ShopId("A"), world.ErpId("A")));
    }

    [Fact]
    public async Task WpShop_2_2_What_both_last_agreed_on_is_kept_beside_the_link_so_that_a_second_run_writes_nothing()
    {
        await using var world = await WpShopWorld.SettledAsync();
        var before = world.Writes;

        (await world.RunAsync()).Written.Should().Be(0);

        world.Writes.Should().Be(before);
    }

    [Fact]
    public async Task WpShop_2_3_Record_of_the_Erp_has_one_link_at_most()
    {
        await using var world = await WpShopWorld.SettledAsync();
        var other = world.Sell("", 5, "Without a reference");

        var link = () => world.Engine.LinkAsync("main", EntityKind.Product, new RemoteId(other["id"]!.ToString()), world.ErpId("A"));

        await link.Should().ThrowAsync<StoreException>();
        (await world.ViewAsync("A")).FirstId.Should().Be(world.ShopId("A"));
    }

    [Fact]
    public async Task WpShop_2_4_Status_and_first_name_are_carried()
    {
        await using var world = await WpShopWorld.SettledAsync();
        world.EditShop("A", row => row["status"] = "draft");
        world.Buyer("anna@example.org");

        await world.RunAsync();

        world.InErp("A").OnSale.Should().BeFalse();
        var party = world.Erp.State.ThirdParties.Single(party => party["email"] == "anna@example.org");
        $"{party["name"]} {party["name_alias"]} {string.Join(' ', world.Erp.State.Contacts.Select(contact => contact["firstname"]))}".Should().Contain("Anna");
    }

    [Fact]
    public async Task WpShop_2_5_What_is_new_in_the_Erp_is_created_in_the_shop_by_itself_and_linked()
    {
        await using var world = await WpShopWorld.SettledAsync();
        world.Book("E", 50m);

        await world.RunAsync();

        world.PriceInShop("E").Should().Be(50m);
        (await world.ViewAsync("E")).Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task WpShop_2_6_Records_are_associated_by_hand_from_either_side()
    {
        await using var world = await WpShopWorld.StartAsync(options => options.LinkByKey = false, world =>
        {
            world.Sell("S-1", 10, "Blue mug");
            world.Book("E-1", 10m, "Blue mug");
            world.Sell("S-2", 20, "Green plate");
            world.Book("E-2", 20m, "Green plate");
        });
        await world.RunAsync();
        (await world.ViewsAsync()).Values.Should().HaveCount(4).And.OnlyContain(view => view.Colour == LinkColour.Red);

        await world.Engine.LinkAsync("main", EntityKind.Product, world.ShopId("S-1"), world.ErpId("E-1"));
        var proposal = (await world.ProposalsAsync()).Single(proposal => proposal.FirstId == world.ShopId("S-2"));
        await world.Links.AcceptAsync("main", [proposal]);

        proposal.SecondId.Should().Be(world.ErpId("E-2"));
        (await world.ViewsAsync()).Values.Should().HaveCount(2).And.NotContain(view => view.Colour == LinkColour.Red);
    }

    [Fact]
    public async Task WpShop_2_7_New_customer_of_the_checkout_goes_to_the_Erp_and_is_linked()
    {
        await using var world = await WpShopWorld.StartAsync(seed: world => world.Buyer("anna@example.org"));

        await world.RunAsync();

        world.Erp.State.ThirdParties.Should().ContainSingle(party => party["email"] == "anna@example.org");
        (await world.ViewsAsync(EntityKind.Customer)).Values.Should().ContainSingle().Which.Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task WpShop_2_8_Mass_run_links_both_ends()
    {
        await using var world = await WpShopWorld.StartAsync();
        var preview = await world.MassRun.PreviewAsync("main", [EntityKind.Product], keep: "erp");

        (await world.MassRun.ConfirmAsync(preview, preview.Creates, preview.Overwrites)).HasRun.Should().BeTrue();

        (await world.ViewsAsync()).Values.Should().HaveCount(4).And.OnlyContain(view => view.FirstId != null && view.SecondId != null);
        (await world.RunAsync()).Written.Should().Be(0, "what was made has a link, and is not made again");
        world.Shop.State.Products.Should().HaveCount(4);
    }
}
