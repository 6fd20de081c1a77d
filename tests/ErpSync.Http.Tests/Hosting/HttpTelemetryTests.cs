using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ErpSync.Http.Tests.Support;

namespace ErpSync.Http.Tests.Hosting;

public sealed class HttpTelemetryTests
{
    [Fact]
    public async Task Every_attempt_is_measured_without_its_address()
    {
        var measured = new ConcurrentQueue<Dictionary<string, object?>>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => { if (instrument.Name == "erpsync.http.requests") self.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => measured.Enqueue(new Dictionary<string, object?>(tags.ToArray(), StringComparer.Ordinal)));
        listener.Start();
        using var shop = new TestConnection();
        shop.System.Then(Reply.Status(507)).Then(Reply.Json("[]"));

        await shop.SendAsync(Call.Get("items-of-this-test?x=1") with { Purpose = RequestPurpose.Reference });

        measured.Should().Contain(tags => Equals(tags["http.response.status_code"], 507) && Equals(tags["erpsync.purpose"], "reference") && Equals(tags["error.type"], HttpProblemCodes.ServerError));
        measured.SelectMany(tags => tags.Values).Should().NotContain(value => $"{value}".Contains("items-of-this-test", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_attempt_is_logged_with_its_path_alone()
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Status(500)).Then(Reply.Json("[]"));

        await shop.SendAsync(Call.Get("items?filter=private"));

        shop.Log.Lines.Select(line => line.Id.Id).Should().Equal(2002, 2003, 2001);
        shop.Log.Lines.Should().NotContain(line => line.Text.Contains("private", StringComparison.Ordinal));
        shop.Log.Lines.Last().Text.Should().Contain("shop: GET items answered 200");
    }
}
