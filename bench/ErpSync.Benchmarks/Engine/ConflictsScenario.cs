using ErpSync.Benchmarks.Measuring;
using ErpSync.Benchmarks.Model;

namespace ErpSync.Benchmarks.Engine;

/// <summary>Every record was edited at both sides to different values: a run that reads, compares, decides and records the conflicts; in memory.</summary>
internal static class ConflictsScenario
{
    private const long Most = 10_000;
    private const int WarmUps = 3;

    public static async Task<Figures> RunAsync(long records)
    {
        var count = Math.Min(records, Most);
        for (var i = 0; i < WarmUps; i++)
            await MeasureAsync(count);
        var cost = await MeasureAsync(count);
        return new Figures()
            .Add("scenario", "conflicts")
            .Add("records", count)
            .Add("conflictsPerSecond", cost.PerSecond(count))
            .Add("milliseconds", (long)cost.Wall.TotalMilliseconds)
            .Add("cpuMilliseconds", (long)cost.Processor.TotalMilliseconds)
            .Add("bytesPerRecord", cost.BytesPer(count))
            .Add("peakBytes", Meter.Peak());
    }

    private static async Task<Cost> MeasureAsync(long count)
    {
        var (shop, erp) = (new PreparedSystem("shop", count), new PreparedSystem("erp", count));
        await using var pair = new Pair(new InMemoryStore(), shop.Connector, erp.Connector);
        await pair.RunAsync(full: true);
        shop.EditAll(product => product with { Barcode = "1" + product.Barcode });
        erp.EditAll(product => product with { Barcode = "2" + product.Barcode });
        SyncReport? report = null;
        var cost = await Meter.OfAsync(async () => report = await pair.RunAsync(full: false));
        return report!.Kinds[0].Open == count ? cost : throw new InvalidOperationException($"{report.Kinds[0].Open} conflicts instead of {count}.");
    }
}
