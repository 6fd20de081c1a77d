using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Docs;

/// <summary>The same host started twice, on one store: the second worker stands by and takes over when the first one dies.</summary>
internal static class TwoWorkers
{
    public static IServiceCollection Configure(IServiceCollection services, Uri north, Uri south, string shopKey, Uri erp, string erpKey)
    {
        services.AddErpSync()
            .AddPrestaShop("north", o => { o.BaseAddress = north; o.ApiKey = shopKey; })
            .AddPrestaShop("south", o => { o.BaseAddress = south; o.ApiKey = shopKey; })
            .AddDolibarr("erp", o => { o.BaseAddress = erp; o.ApiKey = erpKey; })
            .UseSqlite("Data Source=erpsync.db") // one file for all workers of the machine
            .AddPair("north", "north", "erp", pair => pair.Sync<Product>().Sync<StockLevel>(s => s.From("erp")))
            .AddPair("south", "south", "erp", pair => pair.Sync<Product>().Sync<StockLevel>(s => s.From("erp")));
        return services;
    }

    /// <summary>Runs all pairs once. Both pairs write to one ERP, never more of them at a time than it bears.</summary>
    public static async Task RunAsync(ISyncEngine engine, CancellationToken stopping)
    {
        foreach (var pair in engine.Pairs)
        {
            try
            {
                var report = await engine.RunAsync(new SyncRequest(pair), cancellationToken: stopping);
                foreach (var kind in report.Kinds.Where(kind => kind.Problem is { Code: "lease.lost" or "lease.writers-busy" }))
                    Console.WriteLine($"{pair}, {kind.Kind.Name}: {kind.Problem!.Message}"); // the next run goes on
            }
            catch (SyncBusyException busy)
            {
                Console.WriteLine($"{pair} is run by {busy.Lease?.Holder} until {busy.Lease?.Until:u}");
            }
            catch (StoreException exception) when (exception.Problem.Code == "store.lease-lost")
            {
                Console.WriteLine($"{pair}: this process slept too long, and another one has taken over");
            }
        }
    }
}
