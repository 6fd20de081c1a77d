using Microsoft.Extensions.DependencyInjection;

namespace ErpSync;

/// <summary>What <c>AddErpSync()</c> returns; connector and store packages extend it.</summary>
public interface IErpSyncBuilder
{
    /// <summary>The host's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>Adds a connection.</summary>
    /// <param name="name">Its name, unique in the host: letters, digits, <c>-</c> and <c>_</c>.</param>
    /// <param name="create">Makes the connector, once per host.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The name is empty, malformed or taken.</exception>
    IErpSyncBuilder AddConnector(string name, Func<IServiceProvider, Connector> create);
}
