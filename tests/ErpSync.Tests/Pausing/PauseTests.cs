namespace ErpSync.Tests.Pausing;

public sealed class PauseTests
{
    private static readonly Product Mug = new() { Reference = "A", Name = LocalizedText.Of("en", "Mug"), Barcode = "1" };

    [Fact]
    public async Task Paused_pair_is_neither_read_nor_written_and_nothing_is_lost_when_it_goes_on()
    {
        using var world = new TwoSystems();
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        await world.Control.PauseAsync("main", "stock-taking", "Anna");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "2" });
        world.Shop.Add(Mug with { Reference = "B" });
        world.Shop.Calls.Clear();
        world.Erp.Calls.Clear();

        var report = await world.RunAsync();

        report.Kinds.Should().OnlyContain(kind => kind.Problem!.Code == "pause.active" && kind.Problem.Message.Contains("Anna") && kind.Problem.Message.Contains("stock-taking"));
        (world.Shop.Calls.Reads + world.Erp.Calls.Reads + world.Erp.Calls.Writes).Should().Be(0);
        (await world.Control.ResumeAsync("main")).Should().BeTrue();
        await world.RunAsync();
        world.Erp.All<Product>().Select(x => x.Value.Barcode).Should().BeEquivalentTo("2", "1");
    }

    [Fact]
    public async Task Paused_direction_is_planned_and_held_with_the_reason_while_the_other_goes_on()
    {
        using var world = new TwoSystems();
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        var erp = world.Erp.All<Product>().Single().Id;
        await world.Control.PauseAsync("main", "migration", "Anna", EntityKind.Product, "erp");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "2" });
        world.Erp.Edit<Product>(erp, x => x with { Name = LocalizedText.Of("en", "Cup") });
        world.Shop.Add(Mug with { Reference = "B" });
        world.Erp.Calls.Clear();

        var plan = await world.PlanAsync();
        plan.Where(entry => entry.Target == "erp" && entry.Kind == EntityKind.Product).Should().HaveCount(2).And.OnlyContain(entry => entry.Action == PlanAction.Hold && entry.Changes.Count > 0 && entry.Reason.Contains("migration"));
        plan.Where(entry => entry.Target == "shop").Should().ContainSingle().Which.Action.Should().Be(PlanAction.Update);
        var report = await world.RunAsync();

        world.Erp.Calls.Writes.Should().Be(0);
        world.Shop.Get<Product>(shop)!.Name["en"].Should().Be("Cup", "the other direction goes on");
        report.Failed.Should().Be(0);
        report.Problems.Should().ContainSingle().Which.Code.Should().Be("pause.active");
        (await world.Store.ReadParkedAsync("main", null, default).ToListAsync()).Should().BeEmpty("a pause is not the record's fault");

        await world.Control.ResumeAsync("main", EntityKind.Product, "erp");
        await world.RunAsync();
        world.Erp.Get<Product>(erp).Should().BeEquivalentTo(world.Shop.Get<Product>(shop));
        world.Erp.All<Product>().Should().HaveCount(2);
        (await world.InspectAsync()).Should().OnlyContain(view => view.Colour == LinkColour.Green);
    }

    [Fact]
    public async Task Pause_stops_a_run_that_is_under_way_before_its_next_batch()
    {
        using var world = new TwoSystems(erpProducts: products => products.WriteBatch = 10);
        for (var i = 0; i < 50; i++)
            world.Shop.Add(Mug with { Reference = $"P{i}" });
        world.Erp.BeforeCall = async call =>
        {
            if (call == "product.create" && world.Erp.Calls.Of("product.create") == 14)
                await world.Control.PauseAsync("main", "wrong prices", "Anna");
        };

        await world.RunAsync();

        world.Erp.All<Product>().Should().HaveCount(20, "the batch under way is finished, no further one begins");
        world.Erp.BeforeCall = null;
        await world.Control.ResumeAsync("main");
        await world.RunAsync();
        world.Erp.All<Product>().Should().HaveCount(50);
        world.Erp.All<Product>().Select(x => x.Value.Reference).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Pauses_survive_a_restart_and_are_lifted_one_by_one()
    {
        using var before = new TwoSystems();
        await before.Control.PauseAsync("main", "migration", "Anna");
        before.Clock.Advance(TimeSpan.FromMinutes(1));
        await before.Control.PauseAsync("main", "prices", "Ben", EntityKind.Product, "shop");

        using var after = new TwoSystems(restarted: before);
        (await after.Control.ReadPausesAsync("main")).Select(pause => (pause.Who, pause.Kind, pause.Target))
            .Should().Equal(("Anna", null, null), ("Ben", EntityKind.Product, "shop"));
        (await after.Control.ResumeAsync("main")).Should().BeTrue();
        (await after.Control.ResumeAsync("main")).Should().BeFalse();
        (await after.Control.ReadPausesAsync("main")).Should().ContainSingle().Which.Reason.Should().Be("prices");
    }

    [Fact]
    public async Task Paused_kind_does_not_hold_up_those_that_depend_on_it()
    {
        using var world = new TwoSystems();
        world.Shop.Add(new Category { Name = LocalizedText.Of("en", "Mugs") });
        world.Shop.Add(Mug);
        await world.Control.PauseAsync("main", "new tree", "Anna", EntityKind.Category);

        await world.RunAsync();

        world.Erp.All<Category>().Should().BeEmpty();
        world.Erp.All<Product>().Should().ContainSingle();
    }

    [Fact]
    public async Task Word_on_a_conflict_is_not_taken_while_its_direction_is_paused()
    {
        using var world = new TwoSystems();
        world.Shop.Add(Mug);
        world.Erp.Add(Mug with { Barcode = "2" });
        await world.RunAsync();
        await world.Control.PauseAsync("main", "migration", "Anna", target: "erp");

        var report = await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "shop"));

        report.Kinds.Single().Problem!.Code.Should().Be("pause.active");
        (await world.InspectAsync(EntityKind.Product)).Single().Differences.Single().Reason.Should().Be(OpenReason.Undecided);
    }

    [Fact]
    public async Task Unknown_names_are_refused()
    {
        using var world = new TwoSystems();
        await world.Control.Awaiting(control => control.PauseAsync("main", "x", "y", target: "crm")).Should().ThrowAsync<ErpSyncConfigurationException>().WithMessage("*'crm'*");
        await world.Control.Awaiting(control => control.PauseAsync("main", "x", "y", EntityKind.Price)).Should().ThrowAsync<ErpSyncConfigurationException>().WithMessage("*price*");
        await world.Control.Awaiting(control => control.PauseAsync("other", "x", "y")).Should().ThrowAsync<ErpSyncConfigurationException>().WithMessage("*'other'*");
    }
}
