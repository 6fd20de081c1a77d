using ErpSync.Sandbox.PrestaShop;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.PrestaShop.Tests;

/// <summary>Another connection to a stand-in shop that is there already, for example to the next shop of the installation.</summary>
internal sealed class SecondConnection : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public SecondConnection(PrestaShopSandbox server, Action<PrestaShopOptions> configure)
    {
        var builder = new OneConnectorBuilder();
        builder.AddPrestaShop("second", options =>
        {
            options.BaseAddress = server.BaseAddress;
            options.ApiKey = server.ApiKey;
            options.Retries = 0;
            configure(options);
        });
        _services = builder.Services.BuildServiceProvider();
        Connector = _services.GetRequiredKeyedService<Connector>("second");
    }

    public Connector Connector { get; }

    public async Task<List<Remote<T>>> ReadAsync<T>()
        where T : class, IEntity =>
        [.. (await Connector.Get<IReader<T>>().ReadAsync(CancellationToken.None).ToListAsync()).Select(result => result.Record!)];

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
