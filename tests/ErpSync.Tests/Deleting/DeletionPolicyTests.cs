using ErpSync.Testing;
using static ErpSync.Tests.Deleting.DeletionWorld;

namespace ErpSync.Tests.Deleting;

public sealed class DeletionPolicyTests
{
    [Fact]
    public async Task Ask_keeps_the_survivor_and_shows_it_orange()
    {
        using var world = Of(Deletion.Ask);
        var (shop, _) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);

        await world.RunAsync();

        var view = await world.OneAsync();
        view.Colour.Should().Be(LinkColour.Orange);
        view.Reason.Should().Be("deleted in shop");
        await world.StaysSoAsync(shop: 0, erp: 1);
    }

    [Fact]
    public async Task Ignore_keeps_the_survivor_green_and_never_creates_it_again()
    {
        using var world = Of(Deletion.Ignore);
        var (shop, erp) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);

        await world.RunAsync();

        var view = await world.OneAsync();
        view.Colour.Should().Be(LinkColour.Green);
        view.Reason.Should().Be("deleted in shop; kept in erp");
        world.Erp.Edit<Product>(erp, x => x with { Barcode = "2" });
        await world.RunAsync();
        (await world.OneAsync()).Colour.Should().Be(LinkColour.Green, "an edit of the survivor has nowhere to go");
        await world.StaysSoAsync(shop: 0, erp: 1);
    }

    [Fact]
    public async Task Unlink_keeps_the_survivor_red_and_never_creates_it_again()
    {
        using var world = Of(Deletion.Unlink);
        var (shop, _) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);

        await world.RunAsync();
        await world.RunAsync();

        var view = await world.OneAsync();
        view.Colour.Should().Be(LinkColour.Red);
        view.Reason.Should().Contain("deleted in shop");
        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Should().Be(new LinkCounts(0, 0, 1));
        await world.StaysSoAsync(shop: 0, erp: 1);
    }

    [Theory]
    [InlineData("shop")]
    [InlineData("erp")]
    public async Task Deactivate_clears_the_active_flag_of_the_survivor(string deletedAt)
    {
        using var world = Of(Deletion.Deactivate);
        var (shop, erp) = await world.LinkedAsync();
        var (here, there) = deletedAt == "shop" ? ((world.Shop, shop), (world.Erp, erp)) : ((world.Erp, erp), (world.Shop, shop));
        here.Item1.Delete<Product>(here.Item2);

        var report = await world.RunAsync();

        report.Problems.Should().BeEmpty();
        there.Item1.Get<Product>(there.Item2).Should().BeEquivalentTo(Mug with { Active = false });
        (await world.OneAsync()).Colour.Should().Be(LinkColour.Green);
        (await world.JournalAsync(JournalAction.Updated)).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Field = "Active", OldValue = "true", NewValue = "false", Reason = $"reason.deleted-in;connection={deletedAt}" });
        await world.StaysSoAsync(deletedAt == "shop" ? 0 : 1, deletedAt == "erp" ? 0 : 1);
    }

    [Fact]
    public async Task Deactivated_survivor_that_a_person_activates_again_stays_active()
    {
        using var world = Of(Deletion.Deactivate);
        var (shop, erp) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Erp.Edit<Product>(erp, x => x with { Active = true });

        await world.StaysSoAsync(shop: 0, erp: 1);

        world.Erp.Get<Product>(erp)!.Active.Should().BeTrue();
    }

    [Theory]
    [InlineData("shop")]
    [InlineData("erp")]
    public async Task Delete_deletes_the_survivor_and_keeps_the_whole_record_in_the_journal(string deletedAt)
    {
        using var world = Of(Deletion.Delete);
        var (shop, erp) = await world.LinkedAsync();
        if (deletedAt == "shop")
            world.Shop.Delete<Product>(shop);
        else
            world.Erp.Delete<Product>(erp);

        var report = await world.RunAsync();

        report.Kinds.Single().Deleted.Should().Be(1);
        report.Written.Should().Be(1);
        var entry = (await world.JournalAsync(JournalAction.Deleted)).Single();
        entry.Should().BeEquivalentTo(new { Side = deletedAt == "shop" ? Side.Second : Side.First, Id = deletedAt == "shop" ? erp : shop, Reason = $"reason.deleted-in;connection={deletedAt}" });
        entry.OldValue.Should().Contain("\"Reference\":\"A\"").And.Contain("\"PriceNet\":\"10 EUR\"");
        (await world.InspectAsync()).Should().BeEmpty();
        await world.StaysSoAsync(shop: 0, erp: 0);
    }

    [Fact]
    public async Task Policies_may_differ_by_direction()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.OnDelete(Deletion.Delete, deletedAt: "erp").OnDelete(Deletion.Ignore, deletedAt: "shop")));
        var one = await world.LinkedAsync();
        var two = await world.LinkedAsync(Mug with { Reference = "B" });
        world.Shop.Delete<Product>(one.Shop);
        world.Erp.Delete<Product>(two.Erp);

        await world.RunAsync();

        world.Shop.All<Product>().Should().BeEmpty();
        world.Erp.All<Product>().Single().Id.Should().Be(one.Erp);
    }

    [Fact]
    public async Task Plan_shows_what_would_be_deleted_and_writes_nothing()
    {
        using var world = Of(Deletion.Delete);
        var (shop, erp) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);

        var entry = (await world.PlanAsync()).Single();

        entry.Should().BeEquivalentTo(new { Action = PlanAction.Delete, Target = "erp", Reason = "deleted in shop", IsWrite = true });
        world.Erp.Get<Product>(erp).Should().NotBeNull();
    }

    [Fact]
    public async Task Policy_that_changes_is_applied_to_deletions_that_were_seen_before()
    {
        using var before = Of(Deletion.Ask);
        var (shop, _) = await before.LinkedAsync();
        before.Shop.Delete<Product>(shop);
        await before.RunAsync();

        using var after = new TwoSystems(p => p.Sync<Product>(x => x.OnDelete(Deletion.Delete)), restarted: before);
        await after.RunAsync();

        after.Erp.All<Product>().Should().BeEmpty();
    }

    [Fact]
    public async Task Announced_deletion_is_carried_out_only_when_the_record_is_really_gone()
    {
        using var world = Of(Deletion.Delete);
        var gone = await world.LinkedAsync();
        var alive = await world.LinkedAsync(Mug with { Reference = "B" });
        world.Shop.Delete<Product>(gone.Shop);
        var request = TwoSystems.Main with { AnnouncedDeletions = [new(EntityKind.Product, "shop", gone.Shop), new(EntityKind.Product, "shop", alive.Shop)] };

        await world.Engine.RunAsync(request);

        world.Erp.All<Product>().Single().Id.Should().Be(alive.Erp);
        world.Shop.All<Product>().Single().Id.Should().Be(alive.Shop);
    }

    [Fact]
    public async Task Listing_that_skips_a_record_deletes_nothing()
    {
        using var world = Of(Deletion.Delete);
        await world.LinkedAsync();
        await world.LinkedAsync(Mug with { Reference = "B" });
        world.Shop.Faults.Add(InMemoryFaultKind.EndsEarly, "product.list");

        await world.RunAsync();

        world.Erp.All<Product>().Should().HaveCount(2);
        (await world.InspectAsync()).Should().OnlyContain(view => view.Colour == LinkColour.Green);
    }

    [Fact]
    public async Task System_that_cannot_delete_leaves_the_survivor_orange_and_says_so()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.OnDelete(Deletion.Delete)), erpProducts: settings => settings.Without(InMemoryCapabilities.Delete));
        var (shop, _) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);

        var report = await world.RunAsync();

        report.Problems.Single().Code.Should().Be("delete.unsupported");
        (await world.OneAsync()).Colour.Should().Be(LinkColour.Orange);
        world.Erp.All<Product>().Should().ContainSingle();
    }

    [Fact]
    public void Policies_that_cannot_work_are_refused_at_the_start()
    {
        Check(p => p.Sync<StockLevel>(x => x.OnDelete(Deletion.Deactivate))).Should().Throw<ErpSyncConfigurationException>().WithMessage("*stock-level*no active flag*");
        Check(p => p.Sync<Product>(x => x.From("erp").OnDelete(Deletion.Delete, deletedAt: "shop"))).Should().Throw<ErpSyncConfigurationException>().WithMessage("*flows from 'erp' only*");
        Check(p => p.Sync<Product>(x => x.OnDelete(Deletion.Delete, deletedAt: "crm"))).Should().Throw<ErpSyncConfigurationException>().WithMessage("*'crm' is not one of*");

        static Action Check(Action<PairBuilder> pair) => () =>
        {
            using var world = new TwoSystems(pair);
            world.Engine.LastKnownAsync("main", EntityKind.Product).GetAwaiter().GetResult();
        };
    }
}
