using ErpSync.Testing;

namespace ErpSync.Tests.Passes;

/// <summary>Fixes of the first engine, each with the test that fails without it.</summary>
public sealed class UntestedFixes
{
    private static Product Mug(string reference = "A") => new() { Reference = reference, Name = LocalizedText.Of("en", "Mug"), Barcode = "1" };

    [Fact]
    public async Task Unreadable_row_under_the_key_of_a_create_stops_the_create()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        world.Shop.Add(Mug());
        world.Erp.Faults.Add(InMemoryFaultKind.BadRecord, "product.find-key");
        world.Erp.AfterCall = Once("product.read", () => world.Erp.Add(Mug()));

        (await world.RunAsync()).Failed.Should().Be(1);
        world.Erp.All<Product>().Should().ContainSingle("the row that cannot be read may be the one that is looked for");
        world.Clock.Advance(TimeSpan.FromHours(3));
        await world.RunAsync();

        world.Erp.All<Product>().Should().ContainSingle();
        (await world.InspectAsync()).Single().Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task Unreadable_row_in_the_search_for_a_lost_create_leaves_its_intent()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(), x => x.Without(InMemoryCapabilities.FindByToken));
        world.Shop.Add(Mug());
        world.Erp.Faults.Add(InMemoryFaultKind.CrashAfterCommit, "product.create");
        await world.Awaiting(x => x.RunAsync()).Should().ThrowAsync<SimulatedCrashException>();
        world.Erp.Faults.Add(InMemoryFaultKind.BadRecord, "product.find-key");

        await world.RunAsync();

        (await world.Store.ReadIntentsAsync("main", EntityKind.Product, default)).Should().ContainSingle("nobody knows yet whether it was carried out");
        world.Clock.Advance(TimeSpan.FromHours(3));
        await world.RunAsync();
        world.Erp.All<Product>().Should().ContainSingle();
        (await world.Store.ReadIntentsAsync("main", EntityKind.Product, default)).Should().BeEmpty();
        (await world.InspectAsync()).Single().Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task Batches_that_take_longer_than_the_lease_renew_it()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(), x => x.WriteBatch = 5);
        for (var i = 0; i < 40; i++)
            world.Shop.Add(Mug($"P{i}"));
        using var other = new TwoSystems(p => p.Sync<Product>(), restarted: world);
        var refused = 0;
        world.Erp.BeforeCall = async call =>
        {
            if (call != "product.create")
                return;
            world.Clock.Advance(TimeSpan.FromSeconds(25));
            await other.Engine.Awaiting(engine => engine.RunAsync(TwoSystems.Main)).Should().ThrowAsync<SyncBusyException>();
            refused++;
        };

        (await world.RunAsync()).Written.Should().Be(40);

        refused.Should().Be(40);
    }

    [Theory]
    [InlineData(0, 0, 11)]
    [InlineData(-1, 0, 10)]
    [InlineData(0, 2, 13)]
    [InlineData(-1, 2, 12)]
    public async Task Difference_merge_of_which_one_half_was_written_counts_nothing_twice(int shopLater, int erpLater, int expected)
    {
        using var world = new TwoSystems(p => p.Sync<Product>().Sync<StockLevel>(s => s.MergeByDifference(x => x.Quantity).OnFirstRun(Conflict.Keep("shop"))));
        world.Shop.Add(Mug());
        await world.RunAsync();
        var (shop, erp) = (world.Shop.All<StockLevel>().Single().Id, world.Erp.All<StockLevel>().Single().Id);
        Move(world.Shop, shop, 10);
        await world.RunAsync();
        world.Erp.Get<StockLevel>(erp)!.Quantity.Should().Be(10);
        Move(world.Shop, shop, -2);
        Move(world.Erp, erp, 3);
        world.Erp.Faults.Add(InMemoryFaultKind.Rejected, "stock-level.update");
        await world.RunAsync();
        (world.Shop.Get<StockLevel>(shop)!.Quantity, world.Erp.Get<StockLevel>(erp)!.Quantity).Should().Be((11, 13), "the second half was refused");

        Move(world.Shop, shop, shopLater);
        Move(world.Erp, erp, erpLater);
        world.Clock.Advance(TimeSpan.FromHours(3));
        await world.RunAsync();

        (world.Shop.Get<StockLevel>(shop)!.Quantity, world.Erp.Get<StockLevel>(erp)!.Quantity).Should().Be((expected, expected));
    }

    [Theory]
    [InlineData("create")]
    [InlineData("update")]
    public async Task Writes_are_recorded_although_the_read_back_fails(string write)
    {
        using var world = new TwoSystems(p => p.Sync<Product>(), x => x.ReturnsStored = false);
        var shop = world.Shop.Add(Mug());
        if (write == "update")
        {
            await world.RunAsync();
            world.Shop.Edit<Product>(shop, x => x with { Barcode = "2" });
        }

        var other = world.Shop.Add(Mug("B") with { Barcode = "3" });
        var written = false;
        world.Erp.BeforeCall = call =>
        {
            if (written && call == "product.find")
                throw new ConnectorException(new SyncProblem(ProblemKind.Unavailable, "in-memory.unavailable", "It went away."));
            written |= call == "product." + write;
            return Task.CompletedTask;
        };

        var report = await world.RunAsync();

        world.Erp.Calls.Of("product." + write).Should().BePositive();
        report.IsComplete.Should().BeTrue("a read-back that fails is no reason to give up what was written");
        report.Failed.Should().BePositive();
        world.Erp.BeforeCall = null;
        world.Clock.Advance(TimeSpan.FromHours(3));
        await world.RunAsync();
        world.Erp.All<Product>().Should().HaveCount(2);
        (await world.InspectAsync()).Should().OnlyContain(view => view.Colour == LinkColour.Green);
        world.Shop.Get<Product>(other).Should().NotBeNull();
    }

    [Theory]
    [InlineData("product.create")]
    [InlineData("product.update")]
    public async Task Writes_are_recorded_although_the_caller_cancels(string call)
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        var shop = world.Shop.Add(Mug());
        if (call == "product.update")
        {
            await world.RunAsync();
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            world.Shop.Edit<Product>(shop, x => x with { Barcode = "2" });
        }

        for (var i = 0; i < 3; i++)
            world.Shop.Add(Mug($"P{i}"));
        using var stop = new CancellationTokenSource();
        world.Erp.AfterCall = name => name == call ? stop.CancelAsync() : Task.CompletedTask;
        await world.Engine.Awaiting(engine => engine.RunAsync(TwoSystems.Main, cancellationToken: stop.Token)).Should().ThrowAsync<OperationCanceledException>();

        var journal = new List<JournalEntry>();
        await foreach (var entry in world.Store.ReadJournalAsync(new JournalQuery("main") { Kind = EntityKind.Product, Side = Side.Second }, default))
            journal.Add(entry);
        journal.Select(entry => entry.Id).Distinct().Should().HaveCount(world.Erp.All<Product>().Count, "every write is in the journal");
        (await world.Store.CountAsync("main", EntityKind.Product, default)).Linked.Should().Be(world.Erp.All<Product>().Count);
        (await world.Store.ReadIntentsAsync("main", EntityKind.Product, default)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("store.link-exists")]
    [InlineData("store.link-missing")]
    public async Task Outcome_that_the_store_refuses_costs_the_others_nothing(string code)
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.Brake(b => b.Off("every record is edited here"))));
        var links = new List<RemoteId>();
        for (var i = 0; i < 5; i++)
            links.Add(world.Shop.Add(Mug($"P{i}")));
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var id in links)
            world.Shop.Edit<Product>(id, x => x with { Barcode = "2" });
        var fresh = world.Shop.Add(Mug("new"));
        using var person = new TwoSystems(p => p.Sync<Product>(), restarted: world);
        world.Erp.AfterCall = async call =>
        {
            if (call == "product.update" && code == "store.link-missing")
                await person.Engine.UnlinkAsync("main", EntityKind.Product, "shop", links[0]);
            if (call == "product.create" && code == "store.link-exists")
                await LinkWithAnotherAsync(world, fresh);
        };

        var report = await world.RunAsync();

        report.Failed.Should().Be(1);
        world.Erp.All<Product>().Where(product => product.Value.Reference!.StartsWith('P')).Should().OnlyContain(product => product.Value.Barcode == "2");
        world.Erp.AfterCall = null;
        world.Erp.Calls.Clear();
        await world.RunAsync();
        world.Erp.Calls.Of("product.update").Should().Be(0, "what was written is recorded");
        (await world.InspectAsync()).Where(view => view.Label.StartsWith('P')).Should().HaveCount(5).And.OnlyContain(view => view.Colour == LinkColour.Green);
    }

    private static async Task LinkWithAnotherAsync(TwoSystems world, RemoteId shop)
    {
        var changes = new StoreChanges();
        changes.Links.Add(new Link("main", EntityKind.Product, new LinkEnd(shop), new LinkEnd(new RemoteId("another"))) { LinkedAt = world.Clock.GetUtcNow(), Reason = "by hand" });
        await world.Store.CommitAsync(changes, default);
    }

    private static void Move(InMemorySystem system, RemoteId id, decimal by) => system.Edit<StockLevel>(id, x => x with { Quantity = x.Quantity + by });

    private static Func<string, Task> Once(string call, Action act)
    {
        var done = false;
        return name =>
        {
            if (name == call && !done)
            {
                done = true;
                act();
            }

            return Task.CompletedTask;
        };
    }
}
