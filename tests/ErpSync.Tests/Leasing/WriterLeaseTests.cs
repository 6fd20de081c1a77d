namespace ErpSync.Tests.Leasing;

/// <summary>The declared number of writers holds across pairs and processes.</summary>
public sealed class WriterLeaseTests
{
    private static readonly string Slot = RunLeases.NameOf("erp", EntityKind.Product, 0);

    private static Product Mug(string reference) => new() { Reference = reference, Name = LocalizedText.Of("en", "Mug") };

    [Fact]
    public async Task Two_pairs_on_a_system_that_bears_one_writer_take_turns()
    {
        using var world = Filled();
        var inside = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        world.Erp.BeforeCall = call =>
        {
            if (call != "product.create" || inside.Task.IsCompleted)
                return Task.CompletedTask;
            inside.SetResult();
            return goOn.Task;
        };
        var north = world.Process().RunAsync(new SyncRequest("north"));
        await Patience.For(inside.Task);
        var south = world.Process().RunAsync(new SyncRequest("south"));
        await world.PassTimeAsync(south, TimeSpan.FromMinutes(1));

        south.IsCompleted.Should().BeFalse("the only writer is at work");
        goOn.SetResult();
        await world.PassTimeAsync(Task.WhenAll(north, south), TimeSpan.FromMinutes(1));

        (await world.FinishAsync(north)).Written.Should().Be(3);
        (await world.FinishAsync(south)).Written.Should().Be(3);
        world.Erp.Of<Product>().MostWriters.Should().Be(1);
    }

    [Fact]
    public async Task Two_pairs_on_a_system_that_bears_two_writers_work_side_by_side()
    {
        using var world = Filled(erpWriters: 2);
        var both = new TaskCompletionSource();
        var inside = 0;
        world.Erp.BeforeCall = call =>
        {
            if (call == "product.create" && Interlocked.Increment(ref inside) == 2)
                both.SetResult();
            return call == "product.create" ? both.Task : Task.CompletedTask;
        };

        var runs = Task.WhenAll(world.Process().RunAsync(new SyncRequest("north")), world.Process().RunAsync(new SyncRequest("south")));
        await world.PassTimeAsync(runs, TimeSpan.FromMinutes(1));

        (await world.FinishAsync(runs)).Sum(report => report.Written).Should().Be(6);
        world.Erp.Of<Product>().MostWriters.Should().Be(2);
    }

    [Fact]
    public async Task Writer_that_died_is_waited_for_until_its_lease_runs_out()
    {
        using var world = Filled();
        await world.Store.TryTakeLeaseAsync(Slot, "dead", world.Clock.GetUtcNow(), RunLeases.Duration, default);

        var run = world.Process().RunAsync(new SyncRequest("north"));
        await world.PassTimeAsync(run, RunLeases.Duration - TimeSpan.FromSeconds(1));
        world.Erp.Calls.Writes.Should().Be(0);
        await world.PassTimeAsync(run, TimeSpan.FromSeconds(10));

        (await world.FinishAsync(run)).Written.Should().Be(3);
    }

    [Fact]
    public async Task Writers_that_never_come_free_stop_the_kind_and_nothing_is_written()
    {
        using var world = Filled();
        await world.Store.TryTakeLeaseAsync(Slot, "busy", world.Clock.GetUtcNow(), TimeSpan.FromHours(1), default);

        var run = world.Process().RunAsync(new SyncRequest("north"));
        await world.PassTimeAsync(run, RunLeases.Patience - TimeSpan.FromSeconds(10));
        run.IsCompleted.Should().BeFalse("patience is bounded and not short");
        await world.PassTimeAsync(run, TimeSpan.FromSeconds(20));

        (await world.FinishAsync(run)).Kinds.Single().Problem!.Code.Should().Be("lease.writers-busy");
        world.Erp.Calls.Writes.Should().Be(0);
        (await world.Store.ReadIntentsAsync("north", EntityKind.Product, default)).Should().BeEmpty();
        await world.Store.ReleaseLeaseAsync((await world.Store.ReadLeaseAsync(Slot, default))!, default);
        (await world.Process().RunAsync(new SyncRequest("north"))).Written.Should().Be(3, "the records are not to blame and wait for nothing");
    }

    [Fact]
    public async Task Caller_who_cancels_ends_the_wait_for_writers()
    {
        using var world = Filled();
        await world.Store.TryTakeLeaseAsync(Slot, "busy", world.Clock.GetUtcNow(), TimeSpan.FromHours(1), default);
        using var stop = new CancellationTokenSource();
        var run = world.Process().RunAsync(new SyncRequest("north"), null, stop.Token);
        await world.PassTimeAsync(run, TimeSpan.FromSeconds(5));

        await stop.CancelAsync();
        await world.PassTimeAsync(run, TimeSpan.FromDays(1));

        run.IsCompleted.Should().BeTrue();
        world.Erp.Calls.Writes.Should().Be(0);
    }

    [Fact]
    public async Task Writers_are_given_back_after_each_batch()
    {
        using var world = Filled();

        await world.Process().RunAsync(new SyncRequest("north"));

        (await world.Store.ReadLeaseAsync(Slot, default)).Should().BeNull();
        (await world.Store.ReadLeaseAsync("pair/north", default)).Should().BeNull();
    }

    [Fact]
    public async Task Lease_outlives_a_request_that_may_take_longer_than_the_lease()
    {
        using var world = Filled();
        world.Erp.Of<Product>().Settings.WriteTimeout = TimeSpan.FromMinutes(30);
        var left = TimeSpan.Zero;
        world.Erp.BeforeCall = async call =>
        {
            if (call == "product.create")
                left = (await world.Store.ReadLeaseAsync(Slot, default))!.Until - world.Clock.GetUtcNow();
        };

        (await world.Process().RunAsync(new SyncRequest("north"))).Written.Should().Be(3);

        left.Should().BeGreaterThan(TimeSpan.FromMinutes(30));
    }

    private static TwoPairs Filled(int erpWriters = 1)
    {
        var world = new TwoPairs(erpWriters);
        for (var i = 0; i < 3; i++)
        {
            world.North.Add(Mug($"N{i}"));
            world.South.Add(Mug($"S{i}"));
        }

        return world;
    }
}
