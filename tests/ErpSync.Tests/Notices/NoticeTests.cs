using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Tests.Notices;

public sealed class NoticeTests
{
    private static readonly Product Mug = new() { Reference = "A", Name = LocalizedText.Of("en", "Mug") };

    [Fact]
    public async Task Record_parked_for_too_long_is_told_once_and_again_after_the_repeat_time()
    {
        var told = new Told();
        using var world = World(told, o => (o.Notices.ParkedLongerThan, o.Notices.RepeatAfter) = (TimeSpan.FromHours(2), TimeSpan.FromHours(12)));
        world.Shop.Add(Mug);
        world.Erp.Faults.Add(InMemoryFaultKind.Rejected, "product.create", times: int.MaxValue);
        await world.RunAsync();
        told.Codes.Should().BeEmpty();

        world.Clock.Advance(TimeSpan.FromHours(3));
        await world.RunAsync();
        await world.RunAsync();
        var notice = told.All.Should().ContainSingle().Which;
        (notice.Code, notice.Kind, notice.Count, notice.Pair).Should().Be((NoticeCodes.ParkedLong, EntityKind.Product, 1L, "main"));
        notice.Message.Should().Contain("1 product").And.Contain("2 hours");

        using var again = new TwoSystems(restarted: world, options: Options(world), configure: services => services.AddSingleton<ISyncNotifier>(told));
        await again.RunAsync();
        told.All.Should().HaveCount(1, "what was told is remembered over a restart");
        world.Clock.Advance(TimeSpan.FromHours(13));
        await again.RunAsync();
        told.All.Should().HaveCount(2);
    }

    [Fact]
    public async Task Another_record_that_joins_them_is_told_at_once()
    {
        var told = new Told();
        using var world = World(told, o => o.Notices.ParkedLongerThan = TimeSpan.FromHours(2));
        world.Shop.Add(Mug);
        world.Erp.Faults.Add(InMemoryFaultKind.Rejected, "product.create", times: int.MaxValue);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromHours(1));
        world.Shop.Add(Mug with { Reference = "B" });
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromHours(1.5));
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.RunAsync();

        told.All.Select(notice => notice.Count).Should().Equal(1, 2);
    }

    [Fact]
    public async Task Refused_key_is_told_once_and_again_when_it_comes_back()
    {
        var told = new Told();
        using var world = World(told);
        var refuse = true;
        world.Erp.BeforeCall = _ => refuse ? throw new ConnectorException(new SyncProblem(ProblemKind.Unauthorized, "test.key", "no") { Connection = "erp" }) : Task.CompletedTask;
        await FluentActions.Awaiting(() => world.RunAsync()).Should().ThrowAsync<ConnectorException>();
        await FluentActions.Awaiting(() => world.RunAsync()).Should().ThrowAsync<ConnectorException>();
        told.Codes.Should().Equal(NoticeCodes.KeyRefused);
        told.All[0].Connection.Should().Be("erp");

        refuse = false;
        await world.RunAsync();
        refuse = true;
        await FluentActions.Awaiting(() => world.RunAsync()).Should().ThrowAsync<ConnectorException>();
        told.Codes.Should().Equal(NoticeCodes.KeyRefused, NoticeCodes.KeyRefused);
    }

    [Fact]
    public async Task Conflict_that_stays_open_is_told()
    {
        var told = new Told();
        using var world = World(told, o => o.Notices.ConflictOpenLongerThan = TimeSpan.FromDays(2));
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "1" });
        world.Erp.Edit<Product>(world.Erp.All<Product>().Single().Id, x => x with { Barcode = "2" });
        await world.RunAsync();
        told.Codes.Should().BeEmpty();
        world.Clock.Advance(TimeSpan.FromDays(2.1));

        await world.RunAsync();

        told.Codes.Should().Equal(NoticeCodes.ConflictLong);
    }

    [Fact]
    public async Task Pair_that_does_not_run_is_noticed_by_a_look()
    {
        var told = new Told();
        using var world = World(told);
        await world.RunAsync();
        await world.Control.CheckNoticesAsync("main");
        told.Codes.Should().BeEmpty();
        world.Clock.Advance(TimeSpan.FromHours(25));
        var requests = world.Requests;

        await world.Control.CheckNoticesAsync("main");
        await world.Control.CheckNoticesAsync("main");

        told.Codes.Should().Equal(NoticeCodes.FeedSilent);
        world.Requests.Should().Be(requests);
    }

    [Fact]
    public async Task Run_that_loses_its_lease_is_told()
    {
        var told = new Told();
        using var world = World(told);
        world.Shop.Add(Mug);
        world.Erp.BeforeCall = async call =>
        {
            if (call != "product.create")
                return;
            world.Clock.Advance(TimeSpan.FromHours(1));
            (await world.Store.TryTakeLeaseAsync("pair/main", "another", world.Clock.GetUtcNow(), TimeSpan.FromMinutes(5), CancellationToken.None)).Should().NotBeNull();
        };

        await FluentActions.Awaiting(() => world.RunAsync()).Should().ThrowAsync<StoreException>();

        told.Codes.Should().Contain(NoticeCodes.LeaseLost);
    }

    [Fact]
    public async Task Notifier_that_fails_stops_neither_the_run_nor_the_others()
    {
        var told = new Told();
        using var world = new TwoSystems(
            options: o => o.Notices.ParkedLongerThan = TimeSpan.FromMinutes(1),
            configure: services => services.AddSingleton<ISyncNotifier>(new Failing()).AddSingleton<ISyncNotifier>(told));
        world.Shop.Add(Mug);
        world.Erp.Faults.Add(InMemoryFaultKind.Rejected, "product.create", times: int.MaxValue);
        await world.RunAsync();

        var report = await world.RunAsync();
        report = await world.RunAsync();

        report.IsComplete.Should().BeTrue();
        told.Codes.Should().Equal(NoticeCodes.ParkedLong);
    }

    private static Action<ErpSyncOptions> Options(TwoSystems world) => o =>
    {
        var known = world.Service<ErpSyncRegistry>().Options.Notices;
        (o.Notices.ParkedLongerThan, o.Notices.RepeatAfter) = (known.ParkedLongerThan, known.RepeatAfter);
    };

    private static TwoSystems World(Told told, Action<ErpSyncOptions>? options = null) =>
        new(options: options, configure: services => services.AddSingleton<ISyncNotifier>(told));

    private sealed class Told : ISyncNotifier
    {
        public List<SyncNotice> All { get; } = [];

        public IEnumerable<string> Codes => All.Select(notice => notice.Code);

        public Task NotifyAsync(SyncNotice notice, CancellationToken cancellationToken)
        {
            All.Add(notice);
            return Task.CompletedTask;
        }
    }

    private sealed class Failing : ISyncNotifier
    {
        public Task NotifyAsync(SyncNotice notice, CancellationToken cancellationToken) => throw new InvalidOperationException("The mail server is gone.");
    }
}
