namespace ErpSync.Tests.History;

public sealed class UndoRecordTests
{
    [Fact]
    public async Task Created_record_is_deleted_and_not_created_again()
    {
        using var world = new UndoWorld();
        world.World.Shop.Add(UndoWorld.Mug);
        var run = (await world.World.RunAsync()).Run;

        var report = await world.UndoAsync(UndoScope.OfRun(run));

        report.Refused.Should().BeEmpty();
        world.World.Erp.All<Product>().Should().BeEmpty();
        await world.BeStillAsync();
        (await world.World.Engine.LastKnownAsync("main", EntityKind.Product)).Linked.Should().Be(0);
    }

    [Fact]
    public async Task Undo_of_that_undo_creates_it_again_and_links_it()
    {
        using var world = new UndoWorld();
        world.World.Shop.Add(UndoWorld.Mug);
        var undo = await world.UndoAsync(UndoScope.OfRun((await world.World.RunAsync()).Run));
        await world.World.RunAsync();

        var redo = await world.UndoAsync(UndoScope.OfRun(undo.Report.Run));

        redo.Refused.Should().BeEmpty();
        world.World.Erp.All<Product>().Should().ContainSingle().Which.Value.Barcode.Should().Be("1");
        (await world.ViewAsync()).Colour.Should().Be(LinkColour.Green);
        await world.BeStillAsync();
    }

    [Fact]
    public async Task Created_record_that_was_edited_since_stays()
    {
        using var world = new UndoWorld();
        world.World.Shop.Add(UndoWorld.Mug);
        var run = (await world.World.RunAsync()).Run;
        world.World.Erp.Edit<Product>(world.World.Erp.All<Product>().Single().Id, x => x with { Barcode = "9" });

        var report = await world.UndoAsync(UndoScope.OfRun(run));

        report.Refused.Should().ContainSingle().Which.Problem.Message.Should().Contain("Barcode");
        world.World.Erp.All<Product>().Should().ContainSingle();
    }

    [Fact]
    public async Task Variants_go_before_their_products_and_come_back_behind_them()
    {
        using var world = new TwoSystems();
        var product = world.Shop.Add(UndoWorld.Mug);
        world.Shop.Add(new ProductVariant { Product = new Ref(EntityKind.Product, product), Reference = "A-1" });
        var run = (await world.RunAsync()).Run;
        world.Erp.All<ProductVariant>().Should().ContainSingle();

        var undo = await world.History.UndoAsync(await world.History.PlanUndoAsync("main", UndoScope.OfRun(run)));

        undo.Refused.Should().BeEmpty();
        world.Erp.All<Product>().Should().BeEmpty();
        world.Erp.All<ProductVariant>().Should().BeEmpty();
        (await world.RunAsync()).Written.Should().Be(0);

        var redo = await world.History.UndoAsync(await world.History.PlanUndoAsync("main", UndoScope.OfRun(undo.Report.Run)));

        redo.Refused.Should().BeEmpty();
        var back = world.Erp.All<Product>().Single();
        world.Erp.All<ProductVariant>().Should().ContainSingle().Which.Value.Product!.Value.Id.Should().Be(back.Id);
        (await world.RunAsync()).Written.Should().Be(0);
    }

    [Fact]
    public async Task Link_is_taken_away_and_does_not_come_back_by_itself()
    {
        using var world = new UndoWorld();
        world.World.Shop.Add(UndoWorld.Mug);
        world.World.Erp.Add(UndoWorld.Mug);
        var run = (await world.World.RunAsync()).Run;

        var undo = await world.UndoAsync(UndoScope.OfRun(run));

        undo.Refused.Should().BeEmpty();
        await world.BeStillAsync();
        (await world.World.Engine.LastKnownAsync("main", EntityKind.Product)).Should().BeEquivalentTo(new { Linked = 0, Unlinked = 2 }, options => options.ExcludingMissingMembers());

        await world.UndoAsync(UndoScope.OfRun(undo.Report.Run));
        (await world.ViewAsync()).Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task Link_that_was_removed_by_hand_is_made_again()
    {
        using var world = await UndoWorld.LinkedAsync();
        await world.World.Engine.UnlinkAsync("main", EntityKind.Product, "shop", world.Shop);
        var entry = await LastAsync(world.World, JournalAction.Unlinked);

        var report = await world.UndoAsync(UndoScope.OfEntry(entry.Number));

        report.Refused.Should().BeEmpty();
        (await world.ViewAsync()).Colour.Should().Be(LinkColour.Green);
        await world.BeStillAsync();
    }

    [Fact]
    public async Task Deleted_record_is_created_again_and_not_carried_to_where_it_was_deleted_first()
    {
        using var world = await UndoWorld.LinkedAsync(p => p.Sync<Product>(x => x.OnDelete(Deletion.Delete)));
        world.World.Shop.Add(UndoWorld.Mug with { Reference = "B" });
        world.World.Shop.Add(UndoWorld.Mug with { Reference = "C" });
        await world.World.RunAsync();
        world.World.Shop.Delete<Product>(world.Shop);
        var run = (await world.World.RunAsync()).Run;
        world.World.Erp.All<Product>().Should().HaveCount(2);

        var report = await world.UndoAsync(UndoScope.OfRun(run));

        report.Refused.Should().BeEmpty();
        world.World.Erp.All<Product>().Should().HaveCount(3).And.Contain(x => x.Value.Reference == "A" && x.Value.Barcode == "1");
        await world.BeStillAsync();
        world.World.Shop.All<Product>().Should().HaveCount(2, "a person deleted it there");
    }

    [Fact]
    public async Task First_run_is_undone_whole()
    {
        using var world = new UndoWorld(p => p.Sync<Product>(x => x.OnFirstRun(Conflict.Keep("shop"))));
        world.World.Shop.Add(UndoWorld.Mug);
        world.World.Erp.Add(UndoWorld.Mug with { Barcode = "5" });
        world.World.Shop.Add(UndoWorld.Mug with { Reference = "B" });
        var before = world.World.Erp.All<Product>().Select(x => x.Value).ToList();
        var run = (await world.World.RunAsync()).Run;

        var report = await world.UndoAsync(UndoScope.OfRun(run));

        report.Refused.Should().BeEmpty();
        world.World.Erp.All<Product>().Select(x => x.Value).Should().Equal(before);
        await world.BeStillAsync();
    }

    private static async Task<HistoryEntry> LastAsync(TwoSystems world, JournalAction action)
    {
        await foreach (var entry in world.History.ReadJournalAsync(new HistoryQuery("main")))
        {
            if (entry.Action == action)
                return entry;
        }

        throw new InvalidOperationException("There is no such entry.");
    }

    [Fact]
    public async Task Record_of_a_kind_that_the_pair_does_not_sync_any_more_is_listed_with_the_remedy_and_left_alone()
    {
        using var world = new TwoSystems();
        world.Shop.Add(UndoWorld.Mug);
        var run = (await world.RunAsync()).Run;
        using var later = new TwoSystems(p => p.Sync<Category>(), restarted: world);

        var plan = await later.History.PlanUndoAsync("main", UndoScope.OfRun(run));

        plan.Entries.Should().BeEmpty();
        var listed = plan.Irreversible.Should().NotBeEmpty().And.OnlyContain(entry => entry.Problem.Code == "undo.kind-not-synced").And.Subject.First();
        listed.Problem.Message.Should().Contain("product");
        listed.Problem.Remedy.Should().Contain("by hand");
        (await later.History.UndoAsync(plan)).Refused.Should().BeEmpty();
        later.Erp.All<Product>().Should().ContainSingle("nothing was taken back");
    }
}
