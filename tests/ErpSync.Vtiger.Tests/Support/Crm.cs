using ErpSync.Http;
using ErpSync.Sandbox;
using ErpSync.Sandbox.Vtiger;
using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Vtiger.Tests;

/// <summary>A stand-in of vtiger with a connection to it.</summary>
internal sealed class Crm : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    private Crm(VtigerSandbox server, ManualTime clock, ServiceProvider provider)
    {
        (Server, Clock, _provider) = (server, clock, provider);
        Connector = provider.GetRequiredKeyedService<Connector>("crm");
    }

    public VtigerSandbox Server { get; }

    public VtigerState State => Server.State;

    public ManualTime Clock { get; }

    public Connector Connector { get; }

    public IRequestMeter Meter => Connector.Get<IRequestMeter>();

    public static async Task<Crm> StartAsync(Action<VtigerOptions>? configure = null, Action<VtigerSandboxOptions>? server = null, Action<VtigerState>? seed = null)
    {
        var clock = new ManualTime(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));
        var options = new VtigerSandboxOptions { Clock = clock, Decimals = 5 };
        server?.Invoke(options);
        var sandbox = new VtigerSandbox(options);
        seed?.Invoke(sandbox.State);
        await sandbox.StartAsync();
        var builder = new TestBuilder();
        builder.AddVtiger("crm", crm =>
        {
            crm.BaseAddress = sandbox.BaseAddress;
            crm.UserName = sandbox.UserName;
            crm.AccessKey = sandbox.AccessKey;
            configure?.Invoke(crm);
        });
        builder.Services.Configure<ConnectionHttpOptions>("crm", http => http.Retries = 0);
        return new Crm(sandbox, clock, builder.Collection.AddSingleton<TimeProvider>(new ManualDates(clock)).BuildServiceProvider());
    }

    public Task<ConnectionFacts> OpenAsync() => Connector.Get<IConnection>().OpenAsync(CancellationToken.None);

    public async Task<IReadOnlyList<Finding>> ProbeAsync(params EntityKind[] kinds) =>
        await Connector.Get<IProbe>().ProbeAsync([.. kinds.Select(kind => new Need(kind, Reads: true, Creates: true, Updates: true, Deletes: false))], CancellationToken.None);

    public async Task<List<ReadResult<T>>> ReadAsync<T>()
        where T : class, IEntity => await Connector.Get<IReader<T>>().ReadAsync(CancellationToken.None).ToListAsync();

    public async Task<List<Remote<T>>> RecordsAsync<T>()
        where T : class, IEntity => [.. (await ReadAsync<T>()).Select(result => result.Record ?? throw new InvalidOperationException(result.Problem!.ToString()))];

    public async Task<Remote<T>> FindAsync<T>(string id)
        where T : class, IEntity => await TryFindAsync<T>(id) ?? throw new InvalidOperationException($"{id} is not found.");

    public async Task<Remote<T>?> TryFindAsync<T>(string id)
        where T : class, IEntity => (await Connector.Get<IFinder<T>>().FindAsync([new RemoteId(id)], CancellationToken.None).ToListAsync()).SingleOrDefault().Record;

    public async Task<List<string>> ListAsync<T>()
        where T : class, IEntity => [.. (await Connector.Get<ILister<T>>().ListAsync(CancellationToken.None).ToListAsync()).Select(line => line.Id.Value)];

    public async Task<WriteResult<T>> CreateAsync<T>(T value, string token = "main:shop:x:1")
        where T : class, IEntity => (await Connector.Get<ICreator<T>>().CreateAsync([new Creation<T>(token, value)], CancellationToken.None))[0];

    public async Task<Remote<T>> CreatedAsync<T>(T value, string token = "main:shop:x:1")
        where T : class, IEntity
    {
        var result = await CreateAsync(value, token);
        return result is WriteResult<T>.Written written ? written.Stored ?? await FindAsync<T>(written.Id.Value) : throw new InvalidOperationException(((WriteResult<T>.Failed)result).Problem.ToString());
    }

    public async Task<SyncProblem> RefusedAsync<T>(T value, string token = "main:shop:x:1")
        where T : class, IEntity => (await CreateAsync(value, token)).Should().BeOfType<WriteResult<T>.Failed>().Subject.Problem;

    public async Task<WriteResult<T>> UpdateAsync<T>(Remote<T> current, Func<T, T> change, params string[] fields)
        where T : class, IEntity => (await Connector.Get<IUpdater<T>>().UpdateAsync([new Revision<T>(current, change(current.Value), fields)], CancellationToken.None))[0];

    public async Task<Remote<T>> UpdatedAsync<T>(Remote<T> current, Func<T, T> change, params string[] fields)
        where T : class, IEntity
    {
        var result = await UpdateAsync(current, change, fields);
        return result is WriteResult<T>.Written written ? written.Stored ?? await FindAsync<T>(written.Id.Value) : throw new InvalidOperationException(((WriteResult<T>.Failed)result).Problem.ToString());
    }

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
