using ErpSync;
using ErpSync.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Runs the feeds of ErpSync inside a host.</summary>
public static class FeedHostingExtensions
{
    /// <summary>Runs all feeds that <c>AddFeeds</c> added, as long as the host runs. Starting the host fails with <see cref="ErpSyncConfigurationException"/> when something is not configured correctly.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Changes settings; null for the defaults.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A setting cannot work.</exception>
    public static IServiceCollection AddErpSyncFeeds(this IServiceCollection services, Action<FeedHostOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = new FeedHostOptions();
        configure?.Invoke(options);
        Check(options.LongestSleep, nameof(FeedHostOptions.LongestSleep));
        Check(options.PauseAfterFailure, nameof(FeedHostOptions.PauseAfterFailure));
        services.AddErpSync();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, FeedHost>(provider => new FeedHost(
            provider.GetRequiredService<ISyncFeeds>(),
            provider.GetRequiredService<ISyncSignals>(),
            provider.GetRequiredService<ISyncControl>(),
            options,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILoggerFactory>()?.CreateLogger("ErpSync.Feeds") ?? NullLogger.Instance)));
        return services;
    }

    /// <summary>Lets a feed run by a cron expression, for example <c>0 0 3 * * ?</c> for three o'clock each night.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="expression">Six or seven fields: second, minute, hour, day of month, month, day of week, and perhaps year.</param>
    /// <param name="zone">The time zone of the expression; null for UTC. A time that the clocks leave out in spring is passed over.</param>
    /// <returns>The feed.</returns>
    /// <exception cref="ArgumentException">The expression is none.</exception>
    public static FeedBuilder Cron(this FeedBuilder feed, string expression, TimeZoneInfo? zone = null)
    {
        ArgumentNullException.ThrowIfNull(feed);
        return feed.On(new CronSchedule(expression, zone ?? TimeZoneInfo.Utc));
    }

    private static void Check(TimeSpan value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromSeconds(1), name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromHours(1), name);
    }
}
