using System.Net;
using ErpSync.Http.Tests.Support;

namespace ErpSync.Http.Tests.Sending;

public sealed class TimeoutTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Each_attempt_of_a_read_has_its_own_time()
    {
        using var shop = new TestConnection(options => (options.AttemptTimeout, options.Retries) = (TimeSpan.FromSeconds(100), 1));
        shop.System.ThenHangs();

        var problem = await FailAsync(shop, Call.Get("items"));

        problem.Kind.Should().Be(ProblemKind.Unavailable);
        problem.Code.Should().Be(HttpProblemCodes.TimedOut);
        problem.Message.Should().Contain("100 s");
        shop.Client.Meter.Requests.Data.Should().Be(2);
    }

    [Fact]
    public async Task A_post_that_got_no_answer_has_an_unknown_fate_and_is_not_sent_again()
    {
        using var shop = new TestConnection();
        shop.System.ThenHangs();

        var problem = await FailAsync(shop, Call.Post("orders"));

        problem.Kind.Should().Be(ProblemKind.OutcomeUnknown);
        shop.Client.Meter.Requests.Data.Should().Be(1);
    }

    [Fact]
    public async Task A_call_may_bring_its_own_time()
    {
        using var shop = new TestConnection();
        shop.System.ThenHangs();
        var start = shop.Time.GetUtcNow();

        await FailAsync(shop, Call.Post("orders") with { Timeout = TimeSpan.FromSeconds(7) });

        (shop.Time.GetUtcNow() - start).Should().Be(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task A_body_that_stops_coming_is_given_up()
    {
        using var shop = new TestConnection(options => options.Retries = 0);
        shop.System.Then(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new ChunkedStream([new byte[8192]], hangsOn: shop.Time)) });

        var problem = await FailAsync(shop, Call.Get("file") with { Expects = ExpectedBody.File });

        problem.Code.Should().Be(HttpProblemCodes.TimedOut);
        problem.Message.Should().Contain("stopped coming");
    }

    [Fact]
    public async Task A_consumer_that_takes_long_between_reads_loses_nothing()
    {
        using var shop = new TestConnection();
        var chunks = Enumerable.Range(0, 5).Select(_ => new byte[5000]);
        shop.System.Then(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new ChunkedStream(chunks)) });

        using var answer = await shop.Client.SendAsync(Call.Get("file") with { Expects = ExpectedBody.File }, CancellationToken.None);
        var total = 0;
        var buffer = new byte[4096];
        for (int read; (read = await answer.ReadAsync(buffer, CancellationToken.None)) > 0; total += read)
            shop.Time.Advance(TimeSpan.FromHours(1));

        total.Should().Be(25_000);
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled_and_not_repeated()
    {
        using var shop = new TestConnection();
        using var stop = new CancellationTokenSource();
        shop.System.Then(async (_, token) =>
        {
            await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
            return Reply.Json("[]")();
        });

        var act = () => shop.Client.SendAsync(Call.Get("items"), stop.Token);

        await act.Should().ThrowAsync<OperationCanceledException>();
        shop.System.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_cancelled_body_is_cancelled()
    {
        using var shop = new TestConnection();
        using var stop = new CancellationTokenSource();
        shop.System.Then(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new ChunkedStream([new byte[8192]], hangsOn: shop.Time)) });
        using var answer = await shop.Client.SendAsync(Call.Get("file") with { Expects = ExpectedBody.File }, CancellationToken.None);

        var reading = answer.ReadBytesAsync(stop.Token);
        await stop.CancelAsync();

        await FluentActions.Awaiting(() => reading).Should().ThrowAsync<OperationCanceledException>();
    }

    private static async Task<SyncProblem> FailAsync(TestConnection shop, Call call)
    {
        var act = () => shop.Time.DriveAsync(shop.Client.SendAsync(call, TestConnection.ReadTextAsync, CancellationToken.None), Long);
        return (await act.Should().ThrowAsync<ConnectorException>()).Which.Problem;
    }
}
