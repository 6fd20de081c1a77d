using System.Net;

namespace ErpSync.Sandbox.Tests.Vtiger;

public sealed class FaultTests : VtigerTest
{
    private const string Element = """{"accountname":"A","assigned_user_id":"19x1"}""";

    [Theory]
    [InlineData(FaultKind.ErrorBeforeCommit, 0)]
    [InlineData(FaultKind.TooManyRequests, 0)]
    [InlineData(FaultKind.MaintenancePage, 0)]
    [InlineData(FaultKind.ErrorAfterCommit, 1)]
    [InlineData(FaultKind.TruncatedBody, 1)]
    [InlineData(FaultKind.PhpWarning, 1)]
    public async Task Fault_strikes_before_or_after_the_record_was_stored(FaultKind kind, int stored)
    {
        Crm.Faults.Add(new Fault(kind) { Method = "POST" });

        using var http = new HttpClient();
        using var request = VtigerCall.Build(Crm.BaseAddress, HttpMethod.Post, [("operation", "create"), ("sessionName", Session), ("elementType", "Accounts"), ("element", Element)]);
        using var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();

        State.Records.Should().HaveCount(stored);
        answer.StatusCode.Should().Be(kind switch
        {
            FaultKind.ErrorBeforeCommit or FaultKind.ErrorAfterCommit => HttpStatusCode.InternalServerError,
            FaultKind.TooManyRequests => HttpStatusCode.TooManyRequests,
            FaultKind.MaintenancePage => HttpStatusCode.ServiceUnavailable,
            _ => HttpStatusCode.OK,
        });
        if (kind == FaultKind.PhpWarning)
            body.Should().StartWith("<br />").And.EndWith("}");
    }

    [Theory]
    [InlineData(FaultKind.DropBeforeCommit, 0)]
    [InlineData(FaultKind.DropAfterCommit, 1)]
    public async Task Dropped_connection_leaves_the_record_or_not(FaultKind kind, int stored)
    {
        Crm.Faults.Add(new Fault(kind) { Method = "POST" });

        await FluentActions.Awaiting(() => CreateAsync("Accounts", Element)).Should().ThrowAsync<HttpRequestException>();

        State.Records.Should().HaveCount(stored);
    }

    [Fact]
    public async Task Fault_meets_the_operation_that_it_names_and_the_log_tells_operations()
    {
        Crm.Faults.Add(new Fault(FaultKind.ErrorAfterCommit) { Operation = "create" });

        await QueryAsync("select id from Accounts;");
        (await CreateAsync("Accounts", Element)).Status.Should().Be(HttpStatusCode.InternalServerError);

        Crm.Requests.Snapshot().Select(request => request.Operation).Should().Equal("getchallenge", "login", "query", "create");
    }

    [Fact]
    public async Task Skewed_clock_dates_records_challenges_and_the_header()
    {
        Crm.Faults.ClockSkew = TimeSpan.FromHours(3);

        (await CreateAsync("Accounts", Element)).Code.Should().Be("INVALID_SESSIONID", "the session is three hours old by the server's clock");
        Session = "";
        Session = await LoginAsync(Crm.UserName, Crm.AccessKey);
        (await CreateAsync("Accounts", Element)).Text("createdtime").Should().Be("2026-11-22 06:00:00");
    }
}
