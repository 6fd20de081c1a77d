using ErpSync.Sandbox;
using ErpSync.Sandbox.PrestaShop;
using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.EndToEnd.Tests;

/// <summary>An embedded PrestaShop and an embedded Dolibarr, and a host that keeps them in step.</summary>
internal sealed class ShopAndErp : IAsyncDisposable
{
    private ServiceProvider? _services;

    private ShopAndErp(ManualTime clock, PrestaShopSandbox shop, DolibarrSandbox erp)
    {
        Clock = clock;
        Shop = shop;
        Erp = erp;
    }

    /// <summary>The clock of both servers, so that what was filled in before a run is older than the run.</summary>
    public ManualTime Clock { get; }

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
        var clock = new ManualTime(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));
        var world = new ShopAndErp(
            clock,
            new PrestaShopSandbox(new PrestaShopSandboxOptions { Version = shopVersion, Clock = clock }),
            new DolibarrSandbox(new DolibarrSandboxOptions { Version = erpVersion, Clock = clock }));
        seed?.Invoke(world.Shop, world.Erp);
        clock.Advance(TimeSpan.FromHours(1));
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
        Clock.Advance(TimeSpan.FromMinutes(5));
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
