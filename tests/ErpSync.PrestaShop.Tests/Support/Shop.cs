using ErpSync.Sandbox.PrestaShop;
using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.PrestaShop.Tests;

/// <summary>A stand-in shop with a connection to it.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Shop(PrestaShopSandbox server, ServiceProvider services, ManualTime clock)
    {
        Server = server;
        _services = services;
        Clock = clock;
        Connector = services.GetRequiredKeyedService<Connector>("shop");
    }

    public PrestaShopSandbox Server { get; }

    public Connector Connector { get; }

    public ManualTime Clock { get; }

    public static async Task<Shop> StartAsync(string version = "9.1.4", Action<PrestaShopOptions>? configure = null)
    {
        var clock = new ManualTime();
        var server = new PrestaShopSandbox(new PrestaShopSandboxOptions { Version = version, Clock = clock });
        await server.StartAsync();
        var builder = new OneConnectorBuilder();
        builder.AddPrestaShop("shop", options =>
        {
            options.BaseAddress = server.BaseAddress;
            options.ApiKey = server.ApiKey;
            options.Retries = 0;
            configure?.Invoke(options);
        });
        return new Shop(server, builder.Services.BuildServiceProvider(), clock);
    }

    /// <summary>Begins a run and forgets the requests it took.</summary>
    public async Task<ConnectionFacts> OpenAsync()
    {
        var facts = await Connector.Get<IConnection>().OpenAsync(CancellationToken.None);
        Server.Requests.Clear();
        return facts;
    }

    public async Task<List<Remote<T>>> ReadAsync<T>()
        where T : class, IEntity => Records(await Connector.Get<IReader<T>>().ReadAsync(CancellationToken.None).ToListAsync());

    public async Task<List<Remote<T>>> FindAsync<T>(params string[] ids)
        where T : class, IEntity => Records(await Connector.Get<IFinder<T>>().FindAsync([.. ids.Select(id => new RemoteId(id))], CancellationToken.None).ToListAsync());

    public async Task<List<Listed>> ListAsync<T>()
        where T : class, IEntity => await Connector.Get<ILister<T>>().ListAsync(CancellationToken.None).ToListAsync();

    public async Task<IReadOnlyList<WriteResult<T>>> CreateAsync<T>(params T[] records)
        where T : class, IEntity =>
        await Connector.Get<ICreator<T>>().CreateAsync([.. records.Select((record, index) => new Creation<T>($"token-{index}", record))], CancellationToken.None);

    public async Task<IReadOnlyList<WriteResult<T>>> UpdateAsync<T>(params (Remote<T> Current, T Wanted, string[] Fields)[] changes)
        where T : class, IEntity =>
        await Connector.Get<IUpdater<T>>().UpdateAsync([.. changes.Select(change => new Revision<T>(change.Current, change.Wanted, change.Fields))], CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static List<Remote<T>> Records<T>(List<ReadResult<T>> results)
        where T : class, IEntity
    {
        results.Where(result => result.Problem is not null).Should().BeEmpty();
        return [.. results.Select(result => result.Record!)];
    }
}
