using ErpSync.Testing;
using Xunit.Abstractions;

namespace ErpSync.Tests.Crashing;

/// <summary>A process dies at every store call and every remote call in turn, before it and after it; a new one finishes, and all promises hold.</summary>
public sealed class CrashPointTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Undisturbed_scenario_is_worth_being_disturbed()
    {
        using var world = new CrashWorld(new InMemoryStoreFile(), InMemoryCapabilities.FindByToken, crashAt: null);
        var (shop, erp) = (Committed(world.Shop), Committed(world.Erp));

        await world.PlayAsync();

        output.WriteLine($"{world.Points} crash points\n{world.Picture()}");
        (await CommittedWrites.MissingFromJournalAsync(world.Store, (Side.First, world.Shop, shop), (Side.Second, world.Erp, erp))).Should().BeEmpty();
        world.Picture().Should().Contain("P1 Mug P1 shop 11").And.Contain("N1").And.Contain("N2").And.NotContain("P5").And.NotContain("P6");
    }

    [Theory]
    [InlineData(InMemoryCapabilities.FindByToken)]
    [InlineData(InMemoryCapabilities.NewestId)]
    public Task Every_crash_point_with_a_store_in_memory(InMemoryCapabilities findsLost) => AllAsync(() => new InMemoryStoreFile(), findsLost, every: 1);

    [Fact]
    public Task Every_crash_point_with_a_store_in_SQLite() => AllAsync(() => new SqliteStoreFile(), InMemoryCapabilities.FindByToken, every: 1);

    private async Task AllAsync(Func<IStoreFile> file, InMemoryCapabilities findsLost, int every)
    {
        string expected;
        int points;
        using (var undisturbed = new CrashWorld(file(), findsLost, crashAt: null))
        {
            await undisturbed.PlayAsync();
            expected = undisturbed.Picture();
            points = undisturbed.Points;
            output.WriteLine($"{points} crash points\n{expected}");
        }

        points.Should().BeGreaterThan(300);
        var broken = new List<string>();
        for (var at = 0; at < points; at += every)
        {
            using var world = new CrashWorld(file(), findsLost, at);
            try
            {
                await PlayAsync(world, expected);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                broken.Add($"{at} {world.DiedAt}: {exception.Message}");
            }
        }

        broken.Should().BeEmpty($"{points} crash points were tried");
    }

    private static async Task PlayAsync(CrashWorld world, string expected)
    {
        var shop = Committed(world.Shop);
        var erp = Committed(world.Erp);
        await world.PlayAsync();
        world.DiedAt.Should().NotBeNull("the point lies on the way");
        world.Picture().Should().Be(expected);
        (world.Shop.Calls.Writes, world.Erp.Calls.Writes).Should().Be((0, 0), "another run over unchanged systems writes nothing");
        (await CommittedWrites.MissingFromJournalAsync(world.Store, (Side.First, world.Shop, shop), (Side.Second, world.Erp, erp))).Should().BeEmpty();
        foreach (var kind in new[] { EntityKind.Category, EntityKind.Product, EntityKind.StockLevel })
            (await world.Store.ReadIntentsAsync("main", kind, default)).Should().BeEmpty();
    }

    /// <summary>The writes that a system carried out, whether the process lived to see the answer or not.</summary>
    private static IReadOnlyList<InMemoryCall> Committed(InMemorySystem system)
    {
        var writes = new List<InMemoryCall>();
        var inner = system.AfterCall!;
        system.AfterCall = call =>
        {
            if (system.Calls.All.LastOrDefault(known => known.Name == call) is { IsWrite: true } write)
                writes.Add(write);
            return inner(call);
        };
        return writes;
    }
}
