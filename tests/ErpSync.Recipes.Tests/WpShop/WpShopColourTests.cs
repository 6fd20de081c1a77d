using System.Text.Json.Nodes;
using ErpSync.Dolibarr;
using ErpSync.Sandbox;
using ErpSync.WooCommerce;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.WpShop;

/// <summary>Section 3: the light. Both sides are compared with what they last agreed on.</summary>
public sealed class WpShopColourTests
{
    [Fact]
    public async Task WpShop_3_1_Not_linked_is_red()
    {
        await using var world = await WpShopWorld.StartAsync();

        var views = await world.ViewsAsync();

        (views["B"].Colour, views["D"].Colour).Should().Be((LinkColour.Red, LinkColour.Red));
    }

    [Fact]
    public async Task WpShop_3_2_Gone_at_the_other_side_is_told_and_stays_linked_until_a_person_decides()
    {
        await using var world = await WpShopWorld.SettledAsync();
        var id = world.ErpId("A");
        world.Erp.State.RemoveProduct(world.InErp("A").Id);

        await world.RunAsync();

        var view = await world.ViewAsync("A");
        (view.Colour, view.FirstId, view.SecondId).Should().Be((LinkColour.Orange, world.ShopId("A"), id));
        view.Reason.Should().Contain("erp");
    }

    [Fact]
    public async Task WpShop_3_3_Link_does_not_hang_on_marks_in_the_systems()
    {
        await using var world = await WpShopWorld.SettledAsync();
        foreach (var product in world.Shop.State.Products.Values)
            product["meta_data"] = new JsonArray();
        world.Erp.State.EditProduct(world.InErp("D").Id, product => product.RefExt = null);

        await world.RunAsync();

        await world.AllGreenAsync();
        world.Shop.State.Products.Should().HaveCount(4);
    }

    [Fact]
    public async Task WpShop_3_4_Changed_is_orange_and_waits_where_edits_are_only_shown()
    {
        await using var world = await WpShopWorld.SettledAsync(options => options.Edits = Edits.Show);
        world.PriceErp("A", 12m);

        (await world.RunAsync()).Written.Should().Be(0);

        var view = await world.ViewAsync("A");
        view.Colour.Should().Be(LinkColour.Orange);
        view.Differences.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Field = nameof(Product.PriceNet), Reason = OpenReason.Edited });
        world.PriceInShop("A").Should().Be(11m);
        await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "erp") { Ids = [world.ErpId("A")] });
        world.PriceInShop("A").Should().Be(12m);
        await world.AllGreenAsync();
    }

    [Fact]
    public async Task WpShop_3_4_What_is_new_is_created_although_edits_are_only_shown()
    {
        await using var world = await WpShopWorld.SettledAsync(options => options.Edits = Edits.Show);
        world.Book("E", 50m);
        world.Sell("F", 60);

        await world.RunAsync();

        (world.PriceInShop("E"), world.PriceInErp("F")).Should().Be((50m, 60m));
    }

    [Fact]
    public async Task WpShop_3_5_Equal_is_green()
    {
        await using var world = await WpShopWorld.SettledAsync();

        (await world.ViewsAsync()).Values.Should().HaveCount(4).And.OnlyContain(view => view.Colour == LinkColour.Green);
    }

    [Fact]
    public async Task WpShop_3_6_Not_known_is_no_colour_and_what_was_known_stays()
    {
        await using var world = await WpShopWorld.SettledAsync();
        world.Erp.Faults.Add(new Fault(FaultKind.MaintenancePage) { Times = int.MaxValue });

        await FluentActions.Awaiting(() => world.ViewsAsync()).Should().ThrowAsync<ConnectorException>();

        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Should().Be(new LinkCounts(4, 0, 0));
    }

    [Fact]
    public async Task WpShop_3_7_Edit_in_the_shop_is_orange_too_and_the_side_is_named()
    {
        await using var world = await WpShopWorld.SettledAsync(options => options.Edits = Edits.Show);
        world.PriceShop("A", 13);

        await world.RunAsync();

        (await world.ViewAsync("A")).Differences.Should().ContainSingle().Which.ChangedAt.Should().Equal("woo");
        world.PriceInErp("A").Should().Be(11m, "it is neither carried over nor overwritten");
        world.PriceInShop("A").Should().Be(13m);
    }

    [Fact]
    public async Task WpShop_3_8_Texts_that_a_system_changes_are_not_orange_for_ever()
    {
        await using var world = await WpShopWorld.StartAsync(seed: world => world.Book("T", 5m, "Salt & pepper <5 g>", product => product.Description = "<p>Fine &amp; coarse, \"as you like\"</p>"));
        await world.RunAsync();

        (await world.RunAsync()).Written.Should().Be(0);

        await world.AllGreenAsync();
    }

    [Fact]
    public async Task WpShop_3_9_Field_that_is_carried_from_now_on_does_not_turn_everything_orange()
    {
        await using var world = await WpShopWorld.SettledAsync();
        world.World.Restart(WpShopWorld.Recipe(more: builder =>
        {
            builder.Services.PostConfigure<WooCommerceOptions>("woo", options => options.CustomFields.Add("material"));
            builder.Services.PostConfigure<DolibarrOptions>("erp", options => options.CustomFields.Add("material"));
        }));

        (await world.RunAsync()).Written.Should().Be(0);

        await world.AllGreenAsync();
    }

    [Fact]
    public async Task WpShop_3_10_Network_error_keeps_the_link()
    {
        await using var world = await WpShopWorld.SettledAsync();
        world.PriceErp("A", 12m);
        world.Erp.Faults.Add(new Fault(FaultKind.DropBeforeCommit) { Times = 40 });
        await world.TryRunAsync();
        world.Erp.Faults.Clear();
        await world.World.SettleAsync();

        (world.PriceInShop("A"), world.Shop.State.Products.Count).Should().Be((12m, 4));
        await world.AllGreenAsync();
    }

    [Fact]
    public async Task WpShop_3_11_Unlinking_frees_both_sides()
    {
        await using var world = await WpShopWorld.SettledAsync(options => options.LinkByKey = false);
        foreach (var reference in new[] { "A", "C" })
            await world.Engine.LinkAsync("main", EntityKind.Product, world.ShopId(reference), world.ErpId(reference));

        (await world.Engine.UnlinkAsync("main", EntityKind.Product, "erp", world.ErpId("A"))).Should().BeTrue();
        await world.Engine.UnlinkAsync("main", EntityKind.Product, "woo", world.ShopId("C"));
        await world.Engine.LinkAsync("main", EntityKind.Product, world.ShopId("A"), world.ErpId("C"));

        (await world.World.InspectAsync(EntityKind.Product)).Should().ContainSingle(view => view.FirstId != null && view.SecondId != null).Which.Should().BeEquivalentTo(new { FirstId = world.ShopId("A"), SecondId = world.ErpId("C") });
    }
}
