namespace ErpSync.Tests.Leasing;

/// <summary>Kinds that share a connection's one writer never meet, whichever processes write them.</summary>
public sealed class SharedWriterTests
{
    [Fact]
    public async Task Two_kinds_that_share_the_writer_of_a_connection_take_turns_in_two_processes()
    {
        using var world = Filled(shareWriter: true);
        var inside = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        world.Erp.BeforeCall = call =>
        {
            if (call != "product.create" || inside.Task.IsCompleted)
                return Task.CompletedTask;
            inside.SetResult();
            return goOn.Task;
        };
        var products = world.Process().RunAsync(new SyncRequest("north"));
        await Patience.For(inside.Task);
        var categories = world.Process().RunAsync(new SyncRequest("south"));
        await world.PassTimeAsync(categories, TimeSpan.FromMinutes(1));

        categories.IsCompleted.Should().BeFalse("a product is being written, and the categories share its writer");
        world.Erp.Calls.Of("category.create").Should().Be(0);
        (await world.Store.ReadLeaseAsync(RunLeases.NameOfShared("erp"), default)).Should().NotBeNull();
        goOn.SetResult();
        await world.PassTimeAsync(Task.WhenAll(products, categories), TimeSpan.FromMinutes(1));

        (await world.FinishAsync(products)).Written.Should().Be(3);
        (await world.FinishAsync(categories)).Written.Should().Be(3);
        world.Erp.MostWriters.Should().Be(1);
        (await world.Store.ReadLeaseAsync(RunLeases.NameOfShared("erp"), default)).Should().BeNull("it is given back");
    }

    [Fact]
    public async Task Two_kinds_with_writers_of_their_own_are_written_side_by_side()
    {
        using var world = Filled(shareWriter: false);
        var both = new TaskCompletionSource();
        var inside = 0;
        world.Erp.BeforeCall = call =>
        {
            if (!call.EndsWith(".create", StringComparison.Ordinal) || both.Task.IsCompleted)
                return Task.CompletedTask;
            if (Interlocked.Increment(ref inside) == 2)
                both.SetResult();
            return both.Task;
        };

        var runs = Task.WhenAll(world.Process().RunAsync(new SyncRequest("north")), world.Process().RunAsync(new SyncRequest("south")));
        await world.PassTimeAsync(runs, TimeSpan.FromMinutes(1));

        (await world.FinishAsync(runs)).Sum(report => report.Written).Should().Be(6);
        world.Erp.MostWriters.Should().Be(2);
    }

    [Fact]
    public async Task Writer_of_a_connection_that_died_is_waited_for_by_every_kind_that_shares_it()
    {
        using var world = Filled(shareWriter: true);
        await world.Store.TryTakeLeaseAsync(RunLeases.NameOfShared("erp"), "dead", world.Clock.GetUtcNow(), RunLeases.Duration, default);

        var runs = Task.WhenAll(world.Process().RunAsync(new SyncRequest("north")), world.Process().RunAsync(new SyncRequest("south")));
        await world.PassTimeAsync(runs, RunLeases.Duration - TimeSpan.FromSeconds(1));
        world.Erp.Calls.Writes.Should().Be(0);
        await world.PassTimeAsync(runs, TimeSpan.FromMinutes(1));

        (await world.FinishAsync(runs)).Sum(report => report.Written).Should().Be(6);
        world.Erp.MostWriters.Should().Be(1);
    }

    [Fact]
    public async Task Run_that_lost_the_shared_writer_sends_nothing_more()
    {
        using var world = Filled(shareWriter: true);
        var stolen = false;
        world.Erp.BeforeCall = async call =>
        {
            if (call != "product.create" || stolen)
                return;
            stolen = true;
            world.Clock.Advance(TimeSpan.FromMinutes(3));
            await world.Store.TryTakeLeaseAsync("pair/north", (await world.Store.ReadLeaseAsync("pair/north", default))!.Holder, world.Clock.GetUtcNow(), TimeSpan.FromHours(1), default);
            world.Clock.Advance(TimeSpan.FromMinutes(3));
            (await world.Store.TryTakeLeaseAsync(RunLeases.NameOfShared("erp"), "thief", world.Clock.GetUtcNow(), TimeSpan.FromHours(1), default)).Should().NotBeNull();
        };

        var report = await world.FinishAsync(world.Process().RunAsync(new SyncRequest("north")));

        report.Kinds.Single().Problem!.Code.Should().Be("lease.lost");
        world.Erp.Calls.Of("product.create").Should().Be(1, "what was under way lands; nothing after it is sent");
    }

    private static TwoPairs Filled(bool shareWriter)
    {
        var world = new TwoPairs(twoKinds: true, shareWriter: shareWriter);
        for (var i = 0; i < 3; i++)
        {
            world.North.Add(new Product { Reference = $"N{i}", Name = LocalizedText.Of("en", "Mug") });
            world.South.Add(new Category { Name = LocalizedText.Of("en", $"Mugs {i}") });
        }

        return world;
    }
}
