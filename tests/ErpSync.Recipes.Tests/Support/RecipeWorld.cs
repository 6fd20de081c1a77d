using ErpSync.Http;
using ErpSync.Sandbox;
using ErpSync.Sandbox.PrestaShop;
using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests;

/// <summary>
/// Stand-ins on loopback, and one host with one registration call. The servers start when they are first asked for: a test that names <see cref="Shop"/> and <see cref="Erp"/> only
/// starts no other. The order is: seed the servers, <see cref="StartAsync"/> with the recipe, then run and look.
/// </summary>
internal sealed class RecipeWorld : IAsyncDisposable
{
    private readonly Lazy<PrestaShopSandbox> _shop;
    private readonly Lazy<DolibarrSandbox> _erp;
    private readonly Lazy<VtigerSandbox> _crm;
    private readonly Lazy<WooCommerceSandbox> _woo;
    private Action<IErpSyncBuilder> _recipe = _ => { };
    private ServiceProvider? _services;
    private ISyncStore? _store;

    public RecipeWorld(Action<PrestaShopSandboxOptions>? shop = null, Action<DolibarrSandboxOptions>? erp = null, Action<VtigerSandboxOptions>? crm = null, Action<WooCommerceSandboxOptions>? woo = null)
    {
        _shop = new(() => new PrestaShopSandbox(With(new PrestaShopSandboxOptions { Clock = Clock }, shop)));
        _erp = new(() => new DolibarrSandbox(With(new DolibarrSandboxOptions { Clock = Clock }, erp)));
        _crm = new(() => new VtigerSandbox(With(new VtigerSandboxOptions { Clock = Clock }, crm)));
        _woo = new(() => new WooCommerceSandbox(With(new WooCommerceSandboxOptions { Clock = Clock }, woo)));
    }

    /// <summary>The clock of the servers and of the host; nothing waits.</summary>
    public ManualTime Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));

    /// <summary>The PrestaShop, connection <c>shop</c>.</summary>
    public PrestaShopSandbox Shop => _shop.Value;

    /// <summary>The Dolibarr, connection <c>erp</c>.</summary>
    public DolibarrSandbox Erp => _erp.Value;

    /// <summary>The vtiger, connection <c>crm</c>.</summary>
    public VtigerSandbox Crm => _crm.Value;

    /// <summary>The WooCommerce, connection <c>woo</c>.</summary>
    public WooCommerceSandbox Woo => _woo.Value;

    public IServiceProvider Services => _services ?? throw new InvalidOperationException("StartAsync comes first.");

    public ISyncEngine Engine => Services.GetRequiredService<ISyncEngine>();

    public ISyncFeeds Feeds => Services.GetRequiredService<ISyncFeeds>();

    public ISyncSignals Signals => Services.GetRequiredService<ISyncSignals>();

    public ISyncControl Control => Services.GetRequiredService<ISyncControl>();

    /// <summary>The requests of a connection so far, by the connector's own meter.</summary>
    public RequestCounts Requests(string connection) => Services.GetRequiredKeyedService<Connector>(connection).Get<IRequestMeter>().Requests;

    /// <summary>Starts the servers that were named so far (an hour after they were seeded, so that what was seeded is older than the run) and the host.</summary>
    /// <param name="recipe">The registration: connections of the servers that were named are there already.</param>
    public async Task StartAsync(Action<IErpSyncBuilder> recipe)
    {
        _recipe = recipe;
        Clock.Advance(TimeSpan.FromHours(1));
        foreach (var server in Servers())
            await server.StartAsync();
        _store = new InMemoryStore();
        Restart();
    }

    /// <summary>Starts the host again over the same store, perhaps with another registration: as after a change of options.</summary>
    public void Restart(Action<IErpSyncBuilder>? recipe = null)
    {
        _recipe = recipe ?? _recipe;
        _services?.Dispose();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ManualDates(Clock));
        services.AddSingleton(_store!);
        var builder = services.AddErpSync();
        Connect(builder);
        _recipe(builder);
        foreach (var name in new[] { "shop", "erp", "crm", "woo" })
            services.PostConfigure<ConnectionHttpOptions>(name, http => http.Retries = 0); // a test says itself what fails, and how often
        _services = services.BuildServiceProvider();
    }

    /// <summary>The store is gone, and the host starts with an empty one.</summary>
    public void ForgetStore()
    {
        _store = new InMemoryStore();
        Restart();
    }

    /// <summary>Runs the pair once, five minutes after what was done last.</summary>
    public async Task<SyncReport> RunAsync(params EntityKind[] kinds) => await RunAsync(new SyncRequest("main") { Kinds = kinds });

    public async Task<SyncReport> RunAsync(SyncRequest request)
    {
        Clock.Advance(TimeSpan.FromMinutes(5));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return await Engine.RunAsync(request, null, limit.Token);
    }

    /// <summary>Runs the pair until nothing more is written, at most five times; the last report wrote nothing.</summary>
    public async Task<SyncReport> SettleAsync(params EntityKind[] kinds)
    {
        SyncReport report;
        var rounds = 0;
        do
        {
            report = await RunAsync(kinds);
            rounds++;
        }
        while (report.Written > 0 && rounds < 5);
        report.Written.Should().Be(0, "a pair that nobody touches comes to rest: {0}", string.Join(" ", report.Kinds.Select(kind => $"{kind.Kind} {kind.Written}")));
        return report;
    }

    /// <summary>The records of a kind as the pair sees them now.</summary>
    public async Task<IReadOnlyList<RecordView>> InspectAsync(EntityKind kind)
    {
        var views = new List<RecordView>();
        await foreach (var view in Engine.InspectAsync(new SyncRequest("main") { Kinds = [kind] }))
            views.Add(view);
        return views;
    }

    /// <summary>Forgets the servers' logs of requests.</summary>
    public void ClearLogs()
    {
        foreach (var server in Servers())
            server.Requests.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        foreach (var server in Servers())
            await server.DisposeAsync();
    }

    private void Connect(IErpSyncBuilder builder)
    {
        if (_shop.IsValueCreated)
            builder.AddPrestaShop("shop", o => (o.BaseAddress, o.ApiKey) = (Shop.BaseAddress, Shop.ApiKey));
        if (_erp.IsValueCreated)
            builder.AddDolibarr("erp", o => (o.BaseAddress, o.ApiKey) = (Erp.BaseAddress, Erp.ApiKey));
        if (_crm.IsValueCreated)
            builder.AddVtiger("crm", o => (o.BaseAddress, o.UserName, o.AccessKey) = (Crm.BaseAddress, Crm.UserName, Crm.AccessKey));
        if (_woo.IsValueCreated)
            builder.AddWooCommerce("woo", o => (o.BaseAddress, o.ConsumerKey, o.ConsumerSecret) = (Woo.BaseAddress, Woo.ConsumerKey, Woo.ConsumerSecret));
    }

    private IEnumerable<SandboxServer> Servers()
    {
        if (_shop.IsValueCreated)
            yield return Shop;
        if (_erp.IsValueCreated)
            yield return Erp;
        if (_crm.IsValueCreated)
            yield return Crm;
        if (_woo.IsValueCreated)
            yield return Woo;
    }

    private static TOptions With<TOptions>(TOptions options, Action<TOptions>? configure)
    {
        configure?.Invoke(options);
        return options;
    }
}
