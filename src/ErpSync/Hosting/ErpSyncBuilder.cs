using Microsoft.Extensions.DependencyInjection;

namespace ErpSync;

/// <summary>The builder behind <see cref="IErpSyncBuilder"/>.</summary>
internal sealed class ErpSyncBuilder(IServiceCollection services, ErpSyncRegistry registry) : IErpSyncBuilder
{
    public IServiceCollection Services => services;

    public ErpSyncRegistry Registry => registry;

    public IErpSyncBuilder AddConnector(string name, Func<IServiceProvider, Connector> create)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(create);
        if (!name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'))
            throw new ArgumentException($"'{name}' is not a connection name: letters, digits, '-' and '_' only.", nameof(name));
        if (!registry.Connectors.TryAdd(name, create))
            throw new ArgumentException($"There is a connection named '{name}' already.", nameof(name));
        services.AddKeyedSingleton(name, (provider, _) => registry.Adjust(provider, name, create(provider)));
        return this;
    }
}
