using ErpSync.Http.Tests.Support;

namespace ErpSync.Http.Tests.Sending;

public sealed class RepetitionTests
{
    private static readonly Func<HttpContent> Body = () => new StringContent("{}");

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(429)]
    [InlineData(408)]
    public async Task A_read_is_repeated_after_a_passing_failure(int status)
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Status(status)).Then(Reply.Json("[1]"));

        (await shop.SendAsync(Call.Get("items"))).Should().Be("[1]");

        shop.Client.Meter.Requests.Should().Be(new RequestCounts(2, 0, 1));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(409)]
    [InlineData(422)]
    public async Task A_refusal_is_not_repeated(int status)
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Status(status));

        await shop.FailAsync(Call.Get("items"));

        shop.System.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_read_gives_up_after_the_configured_repetitions_and_waits_longer_each_time()
    {
        using var shop = new TestConnection(options => options.Retries = 4);
        shop.System.Then(Reply.Status(500));

        var problem = await shop.FailAsync(Call.Get("items"));

        problem.Kind.Should().Be(ProblemKind.Unavailable);
        shop.System.Requests.Should().HaveCount(5);
        shop.System.Times.Should().BeInAscendingOrder();
        (shop.System.Times[^1] - shop.System.Times[0]).Should().BeGreaterThan(TimeSpan.FromSeconds(1)).And.BeLessThan(TimeSpan.FromSeconds(120));
    }

    [Fact]
    public async Task No_repetition_when_switched_off()
    {
        using var shop = new TestConnection(options => options.Retries = 0);
        shop.System.Then(Reply.Status(500));

        await shop.FailAsync(Call.Get("items"));

        shop.System.Requests.Should().HaveCount(1);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task A_post_is_never_repeated_and_its_fate_is_unknown(int status)
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Status(status)).Then(Reply.Json("{}"));

        var problem = await shop.FailAsync(Call.Post("orders", Body));

        problem.Kind.Should().Be(ProblemKind.OutcomeUnknown);
        problem.HttpStatus.Should().Be(status);
        shop.System.Requests.Should().HaveCount(1);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    public async Task A_post_that_found_no_connection_is_sent_again(HttpRequestError error)
    {
        using var shop = new TestConnection();
        shop.System.Then(new HttpRequestException(error, "refused")).Then(Reply.Json("{\"id\":7}"));

        (await shop.SendAsync(Call.Post("orders", Body))).Should().Be("{\"id\":7}");

        shop.System.Requests.Should().HaveCount(2).And.OnlyContain(request => request.Body == "{}");
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_post_that_was_turned_away_at_the_door_is_sent_again(int status)
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.RetryAfter(status, TimeSpan.FromSeconds(5))).Then(Reply.Json("{}"));

        await shop.SendAsync(Call.Post("orders", Body));

        shop.System.Requests.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.Unknown)]
    [InlineData(HttpRequestError.HttpProtocolError)]
    [InlineData(HttpRequestError.InvalidResponse)]
    public async Task A_post_whose_connection_broke_after_sending_has_an_unknown_fate(HttpRequestError error)
    {
        using var shop = new TestConnection();
        shop.System.Then(new HttpRequestException(error, "broke")).Then(Reply.Json("{}"));

        var problem = await shop.FailAsync(Call.Post("orders", Body));

        problem.Kind.Should().Be(ProblemKind.OutcomeUnknown);
        problem.Code.Should().Be(HttpProblemCodes.ConnectionBroken);
        shop.System.Requests.Should().HaveCount(1);
    }

    public static TheoryData<Call> OtherWrites => [Call.Put("items/1", Body), Call.Patch("items/1", Body), Call.Delete("items/1")];

    [Theory]
    [MemberData(nameof(OtherWrites))]
    public async Task Other_writes_are_repeated_only_when_the_caller_calls_them_idempotent(Call call)
    {
        using var careful = new TestConnection();
        careful.System.Then(Reply.Status(500)).Then(Reply.Json("{}"));
        (await careful.FailAsync(call)).Kind.Should().Be(ProblemKind.OutcomeUnknown);
        careful.System.Requests.Should().HaveCount(1);

        using var told = new TestConnection();
        told.System.Then(Reply.Status(500)).Then(Reply.Json("{}"));
        await told.SendAsync(call with { Idempotent = true });
        told.System.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task An_idempotent_write_that_never_succeeds_has_an_unknown_fate()
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Status(502));

        (await shop.FailAsync(Call.Put("items/1", Body) with { Idempotent = true })).Kind.Should().Be(ProblemKind.OutcomeUnknown);

        shop.System.Requests.Should().HaveCount(4);
    }

    [Fact]
    public void A_post_cannot_be_called_idempotent()
    {
        var act = () => Call.Post("orders") with { Idempotent = true };
        act.Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task A_post_that_only_reads_is_repeated_with_a_new_body()
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Status(502)).Then(Reply.Json("{}"));

        await shop.SendAsync(Call.ReadByPost("webservice.php", () => new StringContent("operation=login")) with { Purpose = RequestPurpose.Reference });

        shop.System.Requests.Should().HaveCount(2).And.OnlyContain(request => request.Body == "operation=login");
        shop.Client.Meter.Requests.Should().Be(new RequestCounts(0, 2, 1));
    }

    [Fact]
    public async Task A_read_whose_body_breaks_off_is_fetched_again()
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Broken("{\"a\":", new HttpIOException(HttpRequestError.ResponseEnded))).Then(Reply.Json("{\"a\":1}"));

        (await shop.SendAsync(Call.Get("items"))).Should().Be("{\"a\":1}");
    }

    [Fact]
    public async Task Every_attempt_is_authorized_anew()
    {
        var signatures = 0;
        using var shop = new TestConnection(options => options.Authorize = (message, _) =>
        {
            message.RequestUri!.IsAbsoluteUri.Should().BeTrue();
            message.RequestUri = new Uri($"{message.RequestUri}?oauth_nonce={++signatures}");
            return ValueTask.CompletedTask;
        });
        shop.System.Then(Reply.Status(500)).Then(Reply.Json("[]"));

        await shop.SendAsync(Call.Get("items"));

        shop.System.Requests.Select(request => request.Address.Query).Should().Equal("?oauth_nonce=1", "?oauth_nonce=2");
    }
}
