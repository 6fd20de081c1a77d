namespace ErpSync.Sandbox.Tests.Vtiger;

public sealed class SessionTests : VtigerTest
{
    [Fact]
    public async Task Second_challenge_of_a_user_kills_the_first()
    {
        var first = (await GetAsync("getchallenge", ("username", "admin"))).Text("token");
        var second = (await GetAsync("getchallenge", ("username", "admin"))).Text("token");

        (await PostAsync("login", ("username", "admin"), ("accessKey", VtigerCall.Hash(first, Crm.AccessKey)))).Code.Should().Be("INVALID_USER_CREDENTIALS");
        (await PostAsync("login", ("username", "admin"), ("accessKey", VtigerCall.Hash(second, Crm.AccessKey)))).Text("userId").Should().Be("19x1");
        (await PostAsync("login", ("username", "admin"), ("accessKey", VtigerCall.Hash(second, Crm.AccessKey)))).Text("vtigerVersion").Should().Be("8.2.0", "a challenge serves several logins");
    }

    [Fact]
    public async Task Challenge_is_valid_for_300_seconds()
    {
        var token = (await GetAsync("getchallenge", ("username", "admin"))).Text("token");
        Clock.Advance(TimeSpan.FromSeconds(301));

        (await PostAsync("login", ("username", "admin"), ("accessKey", VtigerCall.Hash(token, Crm.AccessKey)))).Code.Should().Be("INVALID_AUTH_TOKEN");
    }

    [Fact]
    public async Task Inactive_user_is_refused_like_a_wrong_key_and_an_unknown_one_already_at_the_challenge()
    {
        State.AddUser(new VtigerUser(7, "left", "LeftKey") { IsActive = false });
        var token = (await GetAsync("getchallenge", ("username", "left"))).Text("token");

        (await PostAsync("login", ("username", "left"), ("accessKey", VtigerCall.Hash(token, "LeftKey")))).Code.Should().Be("INVALID_USER_CREDENTIALS");
        (await GetAsync("getchallenge", ("username", "nobody"))).Message.Should().Be("username does not exists");
    }

    [Fact]
    public async Task Session_ends_when_it_was_not_used_for_a_while_and_use_keeps_it()
    {
        Clock.Advance(TimeSpan.FromMinutes(20));
        (await GetAsync("listtypes")).Result.GetProperty("types").GetArrayLength().Should().BeGreaterThan(30);
        Clock.Advance(TimeSpan.FromMinutes(20));
        (await GetAsync("listtypes")).Result.GetProperty("types").GetArrayLength().Should().BeGreaterThan(30);
        Clock.Advance(TimeSpan.FromMinutes(25));
        (await GetAsync("listtypes")).Code.Should().Be("INVALID_SESSIONID");
    }

    [Fact]
    public async Task Ended_sessions_are_invalid_and_a_new_login_works()
    {
        Crm.EndSessions();
        (await GetAsync("listtypes")).Code.Should().Be("INVALID_SESSIONID");
        Session = "";
        (await GetAsync("listtypes")).Code.Should().Be("AUTHENTICATION_REQUIRED");
        Session = await LoginAsync("admin", Crm.AccessKey);
        (await GetAsync("listtypes")).Result.ValueKind.Should().Be(System.Text.Json.JsonValueKind.Object);
    }

    [Fact]
    public async Task Parallel_calls_share_one_session()
    {
        Add("Accounts", """{"accountname":"A"}""", 10);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RetrieveAsync("11x10")));

        replies.Should().OnlyContain(reply => reply.Result.GetProperty("accountname").GetString() == "A");
    }
}
