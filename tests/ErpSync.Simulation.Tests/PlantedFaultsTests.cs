using ErpSync.Simulation.Planted;
using ErpSync.Simulation.Running;
using Xunit.Abstractions;

namespace ErpSync.Simulation.Tests;

/// <summary>The simulation would see it if the engine broke a promise: each planted fault is caught.</summary>
public sealed class PlantedFaultsTests(ITestOutputHelper output)
{
    /// <summary>From which seeds faults are looked for: the first one, or all three where <c>ERPSYNC_ALL_SEEDS</c> is set, which takes three times as long.</summary>
    private static long[] Seeds => Environment.GetEnvironmentVariable("ERPSYNC_ALL_SEEDS") is { Length: > 0 } ? [1, 1_000_001, 2_000_001] : [1];

    public static TheoryData<string, long> NamesAndSeeds
    {
        get
        {
            var all = new TheoryData<string, long>();
            foreach (var name in PlantedFaults.All.Keys)
            {
                foreach (var seed in Seeds)
                    all.Add(name, seed);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(NamesAndSeeds))]
    public async Task Planted_fault_is_caught_within_2000_histories(string name, long seed)
    {
        var totals = await Histories.PlayManyAsync(seed, 2000, PlantedFaults.All[name], stopAtFirst: true);

        output.WriteLine($"caught by seed {totals.FirstFailingSeed}, after {totals.Histories} histories: {totals.FirstViolations.FirstOrDefault()}");
        totals.Failed.Should().BePositive();
    }

    [Fact]
    public void Faults_that_the_promises_are_about_are_planted()
    {
        PlantedFaults.All.Count.Should().BeGreaterThanOrEqualTo(15);
        PlantedFaults.All.Keys.Should().Contain([
            "baseline-from-sent", "failed-write-recorded-as-done", "cursor-taken-after-read", "echo-not-recognised", "brake-off", "tombstone-forgotten", "lease-not-checked"]);
    }
}
