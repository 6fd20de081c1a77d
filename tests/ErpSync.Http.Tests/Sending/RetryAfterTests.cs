using System.Net.Http.Headers;
using ErpSync.Http.Tests.Support;

namespace ErpSync.Http.Tests.Sending;

public sealed class RetryAfterTests
{
    [Fact]
    public async Task Seconds_are_waited_for()
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.RetryAfter(429, TimeSpan.FromSeconds(17))).Then(Reply.Json("[]"));

        await shop.SendAsync(Call.Get("items"));

        (shop.System.Times[1] - shop.System.Times[0]).Should().Be(TimeSpan.FromSeconds(17));
    }

    [Fact]
    public async Task A_date_is_waited_for_by_the_systems_own_clock()
    {
        using var shop = new TestConnection();
        var theirNow = new DateTimeOffset(2030, 5, 1, 12, 0, 0, TimeSpan.Zero);
        shop.System.Then(() =>
        {
            var answer = Reply.Status(503)();
            answer.Headers.Date = theirNow;
            answer.Headers.RetryAfter = new RetryConditionHeaderValue(theirNow.AddSeconds(23));
            return answer;
        }).Then(Reply.Json("[]"));

        await shop.SendAsync(Call.Get("items"));

        (shop.System.Times[1] - shop.System.Times[0]).Should().Be(TimeSpan.FromSeconds(23));
    }

    [Fact]
    public async Task A_date_without_their_clock_is_waited_for_by_ours()
    {
        using var shop = new TestConnection();
        shop.System.Then(() =>
        {
            var answer = Reply.Status(503)();
            answer.Headers.RetryAfter = new RetryConditionHeaderValue(shop.Time.GetUtcNow().AddSeconds(9));
            return answer;
        }).Then(Reply.Json("[]"));

        await shop.SendAsync(Call.Get("items"));

        (shop.System.Times[1] - shop.System.Times[0]).Should().Be(TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task A_date_in_the_past_means_now()
    {
        using var shop = new TestConnection();
        shop.System.Then(() =>
        {
            var answer = Reply.Status(503)();
            answer.Headers.RetryAfter = new RetryConditionHeaderValue(shop.Time.GetUtcNow().AddSeconds(-9));
            return answer;
        }).Then(Reply.Json("[]"));

        await shop.SendAsync(Call.Get("items"));

        shop.System.Times[1].Should().Be(shop.System.Times[0]);
    }

    [Fact]
    public async Task A_wait_beyond_the_limit_is_handed_up_instead_of_cut_short()
    {
        using var shop = new TestConnection(options => options.MaxRetryAfter = TimeSpan.FromSeconds(60));
        shop.System.Then(Reply.RetryAfter(503, TimeSpan.FromMinutes(10)));

        var problem = await shop.FailAsync(Call.Get("items"));

        problem.RetryAfter.Should().Be(TimeSpan.FromMinutes(10));
        problem.Kind.Should().Be(ProblemKind.Unavailable);
        shop.System.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task Other_calls_of_the_connection_wait_too()
    {
        using var shop = new TestConnection(options => options.Retries = 0);
        shop.System.Then(Reply.RetryAfter(429, TimeSpan.FromSeconds(30))).Then(Reply.Json("[]"));

        (await shop.FailAsync(Call.Get("items"))).Kind.Should().Be(ProblemKind.RateLimited);
        await shop.SendAsync(Call.Get("others"));

        (shop.System.Times[1] - shop.System.Times[0]).Should().Be(TimeSpan.FromSeconds(30));
    }
}
