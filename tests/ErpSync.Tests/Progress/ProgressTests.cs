using ErpSync.Testing;

namespace ErpSync.Tests.Progress;

public sealed class ProgressTests
{
    [Fact]
    public async Task Rate_is_records_over_the_time_of_the_phase()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        for (var i = 0; i < 600; i++)
            world.Shop.Add(Product(i));
        world.Erp.BeforeCall = call =>
        {
            if (call == "product.create")
                world.Clock.Advance(TimeSpan.FromSeconds(1));
            return Task.CompletedTask;
        };
        var reports = new Reports();

        await world.Engine.RunAsync(TwoSystems.Main, reports);

        var working = reports.All.Where(report => report.Phase == SyncPhase.Working).ToList();
        working.Should().OnlyContain(report => report.Total == 600 && report.Kind == EntityKind.Product);
        working.Select(report => report.Done).Should().BeInAscendingOrder().And.EndWith(600);
        working[0].Rate.Should().BeNull("no time has passed");
        var last = working[^1];
        var calls = world.Erp.Calls.All.Count(call => call.Name == "product.create");
        last.Rate.Should().BeApproximately(600m / calls, 0.001m);
        last.Remaining.Should().Be(TimeSpan.Zero);
        working[1].Remaining.Should().BeCloseTo(TimeSpan.FromSeconds((double)(400 / working[1].Rate!.Value)), TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Run_behind_one_that_was_cut_off_counts_on()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        for (var i = 0; i < 600; i++)
            world.Shop.Add(Product(i));
        world.Erp.BeforeCall = call => call == "product.create" && world.Erp.All<Product>().Count >= 400 ? throw new SimulatedCrashException(call) : Task.CompletedTask;
        await FluentActions.Awaiting(() => world.RunAsync()).Should().ThrowAsync<SimulatedCrashException>();
        world.Erp.BeforeCall = null;
        var reports = new Reports();

        await world.Engine.RunAsync(TwoSystems.Main, reports);

        var working = reports.All.Where(report => report.Phase == SyncPhase.Working).ToList();
        working[0].Done.Should().Be(400);
        working.Should().OnlyContain(report => report.Total == 600);
        working[^1].Done.Should().Be(600);
        (await world.Store.GetTextAsync("main", "progress/product", CancellationToken.None)).Should().BeNull("the kind came to its end");
    }

    private static Product Product(int number) => new() { Reference = $"P{number}", Name = LocalizedText.Of("en", $"Mug {number}") };

    private sealed class Reports : IProgress<SyncProgress>
    {
        public List<SyncProgress> All { get; } = [];

        public void Report(SyncProgress value) => All.Add(value);
    }
}
