using ErpSync.Http.Tests.Support;

namespace ErpSync.Http.Tests.Answers;

public sealed class StatusProblemsTests
{
    private const string Page = "<!DOCTYPE html><html><head><title>Briefly unavailable</title></head><body>x</body></html>";

    [Theory]
    [InlineData(400, ProblemKind.Rejected, HttpProblemCodes.Rejected)]
    [InlineData(401, ProblemKind.Unauthorized, HttpProblemCodes.Unauthorized)]
    [InlineData(403, ProblemKind.Denied, HttpProblemCodes.Forbidden)]
    [InlineData(404, ProblemKind.NotFound, HttpProblemCodes.NotFound)]
    [InlineData(405, ProblemKind.Unsupported, HttpProblemCodes.NotSupported)]
    [InlineData(409, ProblemKind.Rejected, HttpProblemCodes.Conflict)]
    [InlineData(410, ProblemKind.NotFound, HttpProblemCodes.NotFound)]
    [InlineData(422, ProblemKind.Rejected, HttpProblemCodes.Rejected)]
    [InlineData(429, ProblemKind.RateLimited, HttpProblemCodes.TooManyRequests)]
    [InlineData(500, ProblemKind.Unavailable, HttpProblemCodes.ServerError)]
    [InlineData(501, ProblemKind.Unsupported, HttpProblemCodes.NotSupported)]
    [InlineData(502, ProblemKind.Unavailable, HttpProblemCodes.GatewayError)]
    [InlineData(503, ProblemKind.Unavailable, HttpProblemCodes.Unavailable)]
    [InlineData(504, ProblemKind.Unavailable, HttpProblemCodes.GatewayError)]
    public async Task A_status_has_its_kind(int status, ProblemKind kind, string code)
    {
        using var shop = new TestConnection(options => options.Retries = 0);
        shop.System.Then(Reply.Status(status, "what happened"));

        var problem = await shop.FailAsync(Call.Get("items/5?display=full"));

        (problem.Kind, problem.Code, problem.HttpStatus).Should().Be((kind, code, status));
        problem.Connection.Should().Be("shop");
        problem.Message.Should().StartWith("GET items/5: ");
        problem.Raw.Should().Be("what happened");
    }

    [Theory]
    [InlineData(404, ProblemKind.Misconfigured)]
    [InlineData(503, ProblemKind.Unavailable)]
    [InlineData(403, ProblemKind.Denied)]
    public async Task A_web_page_behind_the_status_is_told_apart(int status, ProblemKind kind)
    {
        using var shop = new TestConnection(options => options.Retries = 0);
        shop.System.Then(Reply.Html(Page, (System.Net.HttpStatusCode)status));

        (await shop.FailAsync(Call.Get("items"))).Kind.Should().Be(kind);
    }

    [Fact]
    public async Task A_missing_page_never_looks_like_a_missing_record()
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Html(Page, System.Net.HttpStatusCode.NotFound));

        var problem = await shop.FailAsync(Call.Get("items/1"));

        problem.Kind.Should().NotBe(ProblemKind.NotFound);
        problem.Message.Should().Contain("Briefly unavailable");
        problem.Remedy.Should().Contain("base address");
    }

    [Fact]
    public async Task A_status_that_the_call_accepts_is_an_answer()
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Json("{\"error\":{\"code\":404}}", System.Net.HttpStatusCode.NotFound));

        using var answer = await shop.Client.SendAsync(Call.Get("thirdparties") with { Accepts = [System.Net.HttpStatusCode.NotFound] }, CancellationToken.None);

        answer.Status.Should().Be(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_raw_fragment_is_bounded()
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Status(400, new string('é', 50_000)));
        (await shop.FailAsync(Call.Get("items"))).Raw.Should().HaveLength(AnswerOrigin.MaxRawLength);
    }
}
