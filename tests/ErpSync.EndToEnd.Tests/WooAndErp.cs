using System.Text.Json.Nodes;
using ErpSync.Sandbox;
using ErpSync.Sandbox.WooCommerce;
using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.EndToEnd.Tests;

/// <summary>An embedded WooCommerce and an embedded Dolibarr, and a host that keeps them in step.</summary>
internal sealed class WooAndErp : IAsyncDisposable
{
    private ServiceProvider? _services;

    private WooAndErp(ManualTime clock, WooCommerceSandbox shop, DolibarrSandbox erp) => (Clock, Shop, Erp) = (clock, shop, erp);

    public ManualTime Clock { get; }

    public WooCommerceSandbox Shop { get; }

    public DolibarrSandbox Erp { get; }

    public ISyncEngine Engine => _services!.GetRequiredService<ISyncEngine>();

    public static SyncRequest Main { get; } = new("main");

    public long Writes => Shop.Requests.Writes + Erp.Requests.Writes;

    public static async Task<WooAndErp> StartAsync(Action<WooCommerceState, DolibarrState> seed, Action<PairBuilder> pair)
    {
        var clock = new ManualTime(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));
        var world = new WooAndErp(clock, new WooCommerceSandbox(new WooCommerceSandboxOptions { Clock = clock }), new DolibarrSandbox(new DolibarrSandboxOptions { Clock = clock }));
        seed(world.Shop.State, world.Erp.State);
        clock.Advance(TimeSpan.FromHours(1));
        await world.Shop.StartAsync();
        await world.Erp.StartAsync();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ManualDates(clock));
        services.AddErpSync()
            .AddWooCommerce("shop", o =>
            {
                o.BaseAddress = world.Shop.BaseAddress;
                o.ConsumerKey = world.Shop.ConsumerKey;
                o.ConsumerSecret = world.Shop.ConsumerSecret;
            })
            .AddDolibarr("erp", o =>
            {
                o.BaseAddress = world.Erp.BaseAddress;
                o.ApiKey = world.Erp.ApiKey;
                o.Language = "en";
            })
            .AddPair("main", "shop", "erp", pair);
        world._services = services.BuildServiceProvider();
        return world;
    }

    public async Task<Dictionary<string, RecordView>> InspectAsync()
    {
        var views = new Dictionary<string, RecordView>(StringComparer.Ordinal);
        await foreach (var view in Engine.InspectAsync(Main with { Kinds = [EntityKind.Product] }))
            views[view.Label] = view;
        return views;
    }

    public JsonObject InShop(string reference) => Shop.State.Products.Values.Single(product => product["sku"]!.ToString() == reference);

    public decimal PriceInShop(string reference) => decimal.Parse(InShop(reference)["regular_price"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);

    public decimal PriceInErp(string reference) => Erp.State.Products.FindByRef(reference)!.Price;

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        await Shop.DisposeAsync();
        await Erp.DisposeAsync();
    }
}
