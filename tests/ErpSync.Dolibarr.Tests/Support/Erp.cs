using ErpSync.Http;
using ErpSync.Sandbox;
using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Dolibarr.Tests;

/// <summary>A stand-in of Dolibarr with a connection to it.</summary>
internal sealed class Erp : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    private Erp(DolibarrSandbox server, ManualTime clock, ServiceProvider provider)
    {
        (Server, Clock, _provider) = (server, clock, provider);
        Connector = provider.GetRequiredKeyedService<Connector>("erp");
    }

    public DolibarrSandbox Server { get; }

    public DolibarrState State => Server.State;

    public ManualTime Clock { get; }

    public Connector Connector { get; }

    public IRequestMeter Meter => Connector.Get<IRequestMeter>();

    /// <summary>Starts a stand-in with a connection to it.</summary>
    /// <param name="configure">Sets options of the connection.</param>
    /// <param name="server">Sets options of the stand-in.</param>
    /// <param name="seed">Fills the stand-in.</param>
    /// <param name="wire">Stands between the two; null for nothing.</param>
    public static async Task<Erp> StartAsync(Action<DolibarrOptions>? configure = null, Action<DolibarrSandboxOptions>? server = null, Action<DolibarrState>? seed = null, Func<DelegatingHandler>? wire = null)
    {
        var clock = new ManualTime();
        var options = new DolibarrSandboxOptions { Clock = clock };
        server?.Invoke(options);
        var sandbox = new DolibarrSandbox(options);
        seed?.Invoke(sandbox.State);
        await sandbox.StartAsync();
        var builder = new TestBuilder();
        builder.AddDolibarr("erp", erp =>
        {
            erp.BaseAddress = sandbox.BaseAddress;
            erp.ApiKey = sandbox.ApiKey;
            configure?.Invoke(erp);
        });
        if (wire is not null)
            builder.Services.AddHttpClient("ErpSync:erp").AddHttpMessageHandler(wire);
        builder.Services.Configure<ConnectionHttpOptions>("erp", http => http.RetryDelay = TimeSpan.FromMilliseconds(1));
        return new Erp(sandbox, clock, builder.Collection.BuildServiceProvider());
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
