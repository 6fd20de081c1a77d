using ErpSync;
using ErpSync.Recipes;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart.Setup;

/// <summary>The host code: this is all that a program needs to keep a shop and an ERP in step.</summary>
internal static class Services
{
    /// <param name="settings">Where the servers are.</param>
    /// <param name="storeFile">Where links and journal are kept.</param>
    /// <param name="writes">Counts requests.</param>
    /// <param name="clock">The demo's own clock; null for the machine's, as in any other program.</param>
    public static ServiceProvider Build(Settings settings, string storeFile, WriteCounter writes, TimeProvider? clock = null)
    {
        var services = new ServiceCollection();
        if (clock is not null)
            services.AddSingleton(clock);
        var builder = services.AddErpSync()
            .AddPrestaShop("shop", o =>
            {
                o.BaseAddress = new Uri(settings.ShopUrl);
                o.ApiKey = settings.ShopKey;
            })
            .AddDolibarr("erp", o =>
            {
                o.BaseAddress = new Uri(settings.ErpUrl);
                o.ApiKey = settings.ErpKey;
            })
            .UseSqlite($"Data Source={storeFile}");
        if (settings.WithOrders)
            builder.UseOrderToCash("main", "shop", "erp", Orders, Catalogue);
        else
            builder.AddPair("main", "shop", "erp", Catalogue);
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => writes.NewHandler()));
        return services.BuildServiceProvider();
    }

    /// <summary>The catalogue, both ways: the ERP's price and stock, the shop's pictures, questions where both sides edited the same field.</summary>
    private static void Catalogue(PairBuilder pair) => pair
        .Sync<Category>(c => c.OnFirstRun(Conflict.Keep("shop")))
        .Sync<Product>(p => p
            .MatchBy(x => x.Reference)
            .Owner(x => x.PriceNet, "erp")
            .OnFirstRun(Conflict.Keep("shop"))
            .OnConflict(Conflict.Ask))
        .Sync<ProductVariant>(v => v.OnFirstRun(Conflict.Keep("shop")))
        .Sync<StockLevel>(s => s.From("erp").OnDrift(Drift.Restore))
        .Sync<ProductImage>(i => i.From("shop"));

    /// <summary>Orders to invoice and payment in the ERP, shipments and tracking numbers back. The catalogue is carried by its own rules.</summary>
    private static void Orders(OrderToCashOptions o)
    {
        o.WholeHistory = true;
        o.Products = false;
        o.StatusBack = true;
        o.PaymentMethods["ps_wirepayment"] = "2";
        o.BankAccounts["ps_wirepayment"] = "1";
    }
}
