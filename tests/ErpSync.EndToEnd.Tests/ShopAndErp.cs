using ErpSync.Sandbox;
using ErpSync.Sandbox.PrestaShop;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.EndToEnd.Tests;

/// <summary>An embedded PrestaShop and an embedded Dolibarr, and a host that keeps them in step.</summary>
internal sealed class ShopAndErp : IAsyncDisposable
{
    private ServiceProvider? _services;

    private ShopAndErp(PrestaShopSandbox shop, DolibarrSandbox erp)
    {
        Shop = shop;
        Erp = erp;
    }

    public PrestaShopSandbox Shop { get; }

    public DolibarrSandbox Erp { get; }

    public IServiceProvider Services => _services!;

    public ISyncEngine Engine => Services.GetRequiredService<ISyncEngine>();

    public static SyncRequest Main { get; } = new("main");

    public static async Task<ShopAndErp> StartAsync(
        Action<PrestaShopSandbox, DolibarrSandbox>? seed = null,
        Action<PairBuilder>? pair = null,
        string shopVersion = "9.1.4",
        string erpVersion = "23.0.0-beta")
    {
        var world = new ShopAndErp(
            new PrestaShopSandbox(new PrestaShopSandboxOptions { Version = shopVersion }),
            new DolibarrSandbox(new DolibarrSandboxOptions { Version = erpVersion }));
        seed?.Invoke(world.Shop, world.Erp);
        await world.Shop.StartAsync();
        await world.Erp.StartAsync();
        var services = new ServiceCollection();
        services.AddErpSync()
            .AddPrestaShop("shop", o =>
            {
                o.BaseAddress = world.Shop.BaseAddress;
                o.ApiKey = world.Shop.ApiKey;
            })
            .AddDolibarr("erp", o =>
            {
                o.BaseAddress = world.Erp.BaseAddress;
                o.ApiKey = world.Erp.ApiKey;
            })
            .AddPair("main", "shop", "erp", pair ?? Everything);
        world._services = services.BuildServiceProvider();
        return world;
    }

    public static void Everything(PairBuilder pair) => pair
        .Sync<Category>(c => c.OnFirstRun(Conflict.Keep("shop")))
        .Sync<Product>(p => p.MatchBy(x => x.Reference).Owner(x => x.PriceNet, "erp").OnFirstRun(Conflict.Keep("shop")))
        .Sync<ProductVariant>(v => v.OnFirstRun(Conflict.Keep("shop")))
        .Sync<StockLevel>(s => s.From("erp").OnDrift(Drift.Restore))
        .Sync<ProductImage>(i => i.From("shop"));

    public async Task<IReadOnlyList<RecordView>> InspectAsync(EntityKind kind)
    {
        var views = new List<RecordView>();
        await foreach (var view in Engine.InspectAsync(Main with { Kinds = [kind] }))
            views.Add(view);
        return views;
    }

    public void ClearCounts()
    {
        Shop.Requests.Clear();
        Erp.Requests.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        await Shop.DisposeAsync();
        await Erp.DisposeAsync();
    }
}
