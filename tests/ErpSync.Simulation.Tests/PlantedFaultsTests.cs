using ErpSync.Simulation.Planted;
using ErpSync.Simulation.Running;

namespace ErpSync.Simulation.Tests;

/// <summary>The simulation would see it if the engine broke a promise: each planted fault is caught.</summary>
public sealed class PlantedFaultsTests
{
    public static TheoryData<string> Names => [.. PlantedFaults.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Planted_fault_is_caught_within_2000_histories(string name)
    {
        var totals = await Histories.PlayManyAsync(1, 2000, PlantedFaults.All[name], stopAtFirst: true);

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
