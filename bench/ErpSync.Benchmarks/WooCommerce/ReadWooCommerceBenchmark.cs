using ErpSync.Benchmarks.Measuring;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Benchmarks.WooCommerce;

/// <summary>Reads products of WooCommerce out of memory: what the connector itself costs, transport and parsing included.</summary>
internal sealed class ReadWooCommerceBenchmark : IBenchmark
{
    // As many as it takes for the compiler to be done: a first run of a process would measure the compiler.
    private const long WarmUp = 30_000;

    public string Name => "read-woocommerce";

    public string Help => "a full read of products: --records N (20000), --json";

    public async Task<int> RunAsync(string[] args)
    {
        if (Measuring.Options.Read(args, 20_000, ["read"]) is not { } options)
            return 2;
        await MeasureAsync(WarmUp);
        var (cost, read, server) = await MeasureAsync(options.Records);
        var own = new Cost(Less(cost.Processor, server.Processor), cost.Wall, Math.Max(0, cost.Allocated - server.Allocated));
        new Figures()
            .Add("records", options.Records)
            .Add("read", read)
            .Add("recordsPerSecondPerCore", own.PerSecond(options.Records))
            .Add("bytesPerRecord", own.BytesPer(options.Records))
            .Add("microsecondsPerRecord", own.MicrosecondsPer(options.Records))
            .Add("peakBytes", Meter.Peak())
            .Print(options.Json);
        return read == options.Records ? 0 : 1;
    }

    private static TimeSpan Less(TimeSpan all, TimeSpan part) => all > part ? all - part : TimeSpan.FromMilliseconds(1);

    // Making the pages is the shop's work: it is measured apart, with the same pages, and taken off.
    private static async Task<(Cost Cost, long Read, Cost Server)> MeasureAsync(long records)
    {
        using var shop = new PagedShop(records);
        var services = new ServiceCollection();
        services.AddErpSync().AddWooCommerce("shop", options =>
        {
            options.BaseAddress = new Uri("https://shop.example/");
            options.ConsumerKey = "ck_1";
            options.ConsumerSecret = "cs_1";
        });
        services.AddHttpClient("ErpSync:shop").ConfigurePrimaryHttpMessageHandler(() => shop).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        await using var provider = services.BuildServiceProvider();
        var connector = provider.GetRequiredKeyedService<Connector>("shop");
        await connector.Get<IConnection>().OpenAsync(CancellationToken.None);
        var read = 0L;
        var cost = await Meter.OfAsync(async () =>
        {
            await foreach (var result in connector.Get<IReader<Product>>().ReadAsync(CancellationToken.None))
                read += result.Record is null ? 0 : 1;
        });
        using var again = new PagedShop(records);
        using var client = new HttpClient(again);
        var server = await Meter.OfAsync(async () =>
        {
            for (var offset = 0L; offset < records; offset += 99)
            {
                using var answer = await client.GetAsync(new Uri($"https://shop.example/wp-json/wc/v3/products?offset={offset}&per_page=100"), HttpCompletionOption.ResponseHeadersRead);
            }
        });
        return (cost, read, server);
    }
}
