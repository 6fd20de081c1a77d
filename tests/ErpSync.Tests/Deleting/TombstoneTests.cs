using static ErpSync.Tests.Deleting.DeletionWorld;

namespace ErpSync.Tests.Deleting;

/// <summary>Deleted records that come back, under their old id or a new one.</summary>
public sealed class TombstoneTests
{
    [Theory]
    [InlineData(Deletion.Ask)]
    [InlineData(Deletion.Ignore)]
    [InlineData(Deletion.Unlink)]
    [InlineData(Deletion.Deactivate)]
    public async Task Record_created_again_under_its_key_after_the_deletion_was_seen_rejoins(Deletion policy)
    {
        using var world = Of(policy);
        var (shop, erp) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = world.Shop.Add(Mug with { Barcode = "2" });

        await world.RunAsync();

        var view = await world.OneAsync();
        view.Colour.Should().Be(LinkColour.Green);
        (view.FirstId, view.SecondId).Should().Be((again, erp));
        world.Erp.Get<Product>(erp).Should().BeEquivalentTo(Mug with { Barcode = "2" });
        await world.StaysSoAsync(shop: 1, erp: 1);
    }

    [Theory]
    [InlineData(Deletion.Ask)]
    [InlineData(Deletion.Delete)]
    [InlineData(Deletion.Unlink)]
    public async Task Record_created_again_under_its_key_before_a_run_saw_the_deletion_rejoins(Deletion policy)
    {
        using var world = Of(policy);
        var (shop, erp) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);
        var again = world.Shop.Add(Mug with { Barcode = "2", Name = LocalizedText.Empty });

        await world.RunAsync();

        var view = await world.OneAsync();
        (view.FirstId, view.SecondId).Should().Be((again, erp));
        foreach (var product in new[] { world.Shop.Get<Product>(again), world.Erp.Get<Product>(erp) })
            product.Should().BeEquivalentTo(Mug with { Barcode = "2" }, "what the new record lacks is filled from the survivor");
        await world.StaysSoAsync(shop: 1, erp: 1);
    }

    [Fact]
    public async Task Record_created_again_meets_an_edit_of_the_survivor_as_a_conflict()
    {
        using var world = Of(Deletion.Delete);
        var (shop, erp) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);
        world.Shop.Add(Mug with { Barcode = "s" });
        world.Erp.Edit<Product>(erp, x => x with { Barcode = "e", Name = LocalizedText.Of("en", "Cup") });

        await world.RunAsync();

        var view = await world.OneAsync();
        view.Differences.Single().Should().BeEquivalentTo(new { Field = "Barcode", First = "s", Second = "e", Reason = OpenReason.Conflict });
        world.Shop.All<Product>().Single().Value.Name["en"].Should().Be("Cup");
    }

    [Fact]
    public async Task All_records_deleted_and_imported_again_under_new_ids_rejoin_and_nothing_is_deleted()
    {
        using var world = Of(Deletion.Delete);
        for (var i = 0; i < 450; i++)
            world.Shop.Add(Mug with { Reference = $"P{i}" });
        await world.RunAsync();
        foreach (var record in world.Shop.All<Product>())
        {
            world.Shop.Delete<Product>(record.Id);
            world.Shop.Add(record.Value);
        }

        var report = await world.RunAsync();

        report.Problems.Should().BeEmpty();
        report.Written.Should().Be(0);
        (await world.InspectAsync()).Should().HaveCount(450).And.OnlyContain(view => view.Colour == LinkColour.Green);
        await world.StaysSoAsync(shop: 450, erp: 450);
    }

    [Theory]
    [InlineData(Deletion.Ask)]
    [InlineData(Deletion.Ignore)]
    [InlineData(Deletion.Unlink)]
    [InlineData(Deletion.Deactivate)]
    public async Task Record_restored_from_a_backup_rejoins_under_its_old_id(Deletion policy)
    {
        using var world = Of(policy);
        var (shop, erp) = await world.LinkedAsync(Mug with { Reference = null });
        var restore = world.Shop.TakeBackup();
        world.Shop.Delete<Product>(shop);
        await world.RunAsync();
        await world.RunAsync();

        restore();
        await world.RunAsync();

        var view = await world.OneAsync();
        view.Colour.Should().Be(LinkColour.Green);
        (view.FirstId, view.SecondId).Should().Be((shop, erp));
        world.Erp.Get<Product>(erp)!.Active.Should().BeTrue();
        await world.StaysSoAsync(shop: 1, erp: 1);
    }

    [Fact]
    public async Task Both_records_restored_after_the_deletion_was_carried_over_rejoin()
    {
        using var world = Of(Deletion.Delete);
        var (shop, erp) = await world.LinkedAsync(Mug with { Reference = null });
        var (restoreShop, restoreErp) = (world.Shop.TakeBackup(), world.Erp.TakeBackup());
        world.Shop.Delete<Product>(shop);
        await world.RunAsync();
        restoreShop();
        restoreErp();

        await world.RunAsync();

        var view = await world.OneAsync();
        view.Colour.Should().Be(LinkColour.Green);
        (view.FirstId, view.SecondId).Should().Be((shop, erp));
    }

    [Fact]
    public async Task Old_record_that_the_other_side_still_shows_after_the_deletion_was_carried_over_is_not_created_again()
    {
        using var world = Of(Deletion.Delete);
        var (shop, _) = await world.LinkedAsync();
        var stale = world.Erp.TakeBackup();
        world.Shop.Delete<Product>(shop);
        await world.RunAsync();
        world.Erp.All<Product>().Should().BeEmpty();

        stale();
        await world.StaysSoAsync(shop: 0, erp: 1);

        var view = await world.OneAsync();
        view.Colour.Should().Be(LinkColour.Red);
        view.Reason.Should().Contain("is there again");
    }

    [Fact]
    public async Task Record_that_came_back_is_carried_over_when_a_person_wants_it()
    {
        using var world = Of(Deletion.Unlink);
        var (shop, erp) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);
        await world.RunAsync();
        await world.RunAsync();

        await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "erp") { Ids = [erp] });
        await world.RunAsync();

        world.Shop.All<Product>().Should().ContainSingle();
        (await world.OneAsync()).Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task New_record_under_the_key_of_one_that_is_gone_from_both_sides_is_carried_over()
    {
        using var world = Of(Deletion.Delete);
        var (shop, _) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);
        await world.RunAsync();
        world.Shop.Add(Mug);

        await world.RunAsync();

        world.Erp.All<Product>().Should().ContainSingle();
        (await world.OneAsync()).Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task Late_create_whose_source_was_deleted_is_not_carried_back_as_new()
    {
        using var world = Of(Deletion.Delete);
        var shop = world.Shop.Add(Mug with { Reference = null });
        world.Erp.Faults.Add(Testing.InMemoryFaultKind.CrashAfterCommit, "product.create");
        await FluentActions.Awaiting(() => world.RunAsync()).Should().ThrowAsync<Testing.SimulatedCrashException>();
        world.Shop.Delete<Product>(shop);

        await world.StaysSoAsync(shop: 0, erp: 1);

        var view = await world.OneAsync();
        view.Colour.Should().Be(LinkColour.Red);
        view.Reason.Should().Contain("which is gone by now");
    }

    [Fact]
    public async Task Tombstones_that_hold_nothing_back_are_forgotten_and_those_in_use_are_not()
    {
        using var world = Of(Deletion.Unlink);
        var (shop, erp) = await world.LinkedAsync();
        var both = await world.LinkedAsync(Mug with { Reference = "B" });
        world.Shop.Delete<Product>(shop);
        world.Shop.Delete<Product>(both.Shop);
        world.Erp.Delete<Product>(both.Erp);
        await world.RunAsync();
        for (var month = 0; month < 15; month++)
        {
            world.Clock.Advance(TimeSpan.FromDays(30));
            await world.RunAsync();
        }

        (await world.Store.FindTombstonesAsync("main", EntityKind.Product, Side.First, [both.Shop], default)).Should().BeEmpty();
        (await world.Store.FindTombstonesAsync("main", EntityKind.Product, Side.Second, [erp], default)).Should().ContainSingle();
        await world.StaysSoAsync(shop: 0, erp: 1);
    }

    [Fact]
    public async Task Stock_and_variants_go_and_come_with_their_product()
    {
        using var world = new TwoSystems();
        var shop = world.Shop.Add(Mug);
        world.Shop.Add(new ProductVariant { Product = new Ref(EntityKind.Product, shop), Reference = "A-1" });
        await world.RunAsync();
        world.Shop.Delete<Product>(shop);
        await world.RunAsync();

        (await world.InspectAsync()).Where(view => view.Colour != LinkColour.Green).Should().ContainSingle("only the product is asked about")
            .Which.Kind.Should().Be(EntityKind.Product);
        await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "erp"));
        var report = await world.RunAsync();

        report.Problems.Should().BeEmpty();
        world.Shop.All<ProductVariant>().Should().ContainSingle();
        (await world.InspectAsync()).Should().OnlyContain(view => view.Colour == LinkColour.Green);
        (await world.RunAsync()).Written.Should().Be(0);
    }
}
