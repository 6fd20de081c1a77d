using ErpSync.Http.Tests.Support;

namespace ErpSync.Http.Tests.Answers;

public sealed class ReadProblemTests
{
    [Fact]
    public async Task The_connector_reads_an_error_inside_a_success()
    {
        using var crm = new TestConnection(options => options.ReadProblem = ReadVtiger);
        crm.System.Then(Reply.Json("{\"success\":false,\"error\":{\"message\":\"Session expired\",\"code\":\"INVALID_SESSIONID\"}}"));

        var problem = await crm.FailAsync(Call.Get("webservice.php"));

        (problem.Kind, problem.Code, problem.HttpStatus, problem.Connection).Should().Be((ProblemKind.Unauthorized, "vtiger.session", 200, "shop"));
        problem.Raw.Should().Contain("INVALID_SESSIONID");
    }

    [Fact]
    public async Task A_success_without_error_passes()
    {
        using var crm = new TestConnection(options => options.ReadProblem = ReadVtiger);
        crm.System.Then(Reply.Json("{\"success\":true,\"result\":[]}"));
        (await crm.SendAsync(Call.Get("webservice.php"))).Should().Contain("true");
    }

    [Fact]
    public async Task The_connectors_word_decides_whether_a_500_is_repeated()
    {
        using var shop = new TestConnection(options => options.ReadProblem = head => head.Problem(ProblemKind.Misconfigured, "shop.filter", "The filter is unknown."));
        shop.System.Then(Reply.Json("{\"errors\":[{\"code\":32}]}", System.Net.HttpStatusCode.InternalServerError));

        (await shop.FailAsync(Call.Get("items"))).Kind.Should().Be(ProblemKind.Misconfigured);

        shop.System.Requests.Should().HaveCount(1);
    }

    [Theory]
    [InlineData(ProblemKind.Unavailable)]
    [InlineData(ProblemKind.Unreadable)]
    public async Task The_connector_cannot_have_a_write_of_unknown_fate_repeated(ProblemKind kind)
    {
        using var shop = new TestConnection(options => options.ReadProblem = _ => new SyncProblem(kind, "shop.busy", "Busy."));
        shop.System.Then(Reply.Status(500)).Then(Reply.Json("{}"));

        (await shop.FailAsync(Call.Post("orders"))).Kind.Should().Be(ProblemKind.OutcomeUnknown);

        shop.System.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task The_connector_can_say_that_a_write_was_refused()
    {
        using var shop = new TestConnection(options => options.ReadProblem = head => head.Problem(ProblemKind.Rejected, "shop.save", "Unable to save."));
        shop.System.Then(Reply.Status(500));
        (await shop.FailAsync(Call.Post("orders"))).Kind.Should().Be(ProblemKind.Rejected);
    }

    [Fact]
    public async Task A_fault_of_the_connectors_reading_counts_as_nothing_to_say()
    {
        using var shop = new TestConnection(options => options.ReadProblem = _ => throw new FormatException());
        shop.System.Then(Reply.Status(404));
        (await shop.FailAsync(Call.Get("items/1"))).Kind.Should().Be(ProblemKind.NotFound);
    }

    [Fact]
    public async Task What_php_printed_before_an_error_is_not_in_the_connectors_way()
    {
        using var erp = new TestConnection(options => options.ReadProblem = head =>
        {
            using var json = head.TryReadJson();
            return json is null ? null : head.Problem(ProblemKind.Duplicate, "erp.duplicate", json.RootElement.GetProperty("error").GetProperty("0").GetString()!);
        });
        erp.System.Then(Reply.Html("<br />\n<b>Warning</b>: bad [0] in {file}<br />\n{\"error\":{\"code\":500,\"0\":\"ErrorProductAlreadyExists\"}}", System.Net.HttpStatusCode.InternalServerError));

        var problem = await erp.FailAsync(Call.Post("products"));

        problem.Kind.Should().Be(ProblemKind.Duplicate);
        problem.Message.Should().Contain("ErrorProductAlreadyExists");
    }

    private static SyncProblem? ReadVtiger(AnswerHead head)
    {
        if (!head.Opening.Span.StartsWith("{\"success\":false"u8))
            return null;
        using var json = head.TryReadJson();
        return head.Problem(ProblemKind.Unauthorized, "vtiger.session", json!.RootElement.GetProperty("error").GetProperty("message").GetString()!);
    }
}
