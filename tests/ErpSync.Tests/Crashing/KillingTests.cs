using Xunit.Abstractions;

namespace ErpSync.Tests.Crashing;

/// <summary>A real process on a real SQLite file is killed (SIGKILL) at random moments; the systems live on in files of their own.</summary>
public sealed class KillingTests(ITestOutputHelper output)
{
    private const int Lanes = 2;
    private const int KillsPerLane = 100;

    [Fact]
    public async Task Worker_that_is_killed_two_hundred_times_loses_and_doubles_nothing()
    {
        var lanes = await Task.WhenAll(Enumerable.Range(1, Lanes).Select(LaneAsync));

        lanes.Sum(lane => lane.Kills).Should().BeGreaterThanOrEqualTo(Lanes * KillsPerLane);
        lanes.Sum(lane => lane.MadeUpFor).Should().BePositive("some kills must fall between a write and its record");
    }

    private async Task<(int Kills, int MadeUpFor)> LaneAsync(int seed)
    {
        using var pair = new KilledPair(seed);
        for (var tries = 0; pair.Kills < KillsPerLane && tries < 4 * KillsPerLane; tries++)
        {
            pair.UsersEdit();
            await pair.KillAsync();
        }

        await pair.FinishAsync();
        (await pair.FinishAsync()).Should().StartWith("done 0 0 True", "another run over unchanged systems writes nothing");
        await pair.CheckAsync();
        output.WriteLine($"seed {seed}: {pair.Kills} kills, {pair.Completed} runs that got through, {pair.MadeUpFor} writes found again");
        return (pair.Kills, pair.MadeUpFor);
    }
}
