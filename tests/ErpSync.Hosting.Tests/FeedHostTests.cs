using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ErpSync.Hosting.Tests;

public sealed class FeedHostTests : IAsyncDisposable
{
    private readonly ManualTime _clock = new();
    private readonly InMemorySystem _shop;
    private readonly InMemorySystem _erp;
    private ServiceProvider? _services;

    public FeedHostTests()
    {
        _shop = new InMemorySystem("shop", _clock);
        _erp = new InMemorySystem("erp", _clock);
        foreach (var system in new[] { _shop, _erp })
            system.Kind(CatalogShapes.Product);
    }

    [Fact]
    public async Task Feeds_run_again_when_their_interval_is_over()
    {
        var host = Start(feeds => feeds.Add("products", f => f.Kinds(EntityKind.Product).Every(TimeSpan.FromMinutes(5))));
        await host.StartAsync(default);
        await RunsAsync("products", 1);

        await AdvanceUntilAsync(() => RunCountAsync("products", 2), TimeSpan.FromMinutes(1));

        (await Feeds.ReadRunsAsync("main", "products")).Should().OnlyContain(run => run.Outcome == FeedOutcome.Completed);
        await host.StopAsync(default);
    }

    [Fact]
    public async Task Signal_wakes_the_host_before_the_interval_is_over()
    {
        var host = Start(feeds => feeds.Add("products", f => f.Kinds(EntityKind.Product).Every(TimeSpan.FromHours(1))));
        await host.StartAsync(default);
        await RunsAsync("products", 1);
        var id = _shop.Add(new Product { Reference = "P1", Name = LocalizedText.Of("en", "Mug") });

        await _services!.GetRequiredService<ISyncSignals>().SignalAsync("main", EntityKind.Product, id, SignalEvent.Created, "shop");

        await UntilAsync(() => Task.FromResult(_erp.All<Product>().Count == 1));
        await host.StopAsync(default);
    }

    [Fact]
    public async Task Nightly_feed_does_not_begin_at_noon_because_it_is_new()
    {
        var host = Start(feeds => feeds.Add("check", f => f.Kinds(EntityKind.Product).Cron("0 0 3 * * ?")));
        await host.StartAsync(default);
        await UntilAsync(() => Task.FromResult(_clock.PendingTimers > 0));
        (await Feeds.ReadRunsAsync("main", "check")).Should().BeEmpty();
        (await Feeds.NextDueAsync("main")).Should().Be(new DateTimeOffset(_clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).AddDays(1).AddHours(3));

        await AdvanceUntilAsync(() => RunCountAsync("check", 1), TimeSpan.FromMinutes(30));

        _clock.GetUtcNow().TimeOfDay.Should().BeGreaterThanOrEqualTo(TimeSpan.FromHours(3)).And.BeLessThan(TimeSpan.FromHours(4));
        await host.StopAsync(default);
    }

    [Fact]
    public async Task Mistake_in_the_configuration_stops_the_start_and_names_all_of_them()
    {
        var host = Start(feeds => feeds
            .Add("a", f => f.Kinds(EntityKind.Order).After("b"))
            .Add("c", f => f.Into("crm").Once().Every(TimeSpan.FromHours(1))));

        var start = () => host.StartAsync(default);

        (await start.Should().ThrowAsync<ErpSyncConfigurationException>()).Which.Message.Should()
            .Contain("Feed 'a' of pair 'main' carries order, which the pair does not sync")
            .And.Contain("comes after 'b', which does not exist")
            .And.Contain("Feed 'c' of pair 'main' writes to 'crm'")
            .And.Contain("runs once and can have no schedule");
    }

    [Fact]
    public void Cron_expression_that_is_none_is_named()
    {
        var add = () => Start(feeds => feeds.Add("a", f => f.Cron("every night")));

        add.Should().Throw<ArgumentException>().WithMessage("'every night' is not a cron expression*");
    }

    [Fact]
    public async Task Pair_that_the_host_is_to_run_and_has_no_feeds_is_named()
    {
        var host = Start(feeds => feeds.Add("products", f => f.Every(TimeSpan.FromHours(1))), options => options.Pairs.Add("other"));

        (await FluentActions.Awaiting(() => host.StartAsync(default)).Should().ThrowAsync<ErpSyncConfigurationException>())
            .WithMessage("The feed host is to run the pair 'other', which has no feeds. Pairs with feeds: main.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
    }

    private ISyncFeeds Feeds => _services!.GetRequiredService<ISyncFeeds>();

    private IHostedService Start(Action<FeedSetBuilder> feeds, Action<FeedHostOptions>? options = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddErpSync()
            .AddConnector("shop", _ => _shop.Connector)
            .AddConnector("erp", _ => _erp.Connector)
            .AddPair("main", "shop", "erp", pair => pair.Sync<Product>())
            .AddFeeds("main", feeds);
        services.AddErpSyncFeeds(options);
        _services = services.BuildServiceProvider();
        return _services.GetRequiredService<IHostedService>();
    }

    private Task RunsAsync(string feed, int count) => UntilAsync(() => RunCountAsync(feed, count));

    private async Task<bool> RunCountAsync(string feed, int count) =>
        (await Feeds.ReadRunsAsync("main", feed)).Count(run => run.Outcome != FeedOutcome.Running) >= count && _clock.PendingTimers > 0;

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!await isSo())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private async Task AdvanceUntilAsync(Func<Task<bool>> isSo, TimeSpan step)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!await isSo())
        {
            limit.Token.ThrowIfCancellationRequested();
            await UntilAsync(() => Task.FromResult(_clock.PendingTimers > 0));
            _clock.Advance(step);
            await Task.Yield();
        }
    }
}
