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
        var (shop, erp) = (CrashPoints.Committed(world.Shop), CrashPoints.Committed(world.Erp));

        await world.PlayAsync();

        output.WriteLine($"{world.Points} crash points\n{world.Picture()}");
        (await CommittedWrites.MissingFromJournalAsync(world.Store, (Side.First, world.Shop, shop), (Side.Second, world.Erp, erp))).Should().BeEmpty();
        world.Picture().Should().Contain("P1 Mug P1 shop 11").And.Contain("N1").And.Contain("N2").And.NotContain("P5").And.NotContain("P6");
    }

    [Fact]
    public Task Every_crash_point_with_a_target_that_finds_tokens() => CrashPoints.AllAsync(() => new InMemoryStoreFile(), InMemoryCapabilities.FindByToken, every: 1);
}
