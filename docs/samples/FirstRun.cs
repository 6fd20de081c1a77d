using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Docs;

/// <summary>From settings to the first run: check, look at the plan, run.</summary>
internal static class FirstRun
{
    public static ServiceProvider Configure(Uri shop, string shopKey, Uri erp, string erpKey)
    {
        var services = new ServiceCollection();
        services.AddErpSync()
            .AddPrestaShop("shop", o => { o.BaseAddress = shop; o.ApiKey = shopKey; })
            .AddDolibarr("erp", o => { o.BaseAddress = erp; o.ApiKey = erpKey; })
            .UseSqlite("Data Source=erpsync.db")
            .AddPair("main", "shop", "erp", pair => pair
                .Sync<Category>()
                .Sync<Product>(p => p.MatchBy(x => x.Reference).Owner(x => x.PriceNet, "erp")));
        return services.BuildServiceProvider();
    }

    public static async Task RunAsync(ISyncEngine engine)
    {
        foreach (var finding in await engine.CheckAsync("main"))
            Console.WriteLine($"{finding.Severity}: {finding.Message}");
        await foreach (var entry in engine.PlanAsync(new SyncRequest("main")))
            Console.WriteLine($"{entry.Action} {entry.Label} in {entry.Target}: {entry.Reason}");
        var report = await engine.RunAsync(new SyncRequest("main"));
        Console.WriteLine($"{report.Written} written, {report.Failed} failed");
    }
}
