using System.Globalization;
using ErpSync.Testing;

namespace ErpSync.Tests.Crashing;

/// <summary>Lets the process die at one crash point after the other. <c>ERPSYNC_CRASH_POINTS=1/5</c> takes every fifth, beginning with the second.</summary>
internal static class CrashPoints
{
    public static async Task AllAsync(Func<IStoreFile> file, InMemoryCapabilities findsLost, int every)
    {
        var first = 0;
        if (Environment.GetEnvironmentVariable("ERPSYNC_CRASH_POINTS")?.Split('/') is [var offset, var stride])
            (first, every) = (int.Parse(offset, CultureInfo.InvariantCulture), int.Parse(stride, CultureInfo.InvariantCulture));
        string expected;
        int points;
        using (var undisturbed = new CrashWorld(file(), findsLost, crashAt: null))
        {
            await undisturbed.PlayAsync();
            expected = undisturbed.Picture();
            points = undisturbed.Points;
        }

        points.Should().BeGreaterThan(300);
        var broken = new List<string>();
        for (var at = first; at < points; at += every)
        {
            using var world = new CrashWorld(file(), findsLost, at);
            try
            {
                await PlayAsync(world, expected);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                broken.Add($"{at} {world.DiedAt}: {exception}");
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
    public static IReadOnlyList<InMemoryCall> Committed(InMemorySystem system)
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
