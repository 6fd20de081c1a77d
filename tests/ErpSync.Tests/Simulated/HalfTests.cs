using ErpSync.Testing;

namespace ErpSync.Tests.Simulated;

/// <summary>Found by the simulation: writes that arrived by half, and what was edited behind them.</summary>
public sealed class HalfTests
{
    private static readonly Product Mug = new() { Reference = "A", Name = LocalizedText.From([new("en", "Mug"), new("fr", "Tasse")]), Barcode = "1", WeightKg = 1 };

    [Fact]
    public async Task Conflict_in_one_language_does_not_cost_the_edit_of_another()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.OnConflict(Conflict.Keep("erp"))));
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        var erp = world.Erp.All<Product>().Single().Id;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Name = LocalizedText.From([new("en", "Cup"), new("fr", "Gobelet")]) });
        world.Erp.Edit<Product>(erp, x => x with { Name = LocalizedText.From([new("en", "Mug"), new("fr", "Bol")]) });

        await world.RunAsync();

        foreach (var name in new[] { world.Shop.Get<Product>(shop)!.Name, world.Erp.Get<Product>(erp)!.Name })
            (name["en"], name["fr"]).Should().Be(("Cup", "Bol"), "only the French name is in conflict, and the ERP's stays");
        (await world.InspectAsync()).Single().Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task Merge_of_which_one_half_arrived_keeps_what_was_typed_at_the_other_side()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(), x => x.Normalise = Upper);
        var shop = world.Shop.Add(Mug with { Custom = TextMap.From([new("k1", "a"), new("k2", "b")]) });
        await world.RunAsync();
        var erp = world.Erp.All<Product>().Single().Id;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Custom = TextMap.From([new("k1", "new"), new("k2", "b")]) });
        world.Erp.Edit<Product>(erp, x => x with { Custom = TextMap.From([new("k1", "A"), new("k2", "OTHER")]) });
        world.Erp.Faults.Add(InMemoryFaultKind.Unavailable, "product.update");
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromHours(2));

        await world.RunAsync();

        world.Shop.Get<Product>(shop)!.Custom["k1"].Should().Be("new");
        world.Erp.Get<Product>(erp)!.Custom["k1"].Should().Be("NEW");
        world.Shop.Get<Product>(shop)!.Custom["k2"].Should().Be("OTHER");
    }

    [Fact]
    public async Task Edit_behind_a_write_that_was_not_recorded_is_an_edit_and_no_conflict()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        var erp = world.Erp.All<Product>().Single().Id;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "2" });
        world.Erp.Faults.Add(InMemoryFaultKind.CrashAfterCommit, "product.update");
        await FluentActions.Awaiting(() => world.RunAsync()).Should().ThrowAsync<SimulatedCrashException>();
        using var restarted = new TwoSystems(p => p.Sync<Product>(), restarted: world);
        restarted.Erp.AfterCall = call =>
        {
            if (call == "product.find" && world.Erp.Get<Product>(erp)!.Barcode == "2")
                world.Erp.Edit<Product>(erp, x => x with { Barcode = "3" });
            return Task.CompletedTask;
        };

        await restarted.RunAsync();
        await restarted.RunAsync();

        world.Shop.Get<Product>(shop)!.Barcode.Should().Be("3");
        (await restarted.InspectAsync()).Single().Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task Write_without_an_answer_is_told_by_the_journal_once_it_was_looked_up()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "2" });
        world.Erp.Faults.Add(InMemoryFaultKind.ResponseLost, "product.update");
        world.Erp.AfterCall = call =>
        {
            if (call == "product.update")
                world.Erp.Faults.Add(InMemoryFaultKind.Unavailable, "product.find");
            return Task.CompletedTask;
        };
        await world.RunAsync();
        world.Erp.AfterCall = null;
        world.Clock.Advance(TimeSpan.FromHours(2));

        await world.RunAsync();

        world.Erp.All<Product>().Single().Value.Barcode.Should().Be("2");
        var told = new List<string>();
        await foreach (var entry in world.Store.ReadJournalAsync(new JournalQuery("main") { Kind = EntityKind.Product }, default))
        {
            if (entry is { Field: "Barcode", Side: Side.Second, Action: JournalAction.Updated })
                told.Add(entry.Reason);
        }

        told.Should().HaveCount(2).And.Contain(Reasons.FoundWritten, "first it was in doubt");
    }

    [Fact]
    public async Task Edit_of_a_record_that_was_made_again_and_whose_create_was_lost_survives()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Erp.Delete<Product>(world.Erp.All<Product>().Single().Id);
        await world.RunAsync();
        world.Erp.Faults.Add(InMemoryFaultKind.CrashAfterCommit, "product.create");
        await FluentActions.Awaiting(() => world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "shop"))).Should().ThrowAsync<SimulatedCrashException>();
        var again = world.Erp.All<Product>().Single().Id;
        world.Erp.Edit<Product>(again, x => x with { WeightKg = 9 });

        await world.RunAsync();
        await world.RunAsync();

        world.Erp.Get<Product>(again)!.WeightKg.Should().Be(9);
        world.Shop.Get<Product>(shop).Should().NotBeNull();
    }

    [Fact]
    public async Task Later_edit_of_the_source_flows_past_a_field_that_was_edited_at_a_lost_create()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        var shop = world.Shop.Add(Mug);
        world.Erp.Faults.Add(InMemoryFaultKind.CrashAfterCommit, "product.create");
        await FluentActions.Awaiting(() => world.RunAsync()).Should().ThrowAsync<SimulatedCrashException>();
        var erp = world.Erp.All<Product>().Single().Id;
        world.Erp.Edit<Product>(erp, x => x with { Barcode = "edited" });
        world.Shop.Edit<Product>(shop, x => x with { WeightKg = 5 });

        await world.RunAsync();

        world.Erp.Get<Product>(erp)!.WeightKg.Should().Be(5, "the weight is as it was sent: nobody edited it there");
        world.Erp.Get<Product>(erp)!.Barcode.Should().Be("edited");
    }

    [Fact]
    public async Task Intent_whose_source_is_gone_and_whose_key_belongs_to_another_is_not_looked_for_for_ever()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(), x => x.Without(InMemoryCapabilities.FindByToken));
        var shop = world.Shop.Add(Mug);
        world.Erp.Faults.Add(InMemoryFaultKind.CrashBeforeCommit, "product.create");
        await FluentActions.Awaiting(() => world.RunAsync()).Should().ThrowAsync<SimulatedCrashException>();
        world.Shop.Delete<Product>(shop);
        world.Shop.Add(Mug);
        world.Erp.Add(Mug);
        await world.RunAsync();
        await world.RunAsync();

        (await world.Store.ReadIntentsAsync("main", EntityKind.Product, default)).Should().BeEmpty();
    }

    private static Product Upper(Product x) => x with { Custom = TextMap.From(x.Custom.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.ToUpperInvariant()))) };
}
