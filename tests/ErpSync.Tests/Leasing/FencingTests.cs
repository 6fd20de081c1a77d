namespace ErpSync.Tests.Leasing;

/// <summary>Whoever lost a lease writes no more: not to a system, not to the store.</summary>
public sealed class FencingTests
{
    private const string Pair = "pair/main";
    private static readonly string Writer = RunLeases.NameOf("erp", EntityKind.Product, 0);

    private static Product Mug(string reference) => new() { Reference = reference, Name = LocalizedText.Of("en", "Mug"), Barcode = "1" };

    [Theory]
    [InlineData("create")]
    [InlineData("update")]
    public async Task Run_whose_pair_was_taken_over_sends_nothing_more_and_records_nothing(string write)
    {
        using var world = await WorldAsync(write);
        StealAt(world, "product." + write, Pair);

        (await world.Engine.Awaiting(x => x.RunAsync(TwoSystems.Main)).Should().ThrowAsync<StoreException>()).Which.Problem.Code.Should().Be("store.lease-lost");

        world.Erp.Calls.Of("product." + write).Should().Be(1, "what was under way when the lease was lost lands; nothing after it is sent");
        (await JournalAsync(world)).Should().BeEmpty("another process has the pair now");
        await FinishesAsync(world, Pair);
    }

    [Theory]
    [InlineData("create")]
    [InlineData("update")]
    public async Task Run_whose_writer_was_taken_over_stops_the_kind_and_records_what_it_did(string write)
    {
        using var world = await WorldAsync(write);
        StealAt(world, "product." + write, Writer);

        var report = await world.Engine.RunAsync(TwoSystems.Main);

        report.Kinds.Single().Problem!.Code.Should().Be("lease.lost");
        world.Erp.Calls.Of("product." + write).Should().Be(1);
        (await JournalAsync(world)).Where(entry => !entry.Reason.Contains("in-doubt")).Should().ContainSingle("the one write that was made; of the others of its batch nobody was told").Which.Side.Should().Be(Side.Second);
        await FinishesAsync(world, Writer);
    }

    [Fact]
    public async Task Request_of_an_old_holder_that_lands_after_the_take_over_counts_as_a_foreign_edit()
    {
        using var world = await WorldAsync("update");
        var shop = world.Shop.All<Product>()[0].Id;
        var erp = world.Erp.All<Product>()[0].Id;
        using var successor = new TwoSystems(p => p.Sync<Product>(x => x.Brake(b => b.Off("every record is edited here"))), restarted: world);
        var first = true;
        world.Erp.BeforeCall = async call =>
        {
            if (call != "product.update" || !first)
                return;
            first = false;
            world.Clock.Advance(TimeSpan.FromMinutes(11));
            await successor.RunAsync();
            world.Shop.Edit<Product>(shop, x => x with { Barcode = "later" });
            await successor.RunAsync();
            world.Erp.Get<Product>(erp)!.Barcode.Should().Be("later");
        };

        await world.Engine.Awaiting(x => x.RunAsync(TwoSystems.Main)).Should().ThrowAsync<StoreException>();
        world.Erp.Get<Product>(erp)!.Barcode.Should().Be("2", "the old request has landed");
        await successor.RunAsync();
        await successor.RunAsync();

        (world.Shop.Get<Product>(shop)!.Barcode, world.Erp.Get<Product>(erp)!.Barcode).Should().Be(("2", "2"), "it is carried over like any edit in the erp");
        (await successor.InspectAsync()).Should().OnlyContain(view => view.Colour == LinkColour.Green);
    }

    [Theory]
    [InlineData(Pair)]
    [InlineData(null)]
    public async Task Intents_of_a_run_that_lost_a_lease_are_refused(string? lease)
    {
        using var world = await WorldAsync("create");
        StealAt(world, "product.find-key", lease ?? Writer);

        try
        {
            (await world.Engine.RunAsync(TwoSystems.Main)).Kinds.Single().Problem!.Code.Should().Be("lease.lost");
        }
        catch (StoreException exception)
        {
            (lease, exception.Problem.Code).Should().Be((Pair, "store.lease-lost"));
        }

        world.Erp.Calls.Of("product.create").Should().Be(0);
        (await world.Store.ReadIntentsAsync("main", EntityKind.Product, default)).Should().BeEmpty();
        await FinishesAsync(world, lease ?? Writer);
    }

    private static async Task<TwoSystems> WorldAsync(string write)
    {
        var world = new TwoSystems(p => p.Sync<Product>(x => x.Brake(b => b.Off("every record is edited here"))));
        for (var i = 0; i < 4; i++)
            world.Shop.Add(Mug($"P{i}"));
        if (write == "create")
            return world;
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var product in world.Shop.All<Product>())
            world.Shop.Edit<Product>(product.Id, x => x with { Barcode = "2" });
        world.Store.Should().BeOfType<InMemoryStore>();
        world.Erp.Calls.Clear();
        return world;
    }

    /// <summary>The process sleeps for longer than its lease, and another one takes over.</summary>
    private static void StealAt(TwoSystems world, string call, string lease)
    {
        var done = false;
        world.Erp.BeforeCall = async name =>
        {
            if (name != call || done)
                return;
            done = true;
            world.Clock.Advance(TimeSpan.FromMinutes(6));
            (await world.Store.TryTakeLeaseAsync(lease, "thief", world.Clock.GetUtcNow(), TimeSpan.FromMinutes(1), default)).Should().NotBeNull();
        };
    }

    private static async Task FinishesAsync(TwoSystems world, string lease)
    {
        world.Erp.BeforeCall = null;
        if (await world.Store.ReadLeaseAsync(lease, default) is { } thief)
            await world.Store.ReleaseLeaseAsync(thief, default);
        await world.RunAsync();
        world.Erp.Calls.Clear();
        await world.RunAsync();
        world.Erp.Calls.Writes.Should().Be(0);
        (await world.Store.ReadIntentsAsync("main", EntityKind.Product, default)).Should().BeEmpty();
        world.Erp.All<Product>().Should().HaveCount(4);
        (await world.InspectAsync()).Should().HaveCount(4).And.OnlyContain(view => view.Colour == LinkColour.Green);
    }

    private static async Task<List<JournalEntry>> JournalAsync(TwoSystems world)
    {
        var runs = await world.Store.ReadRunsAsync("main", 1, default);
        var entries = new List<JournalEntry>();
        await foreach (var entry in world.Store.ReadJournalAsync(new JournalQuery("main") { Run = runs[0].Number }, default))
            entries.Add(entry);
        return entries;
    }
}
