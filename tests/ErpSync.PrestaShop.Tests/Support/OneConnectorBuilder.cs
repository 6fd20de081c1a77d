using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.PrestaShop.Tests;

/// <summary>Takes the place of the engine's builder: keeps each connector as a keyed singleton.</summary>
internal sealed class OneConnectorBuilder : IErpSyncBuilder
{
    public IServiceCollection Services { get; } = new ServiceCollection();

    public IErpSyncBuilder AddConnector(string name, Func<IServiceProvider, Connector> create)
    {
        Services.AddKeyedSingleton(name, (provider, _) => create(provider));
        return this;
    }
}
