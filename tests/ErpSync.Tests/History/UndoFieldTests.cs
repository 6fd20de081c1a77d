using ErpSync.Testing;

namespace ErpSync.Tests.History;

public sealed class UndoFieldTests
{
    [Fact]
    public async Task Old_value_comes_back_and_is_not_carried_over_again()
    {
        using var world = await UndoWorld.LinkedAsync();
        var run = await world.CarryAsync("2");

        var plan = await world.World.History.PlanUndoAsync("main", UndoScope.OfRun(run));
        var entry = plan.Entries.Should().ContainSingle().Which;
        (entry.Action, entry.Connection, entry.Field, entry.Now, entry.BackTo, entry.Problem).Should().Be((UndoAction.SetBack, "erp", "Barcode", "2", "1", null));
        var report = await world.World.History.UndoAsync(plan);

        report.Refused.Should().BeEmpty();
        (world.ErpBarcode, world.ShopBarcode).Should().Be(("1", "2"));
        await world.BeStillAsync();
        (world.ErpBarcode, world.ShopBarcode).Should().Be(("1", "2"));
        var view = await world.ViewAsync();
        view.Colour.Should().Be(LinkColour.Orange);
        view.Differences.Should().ContainSingle().Which.Reason.Should().Be(OpenReason.Undone);
        (await world.World.History.ReadRunsAsync("main", 10)).Should().Contain(known => known.Number == report.Report.Run && known.Purpose == RunPurpose.Undo);
    }

    [Theory]
    [InlineData("shop")]
    [InlineData("erp")]
    public async Task Undone_field_flows_again_once_either_side_is_edited(string edited)
    {
        using var world = await UndoWorld.LinkedAsync();
        await world.UndoAsync(UndoScope.OfRun(await world.CarryAsync("2")));
        await world.BeStillAsync();
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        if (edited == "shop")
            world.World.Shop.Edit<Product>(world.Shop, x => x with { Barcode = "3" });
        else
            world.World.Erp.Edit<Product>(world.Erp, x => x with { Barcode = "3" });

        await world.World.RunAsync();

        (world.ErpBarcode, world.ShopBarcode).Should().Be(("3", "3"));
        (await world.ViewAsync()).Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task Edit_of_another_field_leaves_the_undone_one_visible()
    {
        using var world = await UndoWorld.LinkedAsync();
        await world.UndoAsync(UndoScope.OfRun(await world.CarryAsync("2")));
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        world.World.Shop.Edit<Product>(world.Shop, x => x with { Name = LocalizedText.Of("en", "Cup") });

        await world.World.RunAsync();

        world.World.Erp.Get<Product>(world.Erp)!.Name["en"].Should().Be("Cup");
        (await world.ViewAsync()).Differences.Should().ContainSingle().Which.Reason.Should().Be(OpenReason.Undone);
    }

    [Fact]
    public async Task Person_settles_an_undone_field()
    {
        using var world = await UndoWorld.LinkedAsync();
        await world.UndoAsync(UndoScope.OfRun(await world.CarryAsync("2")));

        await world.World.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, Keep: "erp"));

        (world.ErpBarcode, world.ShopBarcode).Should().Be(("1", "1"));
        (await world.ViewAsync()).Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task Later_edit_is_not_destroyed()
    {
        using var world = await UndoWorld.LinkedAsync();
        var run = await world.CarryAsync("2");
        world.World.Erp.Edit<Product>(world.Erp, x => x with { Barcode = "9" });

        var report = await world.UndoAsync(UndoScope.OfRun(run));

        report.Refused.Should().ContainSingle().Which.Problem.Code.Should().Be("undo.changed-since");
        world.ErpBarcode.Should().Be("9");
    }

    [Fact]
    public async Task Edit_between_the_plan_and_the_undo_is_not_destroyed()
    {
        using var world = await UndoWorld.LinkedAsync();
        var plan = await world.World.History.PlanUndoAsync("main", UndoScope.OfRun(await world.CarryAsync("2")));
        var reads = 0;
        world.World.Erp.BeforeCall = call =>
        {
            if (call == "product.find" && ++reads == 2)
                world.World.Erp.Edit<Product>(world.Erp, x => x with { Barcode = "9" });
            return Task.CompletedTask;
        };

        var report = await world.World.History.UndoAsync(plan);

        report.Refused.Should().ContainSingle().Which.Problem.Code.Should().Be("undo.changed-since");
        world.ErpBarcode.Should().Be("9");
    }

    [Fact]
    public async Task Runs_are_undone_one_after_the_other_and_the_undos_too()
    {
        using var world = await UndoWorld.LinkedAsync();
        var second = await world.CarryAsync("2");
        var third = await world.CarryAsync("3");
        (await world.UndoAsync(UndoScope.OfRun(second))).Refused.Should().ContainSingle("a later run wrote over it");

        var undo = await world.UndoAsync(UndoScope.OfRun(third));
        world.ErpBarcode.Should().Be("2");
        await world.UndoAsync(UndoScope.OfRun(second));
        world.ErpBarcode.Should().Be("1");
        (await world.UndoAsync(UndoScope.OfRun(undo.Report.Run))).Refused.Should().ContainSingle("that undo was written over");
        var last = (await world.World.History.ReadRunsAsync("main", 10)).First(run => run is { Purpose: RunPurpose.Undo, Written: 1 });
        await world.UndoAsync(UndoScope.OfRun(last.Number));
        world.ErpBarcode.Should().Be("2");
        await world.UndoAsync(UndoScope.OfRun(undo.Report.Run));
        world.ErpBarcode.Should().Be("3");

        (await world.ViewAsync()).Colour.Should().Be(LinkColour.Green, "both hold the same again");
        await world.BeStillAsync();
    }

    [Fact]
    public async Task Field_goes_back_to_where_it_was_before_the_first_write()
    {
        using var world = await UndoWorld.LinkedAsync();
        await world.CarryAsync("2");
        await world.CarryAsync("3");

        await world.UndoAsync(UndoScope.OfField(EntityKind.Product, "erp", world.Erp, "barcode"));

        world.ErpBarcode.Should().Be("1");
        (await world.World.History.PlanUndoAsync("main", UndoScope.OfField(EntityKind.Product, "erp", world.Erp, "Barcode"))).Entries.Should().BeEmpty("it is back already");
        await world.BeStillAsync();
    }

    [Fact]
    public async Task Chain_ends_where_a_person_edited_in_between()
    {
        using var world = await UndoWorld.LinkedAsync(p => p.Sync<Product>(x => x.OnConflict(Conflict.Keep("shop"))));
        await world.CarryAsync("2");
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        world.World.Erp.Edit<Product>(world.Erp, x => x with { Barcode = "7" });
        world.World.Shop.Edit<Product>(world.Shop, x => x with { Barcode = "3" });
        await world.World.RunAsync();
        world.ErpBarcode.Should().Be("3");

        var plan = await world.World.History.PlanUndoAsync("main", UndoScope.OfRecord(EntityKind.Product, "erp", world.Erp));

        plan.Entries.Should().ContainSingle().Which.BackTo.Should().Be("7", "that is what the person had entered");
        plan.Irreversible.Should().ContainSingle().Which.Problem.Code.Should().Be("undo.edited-between");
    }

    [Fact]
    public async Task Single_entry_is_undone()
    {
        using var world = await UndoWorld.LinkedAsync();
        await world.CarryAsync("2");
        HistoryEntry? entry = null;
        await foreach (var known in world.World.History.ReadJournalAsync(new HistoryQuery("main") { Field = "Barcode" }))
            entry ??= known;
        (entry!.Old, entry.New, entry.Connection).Should().Be(("1", "2", "erp"));

        await world.UndoAsync(UndoScope.OfEntry(entry.Number));

        world.ErpBarcode.Should().Be("1");
    }

    [Fact]
    public async Task Both_halves_of_a_merge_are_set_back()
    {
        using var world = await UndoWorld.LinkedAsync();
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        world.World.Shop.Edit<Product>(world.Shop, x => x with { Barcode = "2" });
        world.World.Erp.Edit<Product>(world.Erp, x => x with { Name = LocalizedText.Of("en", "Cup") });
        var run = (await world.World.RunAsync()).Run;

        var report = await world.UndoAsync(UndoScope.OfRun(run));

        report.Report.Written.Should().Be(2);
        (world.ErpBarcode, world.World.Shop.Get<Product>(world.Shop)!.Name["en"]).Should().Be(("1", "Mug"));
        await world.BeStillAsync();
    }

    [Fact]
    public async Task Undo_that_failed_halfway_is_finished_by_another_one()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.Brake(brake => brake.Off("four at once"))));
        for (var i = 0; i < 4; i++)
            world.Shop.Add(UndoWorld.Mug with { Reference = $"P{i}" });
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var mug in world.Shop.All<Product>())
            world.Shop.Edit<Product>(mug.Id, x => x with { Barcode = "2" });
        var run = (await world.RunAsync()).Run;
        world.Erp.Faults.Add(new InMemoryFault(InMemoryFaultKind.Rejected, "product.update") { Times = 2 });
        var first = await world.History.UndoAsync(await world.History.PlanUndoAsync("main", UndoScope.OfRun(run)));
        first.Report.Failed.Should().BePositive();
        world.Erp.Faults.Clear();

        var second = await world.History.UndoAsync(await world.History.PlanUndoAsync("main", UndoScope.OfRun(run)));

        second.Refused.Should().BeEmpty();
        world.Erp.All<Product>().Should().OnlyContain(x => x.Value.Barcode == "1");
        world.Clock.Advance(TimeSpan.FromDays(2));
        (await world.RunAsync()).Written.Should().Be(0);
    }
}
