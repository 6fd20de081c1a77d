using ErpSync.Benchmarks.Measuring;
using ErpSync.Benchmarks.Model;

namespace ErpSync.Benchmarks.Engine;

/// <summary>
/// The engine alone: both systems and the store in memory, nothing changed. A record is a linked pair; a full pass reads both of its ends and compares each with its
/// fingerprint, a listed pass compares the stamps of two listings.
/// </summary>
internal static class UnchangedScenario
{
    private const long AtOnce = 10_000;
    private const long Least = 100_000;

    public static async Task<Figures> RunAsync(long records)
    {
        var count = Math.Min(records, AtOnce);
        var store = new InMemoryStore();
        await using var pair = new Pair(store, new PreparedSystem("shop", count).Connector, new PreparedSystem("erp", count).Connector);
        await pair.RunAsync(full: true);
        var passes = (int)Math.Max(3, Least / count);
        await MeasureAsync(pair, full: true, passes); // warms up
        var full = await MeasureAsync(pair, full: true, passes);
        await MeasureAsync(pair, full: false, passes);
        var listed = await MeasureAsync(pair, full: false, passes);
        return new Figures()
            .Add("scenario", "unchanged")
            .Add("records", count)
            .Add("passes", passes)
            .Add("recordsPerSecondPerCore", full.PerSecond(count * passes))
            .Add("bytesPerRecord", full.BytesPer(count * passes))
            .Add("listedRecordsPerSecondPerCore", listed.PerSecond(count * passes))
            .Add("listedBytesPerRecord", listed.BytesPer(count * passes))
            .Add("peakBytes", Meter.Peak());
    }

    private static Task<Cost> MeasureAsync(Pair pair, bool full, int passes) => Meter.OfAsync(async () =>
    {
        for (var pass = 0; pass < passes; pass++)
            await pair.RunUnchangedAsync(full);
    });
}
