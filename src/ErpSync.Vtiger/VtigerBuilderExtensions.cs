using ErpSync;
using ErpSync.Http;
using ErpSync.Vtiger;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds connections to vtiger CRM.</summary>
public static class VtigerBuilderExtensions
{
    /// <summary>Adds a connection to one vtiger CRM (version 7 or later) over its <c>webservice.php</c>.</summary>
    /// <param name="builder">What <c>AddErpSync()</c> returned.</param>
    /// <param name="name">The connection's name, for example <c>crm</c>.</param>
    /// <param name="configure">Sets the options; they are validated when the connection is first used, and at start-up by hosts that validate on start.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is empty, malformed or taken.</exception>
    public static IErpSyncBuilder AddVtiger(this IErpSyncBuilder builder, string name, Action<VtigerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        builder.Services.AddTexts(typeof(VtigerConnector).Assembly);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IValidateOptions<VtigerOptions>>(new VtigerOptionsValidator(name));
        builder.Services.AddOptions<VtigerOptions>(name).Configure(configure).ValidateOnStart();
        builder.Services.AddErpSyncHttp(name, (provider, http) => Configure(http, Options(provider, name)));
        return builder.AddConnector(name, provider => VtigerConnector.Create(
            name,
            Options(provider, name),
            provider.GetRequiredKeyedService<ConnectionClient>(name),
            provider.GetRequiredService<TimeProvider>()));
    }

    private static VtigerOptions Options(IServiceProvider provider, string name) => provider.GetRequiredService<IOptionsMonitor<VtigerOptions>>().Get(name);

    private static void Configure(ConnectionHttpOptions http, VtigerOptions options)
    {
        http.BaseAddress = VtigerAddress.Root(options.BaseAddress!);
        http.AllowInsecureHttp = options.AllowInsecureHttp;
        http.AttemptTimeout = options.AttemptTimeout;
        http.MaxConcurrency = options.MaxConcurrency;
        http.RequestsPerSecond = options.RequestsPerSecond;
        http.Secrets.Add(options.AccessKey);
        http.ReadProblem = VtigerErrors.ReadProblem;
    }
}
