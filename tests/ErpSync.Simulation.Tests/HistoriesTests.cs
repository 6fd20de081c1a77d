using System.Globalization;
using ErpSync.Simulation.Running;

namespace ErpSync.Simulation.Tests;

/// <summary>Random histories of two model systems, users, faults and dying engines, after each of which the promises are checked.</summary>
public sealed class HistoriesTests
{
    private const long DefaultHistories = 10_000;

    /// <summary>How many histories are played; <c>ERPSYNC_HISTORIES</c> tells another number.</summary>
    private static long Histories => Environment.GetEnvironmentVariable("ERPSYNC_HISTORIES") is { Length: > 0 } text ? long.Parse(text, CultureInfo.InvariantCulture) : DefaultHistories;

    [Fact]
    public async Task Histories_keep_every_promise()
    {
        var totals = await Running.Histories.PlayManyAsync(1, Histories, stopAtFirst: true);

        totals.FirstViolations.Should().BeEmpty($"the history of seed {totals.FirstFailingSeed} keeps them; 'dotnet run -c Release --project tests/ErpSync.Simulation -- --seed {totals.FirstFailingSeed} --histories 1' replays it");
        totals.Histories.Should().Be(Histories);
        var seen = totals.Statistics;
        new[] { seen.Edits, seen.Crashes, seen.Faults, seen.Signals, seen.Conflicts, seen.Unguardable }.Should().OnlyContain(count => count > 0, "a history without them proves nothing");
    }

    [Fact]
    public async Task Same_seed_gives_the_same_history()
    {
        var first = await Running.Histories.PlayAsync(4711, tells: true);
        var second = await Running.Histories.PlayAsync(4711, tells: true);

        first.Log.Should().HaveCountGreaterThan(50);
        second.Log.Should().Equal(first.Log);
    }

    [Fact]
    public async Task History_number_i_has_the_first_seed_plus_i()
    {
        var many = await Running.Histories.PlayManyAsync(700, 3);
        var single = new Totals();
        foreach (var seed in new[] { 700, 701, 702 })
            single.Add(await Running.Histories.PlayAsync(seed));

        many.ToJson().Should().Be(single.ToJson());
    }
}
