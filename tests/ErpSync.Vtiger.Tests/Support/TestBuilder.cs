using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Vtiger.Tests;

/// <summary>The least that a host does for connectors.</summary>
internal sealed class TestBuilder : IErpSyncBuilder
{
    public ServiceCollection Collection { get; } = [];

    public IServiceCollection Services => Collection;

    public IErpSyncBuilder AddConnector(string name, Func<IServiceProvider, Connector> create)
    {
        Collection.AddKeyedSingleton(name, (provider, _) => create(provider));
        return this;
    }
}
