using ErpSync.Testing;

namespace ErpSync.Tests.Plans;

public sealed class ApplyTests
{
    private static readonly Product Mug = new() { Reference = "A", Name = LocalizedText.Of("en", "Mug"), Barcode = "1" };

    [Fact]
    public async Task Entry_that_was_taken_out_stays_undone_until_a_run_does_it()
    {
        using var world = new TwoSystems();
        world.Shop.Add(Mug);
        world.Shop.Add(Mug with { Reference = "B" });
        var plan = await world.MakePlanAsync();

        var report = await world.Engine.ApplyAsync(plan.Only(entry => entry.Label != "B" && entry.FirstId != RemoteId.From(2)));

        report.Refused.Should().BeEmpty();
        world.Erp.All<Product>().Should().ContainSingle().Which.Value.Reference.Should().Be("A");
        await world.RunAsync();
        world.Erp.All<Product>().Should().HaveCount(2);
    }

    [Fact]
    public async Task Link_without_its_update_links_and_leaves_the_update_pending()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.OnFirstRun(Conflict.Keep("shop"))));
        world.Shop.Add(Mug);
        var erp = world.Erp.Add(Mug with { Barcode = "2" });
        var plan = await world.MakePlanAsync();

        var report = await world.Engine.ApplyAsync(plan.Only(entry => entry.Action == PlanAction.Link));

        report.Written.Should().Be(0);
        world.Erp.Get<Product>(erp)!.Barcode.Should().Be("2");
        (await world.InspectAsync()).Single().Colour.Should().Be(LinkColour.Orange);
        await world.RunAsync();
        world.Erp.Get<Product>(erp)!.Barcode.Should().Be("1");
    }

    [Fact]
    public async Task Update_without_its_link_is_refused()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.OnFirstRun(Conflict.Keep("shop"))));
        world.Shop.Add(Mug);
        world.Erp.Add(Mug with { Barcode = "2" });
        var plan = await world.MakePlanAsync();

        var report = await world.Engine.ApplyAsync(plan.Only(entry => entry.Action == PlanAction.Update));

        report.Refused.Should().ContainSingle().Which.Problem.Code.Should().Be("plan.not-linked");
        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Linked.Should().Be(0);
    }

    [Fact]
    public async Task Create_whose_key_has_appeared_at_the_target_does_not_become_a_link()
    {
        using var world = new TwoSystems();
        world.Shop.Add(Mug);
        var plan = await world.MakePlanAsync();
        world.Erp.Add(Mug with { Name = LocalizedText.Of("en", "Another mug") });

        var report = await world.Engine.ApplyAsync(plan);

        report.Refused.Should().ContainSingle().Which.Problem.Code.Should().Be("plan.key-taken");
        world.Erp.All<Product>().Should().ContainSingle();
        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Linked.Should().Be(0);
    }

    [Fact]
    public async Task Link_that_has_become_ambiguous_is_refused()
    {
        using var world = new TwoSystems();
        world.Shop.Add(Mug);
        world.Erp.Add(Mug);
        var plan = await world.MakePlanAsync();
        world.Erp.Add(Mug);

        var report = await world.Engine.ApplyAsync(plan);

        report.Refused.Should().ContainSingle().Which.Problem.Code.Should().Be("plan.key-taken");
    }

    [Fact]
    public async Task Record_that_was_linked_meanwhile_is_refused()
    {
        using var world = new TwoSystems();
        var shop = world.Shop.Add(Mug);
        var other = world.Erp.Add(Mug with { Reference = "Z" });
        var plan = await world.MakePlanAsync();
        await world.Engine.LinkAsync("main", EntityKind.Product, shop, other);

        var report = await world.Engine.ApplyAsync(plan);

        report.Refused.Should().HaveCount(2, "both were to be created").And.OnlyContain(refused => refused.Problem.Code == "plan.linked-meanwhile");
        report.Written.Should().Be(0);
    }

    [Fact]
    public async Task What_depends_on_a_refused_entry_is_refused_with_that_reason()
    {
        using var world = new TwoSystems();
        var category = world.Shop.Add(new Category { Name = LocalizedText.Of("en", "Mugs") });
        world.Shop.Add(Mug with { Categories = [new Ref(EntityKind.Category, category)] });
        world.Shop.Add(Mug with { Reference = "B" });
        var plan = await world.MakePlanAsync();
        world.Shop.Edit<Category>(category, x => x with { Name = LocalizedText.Of("en", "Cups") });

        var report = await world.Engine.ApplyAsync(plan);

        report.Refused.Select(refused => refused.Problem.Code).Should().Equal("plan.moved", "plan.dependency");
        report.Refused[1].Reason.Should().Contain("shop edited Name meanwhile");
        world.Erp.All<Product>().Should().ContainSingle().Which.Value.Reference.Should().Be("B");
    }

    [Fact]
    public async Task Chain_of_new_categories_is_created_from_the_root_on()
    {
        using var world = new TwoSystems();
        Ref? parent = null;
        for (var i = 0; i < 5; i++)
            parent = new Ref(EntityKind.Category, world.Shop.Add(new Category { Name = LocalizedText.Of("en", $"C{i}"), Parent = parent }));
        world.Shop.Add(Mug with { Categories = [parent!.Value] });

        var report = await world.Engine.ApplyAsync(await world.MakePlanAsync());

        report.IsComplete.Should().BeTrue();
        world.Erp.All<Category>().Should().HaveCount(5);
        world.Erp.All<Product>().Single().Value.Categories.Should().ContainSingle();
        (await world.RunAsync()).Written.Should().Be(0);
    }

    [Fact]
    public async Task Record_edited_between_the_check_and_the_write_is_refused()
    {
        using var world = new TwoSystems();
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        var erp = world.Erp.All<Product>().Single().Id;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "2" });
        var plan = await world.MakePlanAsync();
        var reads = 0;
        world.Erp.BeforeCall = call =>
        {
            if (call == "product.find" && ++reads == 2)
                world.Erp.Edit<Product>(erp, x => x with { Barcode = "3" });
            return Task.CompletedTask;
        };

        var report = await world.Engine.ApplyAsync(plan);

        report.Refused.Should().ContainSingle().Which.Reason.Should().Be("erp edited Barcode meanwhile.");
        world.Erp.Get<Product>(erp)!.Barcode.Should().Be("3");
    }

    [Fact]
    public async Task Policy_that_was_changed_meanwhile_is_not_applied()
    {
        using var before = new TwoSystems(p => p.Sync<Product>(x => x.OnFirstRun(Conflict.Keep("shop"))));
        before.Shop.Add(Mug);
        var erp = before.Erp.Add(Mug with { Barcode = "2" });
        var plan = await before.MakePlanAsync();
        using var after = new TwoSystems(p => p.Sync<Product>(x => x.OnFirstRun(Conflict.Keep("erp"))), restarted: before);

        var report = await after.Engine.ApplyAsync(plan);

        report.Refused.Should().HaveCount(2).And.OnlyContain(refused => refused.Problem.Code == "plan.decided-otherwise");
        after.Erp.Get<Product>(erp)!.Barcode.Should().Be("2");
    }

    [Fact]
    public async Task Plan_applied_again_after_a_crash_doubles_nothing()
    {
        using var world = new TwoSystems();
        world.Shop.Add(Mug with { Reference = null });
        var plan = await world.MakePlanAsync();
        world.Erp.Faults.Add(InMemoryFaultKind.CrashAfterCommit, "product.create");
        await world.Engine.Awaiting(engine => engine.ApplyAsync(plan)).Should().ThrowAsync<SimulatedCrashException>();

        var again = await world.Engine.ApplyAsync(plan);

        again.Refused.Should().ContainSingle().Which.Problem.Code.Should().Be("plan.unfinished-create");
        world.Erp.All<Product>().Should().ContainSingle();
        await world.RunAsync();
        world.Erp.All<Product>().Should().ContainSingle();
        (await world.History.ReadRunsAsync("main")).Select(run => run.Purpose).Should().Equal(RunPurpose.Sync, RunPurpose.Apply, RunPurpose.Apply);
    }

    [Fact]
    public async Task Plan_applied_twice_does_nothing_the_second_time()
    {
        using var world = new TwoSystems();
        world.Shop.Add(Mug);
        var plan = await world.MakePlanAsync();
        await world.Engine.ApplyAsync(plan);

        var again = await world.Engine.ApplyAsync(plan);

        again.Written.Should().Be(0);
        again.Refused.Where(refused => refused.Entry.Kind == EntityKind.Product).Should().ContainSingle();
    }
}
