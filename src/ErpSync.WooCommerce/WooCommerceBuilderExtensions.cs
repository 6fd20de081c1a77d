using ErpSync;
using ErpSync.Http;
using ErpSync.WooCommerce;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds connections to WooCommerce.</summary>
public static class WooCommerceBuilderExtensions
{
    /// <summary>Adds a connection to one WooCommerce shop (version 8 or later) over its REST API v3.</summary>
    /// <param name="builder">What <c>AddErpSync()</c> returned.</param>
    /// <param name="name">The connection's name, for example <c>shop</c>.</param>
    /// <param name="configure">Sets the options; they are validated when the connection is first used, and at start-up by hosts that validate on start.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is empty, malformed or taken.</exception>
    public static IErpSyncBuilder AddWooCommerce(this IErpSyncBuilder builder, string name, Action<WooCommerceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddTexts(typeof(WooCommerceConnector).Assembly);
        builder.Services.AddSingleton<IValidateOptions<WooCommerceOptions>>(new WooCommerceOptionsValidator(name));
        builder.Services.AddOptions<WooCommerceOptions>(name).Configure(configure).ValidateOnStart();
        builder.Services.AddErpSyncHttp(name, (provider, http) => Configure(http, Options(provider, name), provider.GetRequiredService<TimeProvider>()));
        return builder.AddConnector(name, provider => WooCommerceConnector.Create(
            name,
            Options(provider, name),
            provider.GetRequiredKeyedService<ConnectionClient>(name),
            provider.GetRequiredService<TimeProvider>()));
    }

    private static WooCommerceOptions Options(IServiceProvider provider, string name) => provider.GetRequiredService<IOptionsMonitor<WooCommerceOptions>>().Get(name);

    private static void Configure(ConnectionHttpOptions http, WooCommerceOptions options, TimeProvider time)
    {
        http.BaseAddress = WooCommerceAddress.Root(options.BaseAddress!);
        http.AllowInsecureHttp = options.AllowInsecureHttp;
        http.AttemptTimeout = options.AttemptTimeout;
        http.MaxConcurrency = options.MaxConcurrency;
        http.RequestsPerSecond = options.RequestsPerSecond;
        foreach (var secret in new[] { options.ConsumerKey, options.ConsumerSecret, options.ApplicationPassword, options.WebhookSecret }.OfType<string>())
            http.Secrets.Add(secret);
        http.ReadProblem = WooErrors.ReadProblem;
        http.Authorize = new RequestSigner(options, time).AuthorizeAsync;
    }
}
