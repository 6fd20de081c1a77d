using ErpSync.Simulation.Planted;

namespace ErpSync.Simulation.Running;

/// <summary>Plays histories, as many at once as there are processors. A history does not know of the others.</summary>
internal static class Histories
{
    public static async Task<HistoryResult> PlayAsync(long seed, PlantedFault? fault = null, bool tells = false)
    {
        using var scenario = new Scenario(seed, fault, tells);
        var world = scenario.World;
        try
        {
            await scenario.PlayAsync();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            world.Violate("exception", exception.ToString());
        }

        return new HistoryResult(seed, world.Statistics, world.Violations, world.Log);
    }

    /// <summary>Plays histories with growing seeds.</summary>
    /// <param name="seed">The first seed.</param>
    /// <param name="histories">How many.</param>
    /// <param name="fault">Makes the planted fault of each history; null for none.</param>
    /// <param name="stopAtFirst">Stop soon after one has failed.</param>
    public static async Task<Totals> PlayManyAsync(long seed, long histories, Func<PlantedFault>? fault = null, bool stopAtFirst = false)
    {
        var totals = new Totals();
        var next = seed - 1;
        async Task PlayAsync()
        {
            while (!(stopAtFirst && totals.Failed > 0) && Interlocked.Increment(ref next) is var mine && mine < seed + histories)
                totals.Add(await Histories.PlayAsync(mine, fault?.Invoke()));
        }

        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(PlayAsync)));
        return totals;
    }
}
