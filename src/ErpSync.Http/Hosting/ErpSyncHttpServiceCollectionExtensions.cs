using System.Net;
using ErpSync.Http;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the transport of a connection. Called by a connector package's own <c>AddX</c> method.</summary>
public static class ErpSyncHttpServiceCollectionExtensions
{
    /// <summary>Registers a <see cref="ConnectionClient"/> as a keyed singleton under the connection's name.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="connection">The connection's name, for example <c>shop</c>; the key of the client.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the underlying named <see cref="HttpClient"/>, for example to replace its handler in a test.</returns>
    /// <exception cref="ArgumentException">The name is null or blank.</exception>
    public static IHttpClientBuilder AddErpSyncHttp(this IServiceCollection services, string connection, Action<ConnectionHttpOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddErpSyncHttp(connection, (_, options) => configure(options));
    }

    /// <summary>The same, for options that are made from other services (the connector's own options, a key vault).</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="connection">The connection's name; the key of the client.</param>
    /// <param name="configure">Sets the options; runs when the client is first asked for.</param>
    /// <returns>The builder of the underlying named <see cref="HttpClient"/>.</returns>
    /// <exception cref="ArgumentException">The name is null or blank.</exception>
    public static IHttpClientBuilder AddErpSyncHttp(this IServiceCollection services, string connection, Action<IServiceProvider, ConnectionHttpOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(connection);
        ArgumentNullException.ThrowIfNull(configure);

        services.TryAddSingleton(TimeProvider.System);
        services.AddTexts(typeof(ConnectionClient).Assembly);
        services.AddSingleton<IValidateOptions<ConnectionHttpOptions>>(new ConnectionHttpOptionsValidator(connection));
        services.AddOptions<ConnectionHttpOptions>(connection)
            .Configure<IServiceProvider>((options, provider) => configure(provider, options))
            .ValidateOnStart();
        services.AddKeyedSingleton(connection, (provider, _) => Create(provider, connection));

        return services.AddHttpClient(ConnectionClient.HttpClientName(connection), client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(CreateHandler);
    }

    private static ConnectionClient Create(IServiceProvider provider, string connection) => new(
        connection,
        provider.GetRequiredService<IOptionsMonitor<ConnectionHttpOptions>>().Get(connection),
        provider.GetRequiredService<IHttpClientFactory>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILoggerFactory>()?.CreateLogger("ErpSync.Http") ?? NullLogger.Instance);

    // No redirects, no cookies; no propagator: the framework's own request activities (with addresses) stay off and no trace headers leave the house.
    private static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(15),
        ActivityHeadersPropagator = null,
    };
}
