using ErpSync.Http;
using ErpSync.Sandbox;
using ErpSync.Sandbox.WooCommerce;
using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.WooCommerce.Tests;

/// <summary>A stand-in of WooCommerce with a connection to it.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    private Shop(WooCommerceSandbox server, ManualTime clock, ServiceProvider provider)
    {
        (Server, Clock, _provider) = (server, clock, provider);
        Connector = provider.GetRequiredKeyedService<Connector>("shop");
    }

    public WooCommerceSandbox Server { get; }

    public WooCommerceState State => Server.State;

    public ManualTime Clock { get; }

    public Connector Connector { get; }

    public IRequestMeter Meter => Connector.Get<IRequestMeter>();

    public static async Task<Shop> StartAsync(Action<WooCommerceOptions>? configure = null, Action<WooCommerceSandboxOptions>? server = null, Action<WooCommerceState>? seed = null)
    {
        var clock = new ManualTime(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));
        var options = new WooCommerceSandboxOptions { Clock = clock };
        server?.Invoke(options);
        var sandbox = new WooCommerceSandbox(options);
        seed?.Invoke(sandbox.State);
        await sandbox.StartAsync();
        var builder = new TestBuilder();
        builder.AddWooCommerce("shop", shop =>
        {
            shop.BaseAddress = sandbox.BaseAddress;
            shop.ConsumerKey = sandbox.ConsumerKey;
            shop.ConsumerSecret = sandbox.ConsumerSecret;
            shop.SweepEvery = TimeSpan.Zero;
            configure?.Invoke(shop);
        });
        builder.Services.Configure<ConnectionHttpOptions>("shop", http => http.RetryDelay = TimeSpan.FromMilliseconds(1));
        return new Shop(sandbox, clock, builder.Collection.AddSingleton<TimeProvider>(new ManualDates(clock)).BuildServiceProvider());
    }

    public Task<ConnectionFacts> OpenAsync() => Connector.Get<IConnection>().OpenAsync(CancellationToken.None);

    public async Task<List<ReadResult<T>>> ReadAsync<T>()
        where T : class, IEntity => await Connector.Get<IReader<T>>().ReadAsync(CancellationToken.None).ToListAsync();

    public async Task<List<Remote<T>>> RecordsAsync<T>()
        where T : class, IEntity => [.. (await ReadAsync<T>()).Select(result => result.Record ?? throw new InvalidOperationException(result.Problem!.ToString()))];

    public async Task<Remote<T>> FindAsync<T>(string id)
        where T : class, IEntity => await TryFindAsync<T>(id) ?? throw new InvalidOperationException($"{id} is not found.");

    public async Task<Remote<T>?> TryFindAsync<T>(string id)
        where T : class, IEntity => (await Connector.Get<IFinder<T>>().FindAsync([new RemoteId(id)], CancellationToken.None).ToListAsync()).SingleOrDefault().Record;

    public async Task<List<Listed>> ListAsync<T>()
        where T : class, IEntity => await Connector.Get<ILister<T>>().ListAsync(CancellationToken.None).ToListAsync();

    public async Task<WriteResult<T>> CreateAsync<T>(T value, string token = "main:shop:x:1")
        where T : class, IEntity => (await Connector.Get<ICreator<T>>().CreateAsync([new Creation<T>(token, value)], CancellationToken.None))[0];

    public async Task<WriteResult<T>> UpdateAsync<T>(Remote<T> current, Func<T, T> change, params string[] fields)
        where T : class, IEntity => (await Connector.Get<IUpdater<T>>().UpdateAsync([new Revision<T>(current, change(current.Value), fields)], CancellationToken.None))[0];

    public async Task<IReadOnlyList<string>> ChangedAsync<T>(string cursor)
        where T : class, IEntity => [.. (await Connector.Get<IChangeReader<T>>().ReadChangedAsync(cursor, CancellationToken.None).ToListAsync()).Select(result => result.Record!.Id.Value)];

    public Task<string> CursorAsync<T>()
        where T : class, IEntity => Connector.Get<IChangeReader<T>>().TakeCursorAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        await Server.DisposeAsync();
    }
}
