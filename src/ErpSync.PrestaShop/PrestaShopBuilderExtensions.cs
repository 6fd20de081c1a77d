using System.Net.Http.Headers;
using System.Text;
using ErpSync;
using ErpSync.Http;
using ErpSync.PrestaShop;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds PrestaShop connections.</summary>
public static class PrestaShopBuilderExtensions
{
    /// <summary>Adds a connection to a PrestaShop shop (1.7 and later) through its webservice.</summary>
    /// <param name="builder">What <c>AddErpSync()</c> returned.</param>
    /// <param name="name">The connection's name, unique in the host, for example <c>shop</c>.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is empty, malformed or taken.</exception>
    public static IErpSyncBuilder AddPrestaShop(this IErpSyncBuilder builder, string name, Action<PrestaShopOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configure);

        builder.Services.AddTexts(typeof(PrestaShopConnector).Assembly);
        builder.Services.AddSingleton<IValidateOptions<PrestaShopOptions>>(new PrestaShopOptionsValidator(name));
        builder.Services.AddOptions<PrestaShopOptions>(name).Configure(configure).ValidateOnStart();
        builder.Services.AddErpSyncHttp(name, (provider, http) => Apply(Options(provider, name), http));
        return builder.AddConnector(name, provider => PrestaShopConnector.Create(
            provider.GetRequiredKeyedService<ConnectionClient>(name),
            Options(provider, name)));
    }

    private static PrestaShopOptions Options(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<PrestaShopOptions>>().Get(name);

    private static void Apply(PrestaShopOptions options, ConnectionHttpOptions http)
    {
        http.BaseAddress = PrestaShopAddress.ShopRoot(options.BaseAddress);
        http.AllowInsecureHttp = options.AllowInsecureHttp;
        http.AttemptTimeout = options.Timeout;
        http.MaxConcurrency = options.MaxConcurrency;
        http.RequestsPerSecond = options.RequestsPerSecond;
        http.Retries = options.Retries;
        http.RetryDelay = options.RetryDelay;
        http.Secrets.Add(options.ApiKey);
        http.ReadProblem = PrestaShopProblems.From;
        if (options.KeyInQuery)
            return;
        var header = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(options.ApiKey + ":")));
        http.Authorize = (message, _) =>
        {
            // The probe tries the key in the address; it must not travel twice.
            if (message.RequestUri?.Query.Contains(PrestaShopAddress.KeyParameter, StringComparison.Ordinal) != true)
                message.Headers.Authorization = header;
            return ValueTask.CompletedTask;
        };
    }
}
