using ErpSync.Testing;
using ErpSync.Tests.Crashing;

namespace ErpSync.Tests.Simulated;

/// <summary>Found by the simulation: what happens while a run is under way, or between one that was cut off and the next.</summary>
public sealed class RaceTests
{
    private static readonly Product Mug = new() { Reference = "A", Name = LocalizedText.Of("en", "Mug"), Barcode = "1" };

    [Fact]
    public async Task Create_that_another_worker_has_finished_meanwhile_is_let_be()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(), x => x.Without(InMemoryCapabilities.FindByKey));
        using var other = new TwoSystems(p => p.Sync<Product>(), restarted: world);
        world.Shop.Add(Mug);
        world.Erp.Faults.Add(InMemoryFaultKind.ResponseLost, "product.create");
        var isFirst = true;
        world.Erp.BeforeCall = async call =>
        {
            if (call != "product.find-token" || world.Erp.All<Product>().Count == 0 || !isFirst)
                return;
            isFirst = false;
            world.Clock.Advance(TimeSpan.FromMinutes(11));
            await other.RunAsync();
        };

        var run = () => world.RunAsync();

        (await run.Should().ThrowAsync<StoreException>()).Which.Problem.Code.Should().Be("store.lease-lost");
        isFirst.Should().BeFalse();
        world.Erp.BeforeCall = null;
        await world.RunAsync();
        world.Erp.All<Product>().Should().ContainSingle();
        (await world.InspectAsync()).Should().ContainSingle().Which.Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task Link_that_is_removed_while_its_records_are_fetched_stops_nothing_and_nothing_is_written()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "2" });
        var isLinked = true;
        world.Erp.BeforeCall = async call =>
        {
            if (isLinked && call.StartsWith("product.", StringComparison.Ordinal))
                isLinked = !await world.Engine.UnlinkAsync("main", EntityKind.Product, "shop", shop);
        };
        world.Erp.Calls.Clear();

        var report = await world.RunAsync();

        isLinked.Should().BeFalse();
        report.IsComplete.Should().BeTrue();
        world.Erp.Calls.Writes.Should().Be(0);
    }

    [Fact]
    public async Task Plan_does_not_promise_a_create_whose_key_is_taken()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        world.Shop.Add(Mug);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Erp.Add(Mug with { Barcode = "2" });

        var plan = await world.PlanAsync();
        var report = await world.RunAsync();

        plan.Should().NotContain(entry => entry.Action == PlanAction.Create);
        report.Written.Should().Be(0, "a plan tells what a run does");
    }

    [Fact]
    public async Task Create_is_recorded_although_what_another_create_found_cannot_be_read()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        world.Shop.Add(Mug);
        world.Shop.Add(Mug with { Reference = "B", Barcode = "2" });
        var isAdded = false;
        world.Erp.BeforeCall = call =>
        {
            if (call == "product.find-token" && !isAdded)
            {
                // Somebody else makes the second product there after everything was read; it is found by its key and cannot be read.
                isAdded = true;
                world.Erp.Add(Mug with { Reference = "B", Barcode = "2" });
                world.Erp.Faults.Add(InMemoryFaultKind.Unavailable, "product.find");
            }

            return Task.CompletedTask;
        };

        await world.RunAsync();

        isAdded.Should().BeTrue();
        world.Erp.All<Product>().Should().HaveCount(2);
        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Linked.Should().Be(1);
        (await world.Store.ReadIntentsAsync("main", EntityKind.Product, default)).Should().BeEmpty();

        await world.RunAsync();

        world.Erp.All<Product>().Should().HaveCount(2);
        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Linked.Should().Be(2);
    }

    [Theory]
    [InlineData(InMemoryCapabilities.None, "product.find-token")]
    [InlineData(InMemoryCapabilities.FindByToken, "product.find-key")]
    [InlineData(InMemoryCapabilities.FindByToken | InMemoryCapabilities.FindByKey, "product.newer")]
    public async Task Create_is_recorded_although_another_one_without_an_answer_cannot_be_looked_for(InMemoryCapabilities missing, string lookUp)
    {
        using var world = new TwoSystems(p => p.Sync<Product>(), x => x.Without(missing).WithAlso(InMemoryCapabilities.NewestId));
        world.Shop.Add(Mug);
        world.Shop.Add(Mug with { Reference = "B", Barcode = "2" });
        world.Erp.Faults.Add(new InMemoryFault(InMemoryFaultKind.ResponseLost, "product.create") { Skip = 1 });
        world.Erp.AfterCall = call =>
        {
            if (call == "product.create")
                world.Erp.Faults.Add(InMemoryFaultKind.Unavailable, lookUp);
            return Task.CompletedTask;
        };

        await world.RunAsync();

        world.Erp.All<Product>().Should().HaveCount(2);
        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Linked.Should().Be(1, "one was answered for");
        (await world.Store.ReadIntentsAsync("main", EntityKind.Product, default)).Should().ContainSingle("the other is looked for again");
        world.Erp.AfterCall = null;
        world.Erp.Faults.Clear();

        await world.RunAsync();
        await world.RunAsync();

        world.Erp.All<Product>().Should().HaveCount(2);
        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Linked.Should().Be(2);
        (await world.Store.ReadIntentsAsync("main", EntityKind.Product, default)).Should().BeEmpty();
    }

    [Fact]
    public async Task Records_that_shared_a_key_stay_apart_while_one_of_them_cannot_be_read()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(), x => x.Without(InMemoryCapabilities.FindByKey));
        world.Shop.Add(Mug);
        world.Erp.Add(Mug);
        world.Erp.Add(Mug with { Barcode = "2" });
        await world.RunAsync();
        world.Erp.Faults.Add(InMemoryFaultKind.BadRecord, "product.read");

        await world.RunAsync(full: true);

        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Linked.Should().Be(0, "which of the two is meant was never clear");
        world.Shop.All<Product>().Should().ContainSingle();
        world.Erp.All<Product>().Should().HaveCount(2);
    }

    [Fact]
    public async Task Pointer_whose_target_is_linked_after_a_first_run_that_was_cut_off_is_carried_over()
    {
        var plan = new StopBefore("policy/product", passes: 1);
        using var world = new TwoSystems(p => p.Sync<Category>().Sync<Product>(), store: StoppingStore.Around(new InMemoryStore(), plan));
        var category = world.Shop.Add(new Category { Name = LocalizedText.Of("en", "Cups") });
        world.Shop.Add(Mug with { Categories = [new Ref(EntityKind.Category, category)] });
        world.Erp.Faults.Add(InMemoryFaultKind.Rejected, "category.create");
        await FluentActions.Awaiting(() => world.RunAsync()).Should().ThrowAsync<SimulatedCrashException>();
        world.Erp.All<Product>().Single().Value.Categories.Should().BeEmpty();
        plan.Text = null;
        world.Clock.Advance(TimeSpan.FromHours(2));

        await world.RunAsync();

        world.Erp.All<Product>().Single().Value.Categories.Should().ContainSingle();
    }

    [Fact]
    public async Task Level_that_was_seen_to_go_before_its_product_was_made_again_is_linked_with_the_new_one()
    {
        using var world = new TwoSystems(p => p.Sync<Product>().Sync<StockLevel>(s => s.From("erp")));
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Delete<Product>(shop);
        await world.Engine.RunAsync(TwoSystems.Main with { Kinds = [EntityKind.StockLevel] });
        var again = world.Shop.Add(Mug);
        world.Erp.Edit<StockLevel>(world.Erp.All<StockLevel>().Single().Id, x => x with { Quantity = 7 });

        await world.RunAsync();
        await world.RunAsync();

        world.Shop.Get<StockLevel>(new RemoteId($"product:{again}"))!.Quantity.Should().Be(7);
        (await world.InspectAsync(EntityKind.StockLevel)).Should().OnlyContain(view => view.Colour == LinkColour.Green);
    }
}
