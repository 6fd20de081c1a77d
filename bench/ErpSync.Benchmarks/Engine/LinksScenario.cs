using ErpSync.Benchmarks.Measuring;
using ErpSync.Benchmarks.Model;
using ErpSync.Testing;

namespace ErpSync.Benchmarks.Engine;

/// <summary>Many links in the SQLite store; both systems make record i when they are asked for it. Passes without changes, at 10,000 links and at all of them.</summary>
internal static class LinksScenario
{
    private const long Few = 10_000;
    private const int PassesOfFew = 20;

    public static async Task<Figures> RunAsync(long records)
    {
        await MeasureAsync(Math.Min(records, Few), passes: 5); // warms up
        var few = await MeasureAsync(Math.Min(records, Few), PassesOfFew);
        var all = await MeasureAsync(records, passes: 1);
        return new Figures()
            .Add("scenario", "links")
            .Add("records", records)
            .Add("recordsPerSecondPerCore", all.Full.PerSecond(records))
            .Add("bytesPerRecord", all.Full.BytesPer(records))
            .Add("peakBytes", Meter.Peak())
            .Add("microsecondsPerRecordAt10000", few.Full.MicrosecondsPer(Math.Min(records, Few) * PassesOfFew))
            .Add("microsecondsPerRecord", all.Full.MicrosecondsPer(records))
            .Add("listedMicrosecondsPerRecordAt10000", few.Listed.MicrosecondsPer(Math.Min(records, Few) * PassesOfFew))
            .Add("listedMicrosecondsPerRecord", all.Listed.MicrosecondsPer(records));
    }

    private static async Task<(Cost Full, Cost Listed)> MeasureAsync(long records, int passes)
    {
        var folder = Directory.CreateTempSubdirectory("erpsync-bench-");
        try
        {
            await using var store = new SqliteStore($"Data Source={Path.Combine(folder.FullName, "store.db")}");
            await new LinkSeeder(store).SeedAsync(records, "v1");
            await using var pair = new Pair(store, System("shop", records).Connector, System("erp", records).Connector);
            var full = await Meter.OfAsync(() => RunAsync(pair, full: true, passes));
            var listed = await Meter.OfAsync(() => RunAsync(pair, full: false, passes));
            return (full, listed);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(Pair pair, bool full, int passes)
    {
        for (var pass = 0; pass < passes; pass++)
            await pair.RunUnchangedAsync(full);
    }

    private static InMemorySystem System(string name, long records)
    {
        var system = new InMemorySystem(name);
        system.Kind(CatalogShapes.Product, settings =>
        {
            settings.Generated = new GeneratedKind<Product>(records, SampleProducts.Make);
            settings.Without(InMemoryCapabilities.Changes); // the second pass goes by the stamps of the listings
            settings.PageSize = 500;
            settings.ListPageSize = 5000;
        });
        return system;
    }
}
