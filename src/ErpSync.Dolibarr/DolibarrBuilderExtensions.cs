using ErpSync;
using ErpSync.Dolibarr;
using ErpSync.Http;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds connections to Dolibarr.</summary>
public static class DolibarrBuilderExtensions
{
    /// <summary>Adds a connection to one Dolibarr (version 17 or later) over its REST API.</summary>
    /// <param name="builder">What <c>AddErpSync()</c> returned.</param>
    /// <param name="name">The connection's name, for example <c>erp</c>.</param>
    /// <param name="configure">Sets the options; they are validated when the connection is first used, and at start-up by hosts that validate on start.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is empty, malformed or taken.</exception>
    public static IErpSyncBuilder AddDolibarr(this IErpSyncBuilder builder, string name, Action<DolibarrOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddTexts(typeof(DolibarrConnector).Assembly);
        builder.Services.AddSingleton<IValidateOptions<DolibarrOptions>>(new DolibarrOptionsValidator(name));
        builder.Services.AddOptions<DolibarrOptions>(name).Configure(configure).ValidateOnStart();
        builder.Services.AddErpSyncHttp(name, (provider, http) => Configure(http, Options(provider, name)));
        return builder.AddConnector(name, provider => DolibarrConnector.Create(
            name,
            Options(provider, name),
            provider.GetRequiredKeyedService<ConnectionClient>(name),
            provider.GetRequiredService<TimeProvider>()));
    }

    private static DolibarrOptions Options(IServiceProvider provider, string name) => provider.GetRequiredService<IOptionsMonitor<DolibarrOptions>>().Get(name);

    private static void Configure(ConnectionHttpOptions http, DolibarrOptions options)
    {
        http.BaseAddress = DolibarrAddress.Api(options.BaseAddress!);
        http.AllowInsecureHttp = options.AllowInsecureHttp;
        http.AttemptTimeout = options.AttemptTimeout;
        http.MaxConcurrency = options.MaxConcurrency;
        http.RequestsPerSecond = options.RequestsPerSecond;
        http.Secrets.Add(options.ApiKey);
        if (options.WebhookSecret is { Length: > 0 } secret)
            http.Secrets.Add(secret);
        http.ReadProblem = DolibarrClient.ReadProblem;
        http.Authorize = (message, _) =>
        {
            message.Headers.TryAddWithoutValidation("DOLAPIKEY", options.ApiKey);
            if (options.Entity is { } entity)
                message.Headers.TryAddWithoutValidation("DOLAPIENTITY", entity.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return ValueTask.CompletedTask;
        };
    }
}
