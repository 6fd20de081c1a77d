using ErpSync.Testing;
using static ErpSync.Tests.Deleting.DeletionWorld;

namespace ErpSync.Tests.Deleting;

/// <summary>Deletions that meet edits, faults and crashes.</summary>
public sealed class DeletionRaceTests
{
    [Theory]
    [InlineData(Deletion.Ask)]
    [InlineData(Deletion.Deactivate)]
    [InlineData(Deletion.Delete)]
    public async Task Record_deleted_here_and_edited_there_is_a_conflict_and_nothing_is_lost(Deletion policy)
    {
        using var world = Of(policy);
        var (shop, erp) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);
        world.Erp.Edit<Product>(erp, x => x with { Barcode = "2" });

        await world.RunAsync();
        await world.StaysSoAsync(shop: 0, erp: 1);

        world.Erp.Get<Product>(erp).Should().BeEquivalentTo(Mug with { Barcode = "2" });
        var view = await world.OneAsync();
        view.Colour.Should().Be(LinkColour.Orange);
        view.Reason.Should().Be("deleted in shop, but edited in erp since the two last agreed");
    }

    [Fact]
    public async Task Edit_that_was_waiting_for_a_person_is_not_deleted_with_the_record()
    {
        using var world = Of(Deletion.Delete);
        var (shop, erp) = await world.LinkedAsync();
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "s" });
        world.Erp.Edit<Product>(erp, x => x with { Barcode = "e" });
        await world.RunAsync();
        world.Shop.Delete<Product>(shop);

        await world.RunAsync();

        world.Erp.Get<Product>(erp)!.Barcode.Should().Be("e");
        (await world.OneAsync()).Reason.Should().Contain("edited in erp");
    }

    [Fact]
    public async Task Edit_between_the_reading_and_the_delete_is_not_lost()
    {
        using var world = Of(Deletion.Delete);
        var (shop, erp) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);
        var finds = 0;
        world.Erp.BeforeCall = call =>
        {
            if (call == "product.find" && ++finds == 2)
                world.Erp.Edit<Product>(erp, x => x with { Barcode = "meanwhile" });
            return Task.CompletedTask;
        };

        await world.RunAsync();

        finds.Should().BeGreaterThan(1);
        world.Erp.Get<Product>(erp)!.Barcode.Should().Be("meanwhile");
        (await world.OneAsync()).Reason.Should().Contain("edited in erp");
    }

    [Theory]
    [InlineData(Deletion.Unlink)]
    [InlineData(Deletion.Ignore)]
    [InlineData(Deletion.Delete)]
    public async Task Record_that_was_only_not_found_is_not_deleted(Deletion policy)
    {
        using var world = Of(policy);
        var (shop, erp) = await world.LinkedAsync();
        world.Erp.Edit<Product>(erp, x => x with { Barcode = "2" });
        world.Shop.Faults.Add(InMemoryFaultKind.Empty, "product.find");

        await world.RunAsync();

        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Should().Be(new LinkCounts(1, 1, 0), "the listing has it still");
        await world.RunAsync(full: true);
        world.Shop.Get<Product>(shop)!.Barcode.Should().Be("2");
        (await world.OneAsync()).Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task Keeping_the_side_that_deleted_deletes_the_survivor()
    {
        using var world = Of(Deletion.Ask);
        var (shop, erp) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);
        world.Erp.Edit<Product>(erp, x => x with { Barcode = "2" });
        await world.RunAsync();

        var report = await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "shop") { Ids = [shop] });

        report.Kinds.Single().Deleted.Should().Be(1);
        (await world.JournalAsync(JournalAction.Deleted)).Single().OldValue.Should().Contain("\"Barcode\":\"2\"");
        await world.StaysSoAsync(shop: 0, erp: 0);
    }

    [Fact]
    public async Task Keeping_the_survivor_creates_the_record_again_where_it_was_deleted()
    {
        using var world = Of(Deletion.Ask);
        var (shop, erp) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);
        world.Erp.Edit<Product>(erp, x => x with { Barcode = "2" });
        await world.RunAsync();

        await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "erp"));

        world.Shop.All<Product>().Single().Value.Should().BeEquivalentTo(Mug with { Barcode = "2" });
        (await world.OneAsync()).Colour.Should().Be(LinkColour.Green);
        await world.StaysSoAsync(shop: 1, erp: 1);
        world.Erp.Edit<Product>(erp, x => x with { Barcode = "3" });
        await world.RunAsync();
        world.Shop.All<Product>().Single().Value.Barcode.Should().Be("3");
    }

    [Theory]
    [InlineData(InMemoryFaultKind.ResponseLost)]
    [InlineData(InMemoryFaultKind.CrashAfterCommit)]
    public async Task Record_that_was_being_created_again_is_not_doubled_by_a_fault(InMemoryFaultKind fault)
    {
        using var world = Of(Deletion.Ask);
        var (shop, _) = await world.LinkedAsync(Mug with { Reference = null });
        world.Shop.Delete<Product>(shop);
        await world.RunAsync();
        world.Shop.Faults.Add(fault, "product.create");

        try
        {
            await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "erp"));
        }
        catch (SimulatedCrashException)
        {
            await world.RunAsync();
        }

        await world.StaysSoAsync(shop: 1, erp: 1);
        (await world.OneAsync()).Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task Survivor_that_may_not_be_created_there_is_unlinked_when_it_is_kept()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.CreateIn("erp")));
        var (shop, _) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);
        await world.RunAsync();

        await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "erp"));

        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Linked.Should().Be(0);
        await world.StaysSoAsync(shop: 0, erp: 1);
    }

    [Fact]
    public async Task Record_deleted_at_both_sides_is_unlinked_and_nothing_is_created()
    {
        using var world = Of(Deletion.Delete);
        var (shop, erp) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);
        world.Erp.Delete<Product>(erp);

        await world.RunAsync();

        (await world.InspectAsync()).Should().BeEmpty();
        await world.StaysSoAsync(shop: 0, erp: 0);
    }

    [Fact]
    public async Task Record_deleted_at_the_second_side_after_the_first_deletion_was_seen_is_unlinked()
    {
        using var world = Of(Deletion.Ask);
        var (shop, erp) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);
        await world.RunAsync();
        world.Erp.Delete<Product>(erp);

        await world.RunAsync();

        (await world.InspectAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData(InMemoryFaultKind.ResponseLost)]
    [InlineData(InMemoryFaultKind.ErrorAfterCommit)]
    public async Task Delete_whose_answer_was_lost_is_looked_up(InMemoryFaultKind fault)
    {
        using var world = Of(Deletion.Delete);
        var (shop, _) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);
        world.Erp.Faults.Add(fault, "product.delete");

        var report = await world.RunAsync();

        report.Failed.Should().Be(0);
        world.Erp.Calls.Of("product.delete").Should().Be(1);
        (await world.JournalAsync(JournalAction.Deleted)).Should().ContainSingle();
        await world.StaysSoAsync(shop: 0, erp: 0);
    }

    [Theory]
    [InlineData(InMemoryFaultKind.RequestLost)]
    [InlineData(InMemoryFaultKind.Rejected)]
    [InlineData(InMemoryFaultKind.Unavailable)]
    public async Task Delete_that_failed_is_parked_and_tried_again(InMemoryFaultKind fault)
    {
        using var world = Of(Deletion.Delete);
        var (shop, _) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);
        world.Erp.Faults.Add(fault, "product.delete");

        (await world.RunAsync()).Failed.Should().Be(1);

        world.Erp.All<Product>().Should().ContainSingle();
        (await world.OneAsync()).Colour.Should().Be(LinkColour.Orange);
        world.Clock.Advance(TimeSpan.FromHours(3));
        await world.RunAsync();
        world.Erp.All<Product>().Should().BeEmpty();
    }

    [Fact]
    public async Task Crash_right_after_a_delete_leaves_the_whole_record_in_the_journal()
    {
        using var world = Of(Deletion.Delete);
        var (shop, erp) = await world.LinkedAsync();
        world.Shop.Delete<Product>(shop);
        world.Erp.Faults.Add(InMemoryFaultKind.CrashAfterCommit, "product.delete");
        await FluentActions.Awaiting(() => world.RunAsync()).Should().ThrowAsync<SimulatedCrashException>();

        await world.RunAsync();

        var entry = (await world.JournalAsync(JournalAction.Deleted)).Single();
        entry.Id.Should().Be(erp);
        entry.OldValue.Should().Contain("\"Reference\":\"A\"");
        await world.StaysSoAsync(shop: 0, erp: 0);
    }
}
