using System.Diagnostics;
using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ErpSync.Tests.Telemetry;

public sealed class TelemetryTests
{
    private static readonly Product Mug = new() { Reference = "A", Name = LocalizedText.Of("en", "Mug") };

    [Fact]
    public async Task Run_leaves_spans_for_kinds_reads_and_write_batches()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        using var seen = new CapturedTelemetry(world);
        world.Shop.Add(Mug);

        await world.RunAsync();

        seen.Spans.Select(span => span.OperationName).Should().Equal("erpsync.read", "erpsync.read", "erpsync.write", "erpsync.kind", "erpsync.run");
        var run = seen.Spans.Last();
        var kind = seen.Spans.Single(span => span.OperationName == "erpsync.kind");
        kind.ParentSpanId.Should().Be(run.SpanId);
        seen.Spans.Where(span => span.OperationName is "erpsync.read" or "erpsync.write").Should().OnlyContain(span => span.ParentSpanId == kind.SpanId && span.Kind == ActivityKind.Client);
        run.GetTagItem(ErpSyncTelemetry.PairTag).Should().Be("main");
        run.GetTagItem(ErpSyncTelemetry.OutcomeTag).Should().Be("complete");
        var write = seen.Spans.Single(span => span.OperationName == "erpsync.write");
        (write.GetTagItem(ErpSyncTelemetry.ConnectionTag), write.GetTagItem(ErpSyncTelemetry.KindTag)).Should().Be(("erp", "product"));
    }

    [Fact]
    public async Task Failed_write_and_failed_kind_are_errors_with_their_codes()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        using var seen = new CapturedTelemetry(world);
        world.Shop.Add(Mug);
        world.Erp.Faults.Add(InMemoryFaultKind.Rejected, "product.create");
        await world.RunAsync();
        var write = seen.Spans.Single(span => span.OperationName == "erpsync.write");
        write.Status.Should().Be(ActivityStatusCode.Error);
        write.GetTagItem("error.type").Should().Be("in-memory.rejected");

        world.Shop.Faults.Add(InMemoryFaultKind.Unavailable, "product.changed");
        (await world.RunAsync()).IsComplete.Should().BeFalse();
        seen.Spans.Last(span => span.OperationName == "erpsync.kind").GetTagItem("error.type").Should().Be("in-memory.unavailable");
        seen.Spans.Last().GetTagItem(ErpSyncTelemetry.OutcomeTag).Should().Be("partial");
    }

    [Fact]
    public async Task Measurements_count_runs_records_requests_parked_conflicts_and_lag()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        using var seen = new CapturedTelemetry(world);
        var shop = world.Shop.Add(Mug);
        world.Shop.Add(Mug with { Reference = "B" });
        world.Erp.Faults.Add(new InMemoryFault(InMemoryFaultKind.Rejected, "product.create") { Where = record => ((Product)record).Reference == "B" });
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "1" });
        world.Erp.Edit<Product>(world.Erp.All<Product>().Single().Id, x => x with { Barcode = "2" });
        await world.RunAsync();

        seen.Sum(ErpSyncTelemetry.Runs, "erpsync.outcome=complete").Should().Be(2);
        seen.Sum(ErpSyncTelemetry.Records, "erpsync.kind=product erpsync.outcome=created").Should().Be(1);
        seen.Sum(ErpSyncTelemetry.Records, "erpsync.outcome=failed").Should().Be(1);
        seen.Sum(ErpSyncTelemetry.Requests, "erpsync.connection=shop").Should().Be(TwoSystems.RequestsOf(world.Shop));
        seen.Sum(ErpSyncTelemetry.Requests, "erpsync.connection=erp").Should().Be(TwoSystems.RequestsOf(world.Erp));
        world.Clock.Advance(TimeSpan.FromSeconds(90));
        seen.Look();
        seen.Sum(ErpSyncTelemetry.Lag, "erpsync.pair=main").Should().Be(90);
        seen.Sum(ErpSyncTelemetry.Parked, "erpsync.kind=product").Should().Be(1);
        seen.Sum(ErpSyncTelemetry.ConflictsOpen, "erpsync.kind=product").Should().Be(1);
    }

    [Fact]
    public async Task Dirty_world_leaks_no_secret_and_no_personal_data()
    {
        const string email = "ada.lovelace@example.org", name = "Ada Lovelace", key = "K3Y-5ecret-9988", url = "https://shop.example/api?ws_key=K3Y-5ecret-9988";
        var log = new CapturedLog();
        var exceptions = new List<string>();
        using var world = new TwoSystems(p => p.Sync<Product>(), options: o => (o.Parking.MaxAttempts, o.Notices.ParkedLongerThan) = (2, TimeSpan.FromMinutes(1)), configure: services => services.AddSingleton<ILoggerFactory>(log));
        using var seen = new CapturedTelemetry(world);
        for (var i = 0; i < 20; i++)
            world.Shop.Add(Mug with { Reference = $"{email}-{i}", Name = LocalizedText.Of("en", $"{name} {i}"), Barcode = key });
        world.Shop.Add(Mug with { Reference = "same " + name });
        world.Shop.Add(Mug with { Reference = "same " + name });
        var dirty = new SyncProblem(ProblemKind.Unavailable, "test.dirty", $"GET {url} of {name} <{email}> failed") { Connection = "erp", Raw = $"{{\"api_key\":\"{key}\",\"email\":\"{email}\"}} Authorization: Basic {key}{key} {url}" };
        world.Erp.Faults.Add(InMemoryFaultKind.Rejected, "product.create", times: 3);
        var failing = 0;
        world.Erp.BeforeCall = call => call == "product.create" && failing++ % 3 == 0 ? throw new ConnectorException(dirty) : Task.CompletedTask;
        for (var run = 0; run < 6; run++)
        {
            world.Clock.Advance(TimeSpan.FromHours(3));
            if (run == 3)
                world.Shop.Faults.Add(InMemoryFaultKind.BadRecord, "product", times: 2);
            if (run == 4)
                world.Erp.BeforeCall = call => call == "connection.open" ? throw new ConnectorException(dirty with { Kind = ProblemKind.Unauthorized }) : Task.CompletedTask;
            try
            {
                await world.RunAsync();
            }
            catch (ConnectorException thrown)
            {
                exceptions.Add((await world.Store.ReadRunsAsync("main", 1, CancellationToken.None))[0].Error ?? "");
                thrown.Problem.Code.Should().Be("test.dirty");
            }
        }

        seen.Look();
        log.Lines.Should().NotBeEmpty().And.OnlyContain(line => line.Id.Id >= 1001 && line.Id.Id < 2000);
        log.Lines.Select(line => line.Id.Id).Distinct().Should().Contain([1001, 1002, 1004, 1006, 1007, 1008, 1009, 1012, 1013]);
        var said = log.Lines.Select(line => line.Text)
            .Concat(seen.Spans.SelectMany(span => span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Append(span.DisplayName).Append(span.StatusDescription ?? "").Concat(span.Events.SelectMany(entry => entry.Tags.Select(tag => $"{tag.Value}")))))
            .Concat(seen.Measured.Select(item => item.Tags))
            .ToList();
        foreach (var secret in new[] { email, "lovelace", name, key, "shop.example" })
            said.Should().NotContain(text => text.Contains(secret, StringComparison.OrdinalIgnoreCase), "'{0}' must not be told", secret);
        exceptions.Should().NotBeEmpty().And.NotContain(text => text.Contains(key, StringComparison.Ordinal), "the history of runs keeps no key");
        await foreach (var parked in world.Store.ReadParkedAsync("main", null, CancellationToken.None))
            $"{parked.Problem.Message} {parked.Problem.Raw}".Should().NotContain(key);
    }
}
