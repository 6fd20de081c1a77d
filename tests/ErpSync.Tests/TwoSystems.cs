using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Tests;

/// <summary>Two model systems, a store and an engine: the smallest world in which the engine can be watched.</summary>
internal sealed class TwoSystems : IDisposable
{
    private readonly ServiceProvider _services;

    public TwoSystems(Action<PairBuilder>? pair = null, Action<InMemoryKindSettings<Product>>? erpProducts = null, ISyncStore? store = null, TwoSystems? restarted = null, Func<ManualTime, (TimeProvider Shop, TimeProvider Erp)>? clocks = null,
        Action<ErpSyncOptions>? options = null, Action<IServiceCollection>? configure = null, Action<InMemoryKindSettings<ProductVariant>>? shopVariants = null)
    {
        Clock = restarted?.Clock ?? new ManualTime();
        var (shopClock, erpClock) = clocks?.Invoke(Clock) ?? (Clock, Clock);
        Shop = restarted?.Shop ?? new InMemorySystem("shop", shopClock);
        Erp = restarted?.Erp ?? new InMemorySystem("erp", erpClock);
        foreach (var system in restarted is null ? new[] { Shop, Erp } : [])
        {
            system.Kind(CatalogShapes.Category);
            if (system == Erp && erpProducts is not null)
                system.Kind(CatalogShapes.Product, erpProducts);
            else
                system.Kind(CatalogShapes.Product);
            system.Kind(CatalogShapes.ProductVariant, system == Shop ? shopVariants : null);
            system.Kind(CatalogShapes.StockLevel);
        }

        Store = store ?? restarted?.Store ?? new InMemoryStore();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(Store);
        configure?.Invoke(services);
        services.AddErpSync(options)
            .AddConnector("shop", _ => Shop.Connector)
            .AddConnector("erp", _ => Erp.Connector)
            .AddPair("main", "shop", "erp", pair ?? (p => p.Sync<Category>().Sync<Product>().Sync<ProductVariant>().Sync<StockLevel>(s => s.From("erp"))));
        _services = services.BuildServiceProvider();
        Engine = _services.GetRequiredService<ISyncEngine>();
    }

    public ManualTime Clock { get; }

    public InMemorySystem Shop { get; }

    public InMemorySystem Erp { get; }

    public ISyncStore Store { get; }

    public ISyncEngine Engine { get; }

    public ISyncPlans Plans => _services.GetRequiredService<ISyncPlans>();

    public ISyncHistory History => _services.GetRequiredService<ISyncHistory>();

    public ISyncLinks Links => _services.GetRequiredService<ISyncLinks>();

    public ISyncControl Control => _services.GetRequiredService<ISyncControl>();

    /// <summary>How many requests both systems were sent.</summary>
    public long Requests => RequestsOf(Shop) + RequestsOf(Erp);

    public static long RequestsOf(InMemorySystem system) => system.Connector.Get<IRequestMeter>().Requests.Total;

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static SyncRequest Main { get; } = new("main");

    /// <summary>Lets a minute pass, so that dates move, and runs the pair.</summary>
    public Task<SyncReport> RunAsync(bool full = false)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        return Engine.RunAsync(Main with { Full = full });
    }

    public async Task<IReadOnlyList<RecordView>> InspectAsync(EntityKind? kind = null)
    {
        var views = new List<RecordView>();
        await foreach (var view in Engine.InspectAsync(Main with { Kinds = kind is { } one ? [one] : [] }))
            views.Add(view);
        return views;
    }

    public async Task<IReadOnlyList<PlanEntry>> PlanAsync()
    {
        var entries = new List<PlanEntry>();
        await foreach (var entry in Engine.PlanAsync(Main))
            entries.Add(entry);
        return entries;
    }

    /// <summary>Lets a minute pass and makes a plan to apply.</summary>
    public Task<SyncPlan> MakePlanAsync(bool full = false)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        return Engine.MakePlanAsync(Main with { Full = full });
    }

    public void Dispose() => _services.Dispose();
}
