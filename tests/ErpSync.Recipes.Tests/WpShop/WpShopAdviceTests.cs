using ErpSync.Sandbox;
using ErpSync.WooCommerce;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.WpShop;

/// <summary>Sections 9 and 10: known trouble, and the advice to keep and to change.</summary>
public sealed class WpShopAdviceTests
{
    [Fact]
    public async Task WpShop_9_2_Categories_are_neither_doubled_nor_lost()
    {
        await using var world = await WpShopWorld.StartAsync(seed: world =>
        {
            world.Shop.State.AddTerm("product_cat", "Cups");
            world.Erp.State.LinkCategory(world.Erp.State.AddCategory(category => category.Label = "Cups").Id, world.Book("D", 40m).Id);
        });

        await world.World.SettleAsync();
        await world.World.SettleAsync();

        world.Erp.State.Categories.Should().ContainSingle();
        world.InShop("D")["categories"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task WpShop_9_3_Path_that_is_lost_on_the_way_is_told_with_its_remedy()
    {
        await using var world = await WpShopWorld.StartAsync(more: builder => builder.Services.PostConfigure<WooCommerceOptions>("woo", options => options.BaseAddress = new Uri(options.BaseAddress!, "elsewhere/")));

        var findings = await world.Engine.CheckAsync("main");

        findings.Should().Contain(finding => finding.Connection == "woo" && finding.Severity == FindingSeverity.Error).Which.Remedy.Should().Contain("BaseAddress");
    }

    [Fact]
    public async Task WpShop_9_4_Content_is_compared_and_not_dates_and_nobody_is_blocked_meanwhile()
    {
        await using var world = await WpShopWorld.StartAsync(seed: world => world.Buyer("anna@example.org"));
        await world.World.SettleAsync();
        var buyer = world.Shop.State.Customers.Values.Single();
        Saved();
        (await world.RunAsync()).Written.Should().Be(0, "a newer date alone is no change");
        buyer["billing"]!["phone"] = "+33100000002";
        Saved();

        await world.RunAsync();

        void Saved() => buyer["date_modified_gmt"] = world.World.Clock.GetUtcNow().UtcDateTime.ToString("s", System.Globalization.CultureInfo.InvariantCulture);

        buyer["role"]!.ToString().Should().Be("customer");
        world.Erp.State.ThirdParties.Single(party => party["email"] == "anna@example.org")["phone"].Should().Be("+33100000002");
    }

    [Fact]
    public async Task WpShop_9_5_Links_of_another_store_are_taken_over()
    {
        await using var world = await WpShopWorld.StartAsync(options => options.LinkByKey = false);

        var report = await world.Links.AdoptAsync("main", EntityKind.Product, AdoptSource.Pairs([(world.ShopId("A"), world.ErpId("A")), (world.ShopId("C"), world.ErpId("C"))]), apply: true);

        report.Should().NotBeNull();
        (await world.ViewsAsync()).Values.Count(view => view is { FirstId: not null, SecondId: not null }).Should().Be(2);
    }

    [Fact]
    public async Task WpShop_10_1_Link_has_both_ids() => await new WpShopLinkTests().WpShop_2_1_Link_is_kept_with_the_id_of_each_side();

    [Fact]
    public async Task WpShop_10_2_State_of_all_records_is_told_at_one_glance_and_without_a_request()
    {
        await using var world = await WpShopWorld.StartAsync();
        await world.RunAsync();
        world.World.ClearLogs();

        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Should().Be(new LinkCounts(4, 2, 0));

        (world.Shop.Requests.Total + world.Erp.Requests.Total).Should().Be(0);
    }

    [Fact]
    public async Task WpShop_10_3_Association_is_guided_with_both_versions_side_by_side()
    {
        await using var world = await WpShopWorld.StartAsync(options => options.LinkByKey = false);
        await world.Engine.LinkAsync("main", EntityKind.Product, world.ShopId("A"), world.ErpId("A"));

        var view = (await world.ViewsAsync()).Values.Single(view => view is { FirstId: not null, SecondId: not null });

        view.Differences.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Field = nameof(Product.PriceNet) });
        (view.Differences[0].First, view.Differences[0].Second).Should().Be(("10 EUR", "11 EUR"));
    }

    [Fact]
    public async Task WpShop_10_4_Mass_run_tells_how_far_it_is()
    {
        await using var world = await WpShopWorld.StartAsync();
        var told = new Told();
        var preview = await world.MassRun.PreviewAsync("main", [EntityKind.Product]);

        await world.MassRun.ConfirmAsync(preview, preview.Creates, preview.Overwrites, told);

        told.Steps.Should().Contain(step => step.Kind == EntityKind.Product && step.Done > 0);
    }

    [Fact]
    public async Task WpShop_10_6_Link_store_is_outside_both_systems() => await new WpShopColourTests().WpShop_3_3_Link_does_not_hang_on_marks_in_the_systems();

    [Fact]
    public async Task WpShop_10_7_States_are_told_apart()
    {
        await using var world = await WpShopWorld.SettledAsync(options => (options.Edits, options.ErpLeads, options.CreateInErp) = (Edits.Show, false, false));
        world.PriceShop("A", 12);
        world.PriceErp("C", 33m);
        world.PriceShop("D", 41);
        world.PriceErp("D", 42m);
        world.Sell("E", 50);

        await world.RunAsync();

        var views = await world.ViewsAsync();
        views.Values.Where(view => view.Colour == LinkColour.Orange).ToDictionary(view => view.Label, view => string.Join('+', view.Differences.Single().ChangedAt)).Should()
            .BeEquivalentTo(new Dictionary<string, string> { ["A"] = "woo", ["C"] = "erp", ["D"] = "woo+erp" });
        (views["B"].Colour, views["E"].Colour).Should().Be((LinkColour.Red, LinkColour.Red));
    }

    [Fact]
    public async Task WpShop_10_8_Fingerprints_have_a_version_and_a_canonical_form() => await new WpShopColourTests().WpShop_3_9_Field_that_is_carried_from_now_on_does_not_turn_everything_orange();

    [Fact]
    public async Task WpShop_10_9_States_are_read_in_batches() => await new WpShopTriggerTests().WpShop_6_1_List_of_the_shop_shows_colours_without_a_request_per_row();

    [Fact]
    public async Task WpShop_10_10_Preview_has_no_effect() => await new WpShopVersionTests().WpShop_4_3_Comparing_writes_nothing();

    [Theory]
    [InlineData("woo", 10, 30)]
    [InlineData("erp", 11, 31)]
    public async Task WpShop_10_11_Either_version_is_kept_in_bulk_by_a_person_s_word(string keep, int priceOfA, int priceOfC)
    {
        await using var world = await WpShopWorld.StartAsync();
        await world.RunAsync();

        await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, keep));

        (world.PriceInShop("A"), world.PriceInErp("A"), world.PriceInShop("C"), world.PriceInErp("C")).Should().Be((priceOfA, priceOfA, priceOfC, priceOfC));
        await world.AllGreenAsync();
    }

    [Fact]
    public async Task WpShop_10_12_Records_are_proposed_by_reference_by_barcode_and_by_e_mail()
    {
        await using var world = await WpShopWorld.StartAsync(options => options.LinkByKey = false, world =>
        {
            world.Sell("R-1", 10, "Left shoe");
            world.Book("R-1", 10m, "Something else");
            world.Sell("S-2", 20, "Plate", body => body["global_unique_id"] = "3760000000017");
            world.Book("E-2", 20m, "Dish", product => product.Barcode = "3760000000017");
            world.Buyer("anna@example.org");
            world.Erp.State.AddThirdParty(party => (party["name"], party["client"], party["email"]) = ("A. Schmidt", "1", "anna@example.org"));
        });

        (await world.ProposalsAsync()).Select(proposal => (proposal.FirstId, proposal.SecondId)).Should().Contain([(world.ShopId("R-1"), world.ErpId("R-1")), (world.ShopId("S-2"), world.ErpId("E-2"))]);
        (await world.ProposalsAsync(EntityKind.Customer)).Should().ContainSingle();
    }

    [Fact]
    public async Task WpShop_10_13_Run_can_be_taken_up_again_and_lists_its_errors() => await new WpShopMassRunTests().WpShop_5_2_Run_that_was_cut_off_goes_on_where_it_ended_and_lists_what_it_could_not_do();

    [Theory]
    [InlineData(FaultKind.ErrorBeforeCommit)]
    [InlineData(FaultKind.MaintenancePage)]
    [InlineData(FaultKind.TruncatedBody)]
    public async Task WpShop_10_14_Nothing_is_deleted_or_unlinked_by_a_failed_request(FaultKind fault)
    {
        await using var world = await WpShopWorld.SettledAsync(options => options.Deletions = Deletion.Delete);
        world.Erp.Faults.Add(new Fault(fault) { Times = 60 });
        await world.TryRunAsync();
        world.Erp.Faults.Clear();
        world.Shop.Faults.Add(new Fault(fault) { Times = 60 });
        await world.TryRunAsync();
        world.Shop.Faults.Clear();

        await world.World.SettleAsync();

        (world.Shop.State.Products.Count, world.Erp.State.Products.Count).Should().Be((4, 4));
        await world.AllGreenAsync();
    }

    private sealed class Told : IProgress<SyncProgress>
    {
        public List<SyncProgress> Steps { get; } = [];

        public void Report(SyncProgress value) => Steps.Add(value);
    }
}
