using ErpSync;
using ErpSync.Feeds;
using ErpSync.Notices;
using ErpSync.Telemetry;
using ErpSync.Texts;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds ErpSync to a host.</summary>
public static class ErpSyncServiceCollectionExtensions
{
    /// <summary>Adds the engine. Connector packages add connections, a store package adds the store, <see cref="AddPair"/> says what is kept in step.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Changes settings of the engine, for example how long the journal is kept; null for the defaults.</param>
    /// <returns>A builder; calling again returns one for the same engine.</returns>
    public static IErpSyncBuilder AddErpSync(this IServiceCollection services, Action<ErpSyncOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var registry = Register(services);
        configure?.Invoke(registry.Options);
        return new ErpSyncBuilder(services, registry);
    }

    private static ErpSyncRegistry Register(IServiceCollection services)
    {
        if (services.FirstOrDefault(service => service.ServiceType == typeof(ErpSyncRegistry))?.ImplementationInstance is ErpSyncRegistry known)
            return known;
        var registry = new ErpSyncRegistry();
        services.AddSingleton(registry);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ISyncStore, InMemoryStore>();
        services.AddSingleton(SyncTexts.Own);
        services.TryAddSingleton(provider => new SyncTexts(registry.Options.Texts, provider.GetServices<ITextSource>()));
        services.TryAddSingleton<ISyncTexts>(provider => provider.GetRequiredService<SyncTexts>());
        services.AddSingleton<ISyncNotifier>(provider => new LogNotifier(Logger(provider)));
        services.TryAddSingleton(provider => new EngineMeter(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new NoticeBoard(
            registry.Options.Notices,
            provider.GetRequiredService<SyncTexts>(),
            provider.GetRequiredService<ISyncStore>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetServices<ISyncNotifier>(),
            Logger(provider)));
        services.TryAddSingleton(provider => new NoticeWatch(provider.GetRequiredService<NoticeBoard>(), registry.Options.Notices, provider.GetRequiredService<ISyncStore>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new EngineParts(provider.GetRequiredService<SyncTexts>(), provider.GetRequiredService<EngineMeter>(), provider.GetRequiredService<NoticeWatch>()));
        services.TryAddSingleton(provider => new EngineSetup(
            registry,
            provider.GetRequiredService<ISyncStore>(),
            name => provider.GetRequiredKeyedService<Connector>(name),
            provider.GetRequiredService<TimeProvider>(),
            Logger(provider),
            provider.GetRequiredService<EngineParts>()));
        services.TryAddSingleton<ISyncEngine>(provider => new SyncEngine(
            registry, provider.GetRequiredService<EngineSetup>(), provider.GetRequiredService<ISyncStore>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ISyncControl>(provider => new SyncControl(
            provider.GetRequiredService<EngineSetup>(), provider.GetRequiredService<ISyncStore>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ISyncLinks>(provider => new SyncLinks(
            provider.GetRequiredService<EngineSetup>(), provider.GetRequiredService<ISyncStore>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ISyncPlans>(provider => new SyncPlans(provider.GetRequiredService<EngineSetup>(), provider.GetRequiredService<ISyncStore>()));
        services.TryAddSingleton<ISyncHistory>(provider => new SyncHistory(
            provider.GetRequiredService<EngineSetup>(), provider.GetRequiredService<ISyncStore>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ISyncDocuments>(provider => new SyncDocuments(provider.GetRequiredService<EngineSetup>(), provider.GetRequiredService<ISyncStore>()));
        services.TryAddSingleton<ISyncSignals>(provider => new SyncSignals(
            provider.GetRequiredService<EngineSetup>(), provider.GetRequiredService<ISyncEngine>(), provider.GetRequiredService<ISyncStore>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ISyncFeeds>(provider => new SyncFeeds(
            registry,
            provider.GetRequiredService<EngineSetup>(),
            provider.GetRequiredService<ISyncStore>(),
            provider.GetRequiredService<ISyncSignals>(),
            new FeedRunner(provider.GetRequiredService<ISyncEngine>(), provider.GetRequiredService<ISyncControl>(), provider.GetRequiredService<ISyncStore>(), provider.GetRequiredService<TimeProvider>())));
        return registry;
    }

    private static ILogger Logger(IServiceProvider provider) => provider.GetService<ILoggerFactory>()?.CreateLogger("ErpSync") ?? NullLogger.Instance;

    /// <summary>
    /// Decorates or changes a connector once it is made, whether the connection was added before or is added later. Called again, it adds to what was added before. A connection's
    /// options are changed by the options system: they are named after the connection, for example <c>builder.Services.Configure&lt;DolibarrOptions&gt;("erp", o =&gt; …)</c>.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connection">The connection's name; one that is never added is refused when the engine is first used.</param>
    /// <param name="adjust">Given the host's services and the connector, returns the connector to use, perhaps the same with capabilities replaced (<see cref="Connector.With{TCapability}"/>). The name must stay.</param>
    /// <returns>The builder.</returns>
    public static IErpSyncBuilder ConfigureConnector(this IErpSyncBuilder builder, string connection, Func<IServiceProvider, Connector, Connector> adjust)
    {
        ArgumentException.ThrowIfNullOrEmpty(connection);
        ArgumentNullException.ThrowIfNull(adjust);
        if (builder is not ErpSyncBuilder own)
            throw new ArgumentException("Use the builder that AddErpSync() returned.", nameof(builder));
        own.Registry.Adjustments.Add((connection, adjust));
        return builder;
    }

    /// <summary>Adds a pair: two connections that are kept in step.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The pair's name, unique in the host; it is stored, so a renamed pair begins anew.</param>
    /// <param name="first">The name of one connection.</param>
    /// <param name="second">The name of the other.</param>
    /// <param name="configure">Says which kinds are kept in step and by which policies.</param>
    /// <returns>The builder.</returns>
    public static IErpSyncBuilder AddPair(this IErpSyncBuilder builder, string name, string first, string second, Action<PairBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(first);
        ArgumentException.ThrowIfNullOrEmpty(second);
        if (builder is not ErpSyncBuilder own)
            throw new ArgumentException("Use the builder that AddErpSync() returned.", nameof(builder));
        var pair = new PairBuilder(name, first, second);
        configure(pair);
        own.Registry.Pairs.Add(pair);
        return builder;
    }

    /// <summary>Adds feeds to a pair: which kinds run when, in which direction, and what must come first. The hosting package runs them; <see cref="ISyncFeeds"/> does by hand.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="pair">The pair's name.</param>
    /// <param name="configure">Adds the feeds; called again for the same pair it adds more.</param>
    /// <returns>The builder.</returns>
    public static IErpSyncBuilder AddFeeds(this IErpSyncBuilder builder, string pair, Action<FeedSetBuilder> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(pair);
        ArgumentNullException.ThrowIfNull(configure);
        if (builder is not ErpSyncBuilder own)
            throw new ArgumentException("Use the builder that AddErpSync() returned.", nameof(builder));
        var feeds = new FeedSetBuilder();
        configure(feeds);
        own.Registry.Feeds.Add((pair, feeds));
        return builder;
    }
}
