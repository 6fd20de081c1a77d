using ErpSync.Http.Tests.Support;

namespace ErpSync.Http.Tests.Sending;

public sealed class CircuitTests
{
    [Fact]
    public async Task A_system_that_is_down_is_left_alone_for_a_while_then_tried_again()
    {
        using var shop = new TestConnection(options => (options.Retries, options.BreakerAttempts, options.BreakDuration) = (0, 3, TimeSpan.FromSeconds(30)));
        shop.System.Then(new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        for (var i = 0; i < 3; i++)
            (await shop.FailAsync(Call.Get("items"))).Code.Should().Be(HttpProblemCodes.ConnectFailed);

        var refused = await shop.FailAsync(Call.Post("orders"));
        refused.Code.Should().Be(HttpProblemCodes.CircuitOpen);
        refused.Kind.Should().Be(ProblemKind.Unavailable, "nothing was sent");
        refused.RetryAfter.Should().BePositive().And.BeLessThanOrEqualTo(TimeSpan.FromSeconds(30));
        shop.System.Requests.Should().HaveCount(3);

        shop.Time.Advance(TimeSpan.FromSeconds(31));
        shop.System.Then(Reply.Json("[]"));
        (await shop.SendAsync(Call.Get("items"))).Should().Be("[]");
        (await shop.SendAsync(Call.Get("items"))).Should().Be("[]");
        shop.Log.Lines.Select(line => line.Id.Id).Should().Contain([2004, 2005]);
    }

    [Fact]
    public async Task Failures_of_single_requests_do_not_open_the_circuit()
    {
        using var shop = new TestConnection(options => (options.Retries, options.BreakerAttempts) = (0, 3));
        shop.System.Then(Reply.Status(500));

        for (var i = 0; i < 10; i++)
            (await shop.FailAsync(Call.Get("items"))).Code.Should().Be(HttpProblemCodes.ServerError);

        shop.System.Requests.Should().HaveCount(10);
    }

    [Fact]
    public async Task A_write_whose_circuit_opens_between_attempts_keeps_its_unknown_fate()
    {
        using var shop = new TestConnection(options => (options.Retries, options.BreakerAttempts) = (5, 2));
        shop.System.Then(Reply.Status(504));

        var problem = await shop.FailAsync(Call.Put("items/1") with { Idempotent = true });

        problem.Kind.Should().Be(ProblemKind.OutcomeUnknown);
        problem.HttpStatus.Should().Be(504);
        shop.System.Requests.Should().HaveCount(2);
    }
}
