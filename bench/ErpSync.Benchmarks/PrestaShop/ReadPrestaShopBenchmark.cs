using ErpSync.Benchmarks.Measuring;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Benchmarks.PrestaShop;

/// <summary>Reads products of PrestaShop out of memory: what the connector itself costs, transport and parsing included.</summary>
internal sealed class ReadPrestaShopBenchmark : IBenchmark
{
    private const int Page = 250;

    // As many as it takes for the compiler to be done: a first run of a process would measure the compiler.
    private const long WarmUp = 30_000;

    public string Name => "read-prestashop";

    public string Help => "a full read of products: --records N (20000), --json";

    public async Task<int> RunAsync(string[] args)
    {
        if (Measuring.Options.Read(args, 20_000, ["read"]) is not { } options)
            return 2;
        await MeasureAsync(WarmUp);
        var (cost, read, server) = await MeasureAsync(options.Records);
        var own = new Cost(cost.Processor > server.Processor ? cost.Processor - server.Processor : TimeSpan.FromMilliseconds(1), cost.Wall, Math.Max(0, cost.Allocated - server.Allocated));
        new Figures()
            .Add("records", options.Records)
            .Add("read", read)
            .Add("format", "JSON")
            .Add("recordsPerSecondPerCore", own.PerSecond(options.Records))
            .Add("bytesPerRecord", own.BytesPer(options.Records))
            .Add("microsecondsPerRecord", own.MicrosecondsPer(options.Records))
            .Add("peakBytes", Meter.Peak())
            .Print(options.Json);
        return read == options.Records ? 0 : 1;
    }

    // Making the pages is the shop's work: it is measured apart, with the same pages, and taken off.
    private static async Task<(Cost Cost, long Read, Cost Server)> MeasureAsync(long records)
    {
        using var shop = new ListedShop(records);
        var services = new ServiceCollection();
        services.AddErpSync().AddPrestaShop("shop", options =>
        {
            options.BaseAddress = new Uri("https://shop.example/");
            options.ApiKey = new string('A', 32);
            options.PageSize = Page;
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
        using var again = new ListedShop(records);
        using var client = new HttpClient(again);
        var server = await Meter.OfAsync(async () =>
        {
            for (var after = 0L; after < records; after += Page)
            {
                using var answer = await client.GetAsync(new Uri($"https://shop.example/api/products?filter[id]=>[{after}]&limit=0,{Page}"), HttpCompletionOption.ResponseHeadersRead);
            }
        });
        return (cost, read, server);
    }
}
