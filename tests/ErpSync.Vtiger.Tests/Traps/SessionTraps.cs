using ErpSync.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Vtiger.Tests;

/// <summary>Login, sessions and what keeps an answer from being data.</summary>
public sealed class SessionTraps
{
    [Fact]
    public async Task Unknown_user_is_told_apart_from_a_refused_login()
    {
        await using var crm = await Crm.StartAsync(options => options.UserName = "nobody");
        var fault = await FluentActions.Awaiting(crm.OpenAsync).Should().ThrowAsync<ConnectorException>();
        fault.Which.Problem.Code.Should().Be(VtigerCodes.UserUnknown);
        fault.Which.Problem.Message.Should().Contain("nobody");
    }

    [Fact]
    public async Task Refused_login_is_tried_once_more_with_a_fresh_challenge_and_names_three_causes_without_the_key()
    {
        await using var crm = await Crm.StartAsync(options => options.AccessKey = "WrongKey12345678");
        var fault = await FluentActions.Awaiting(crm.OpenAsync).Should().ThrowAsync<ConnectorException>();
        fault.Which.Problem.Code.Should().Be(VtigerCodes.LoginRefused);
        fault.Which.Message.Should().Contain("access key is wrong").And.Contain("inactive").And.Contain("replaces the challenge").And.NotContain("WrongKey12345678");
        crm.Server.Requests.Snapshot().Count(request => request.Query.Contains("getchallenge", StringComparison.Ordinal)).Should().Be(2);
        crm.Server.Requests.Writes.Should().Be(2);
    }

    [Fact]
    public async Task Inactive_user_is_refused_like_a_wrong_key()
    {
        await using var crm = await Crm.StartAsync(options => (options.UserName, options.AccessKey) = ("sleeper", "SleeperKey"), seed: state => state.AddUser(new ErpSync.Sandbox.VtigerUser(7, "sleeper", "SleeperKey") { IsActive = false }));
        (await FluentActions.Awaiting(crm.OpenAsync).Should().ThrowAsync<ConnectorException>()).Which.Problem.Code.Should().Be(VtigerCodes.LoginRefused);
    }

    [Fact]
    public async Task Ended_session_is_replaced_once_and_the_call_repeated()
    {
        await using var crm = await Crm.StartAsync();
        await crm.OpenAsync();
        crm.Server.EndSessions();
        var logins = Logins(crm);
        (await crm.RecordsAsync<Lead>()).Should().BeEmpty();
        (Logins(crm) - logins).Should().Be(1);
    }

    [Fact]
    public async Task Parallel_requests_share_one_session_and_one_new_login()
    {
        await using var crm = await Crm.StartAsync(options => options.MaxConcurrency = 8);
        await crm.OpenAsync();
        crm.Server.EndSessions();
        var logins = Logins(crm);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => crm.ReadAsync<Lead>()));
        (Logins(crm) - logins).Should().Be(1);
    }

    [Fact]
    public async Task Write_in_an_ended_session_is_carried_out_once()
    {
        await using var crm = await Crm.StartAsync();
        await crm.OpenAsync();
        crm.Server.EndSessions();
        await crm.CreatedAsync(new Lead { LastName = "Once" });
        (await crm.RecordsAsync<Lead>()).Should().ContainSingle();
    }

    [Fact]
    public async Task Php_warning_around_the_answer_does_not_spoil_it()
    {
        await using var crm = await Crm.StartAsync();
        await crm.OpenAsync();
        crm.Server.Faults.Add(new Fault(FaultKind.PhpWarning) { Times = 3 });
        (await crm.ReadAsync<Lead>()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("{\"success\":true,\"result\":[]}\n<br />\n<b>Warning</b>: something in x.php", true)]
    [InlineData("<br />\n<b>Notice</b>: x in y on line 3<br />\n{\"success\":true,\"result\":[]}", true)]
    [InlineData("{\"success\":false,\"error\":{\"code\":\"ACCESS_DENIED\",\"message\":\"no\"}}\n<br />Warning: x", false)]
    [InlineData("\n{\"success\":false,\"error\":{\"message\":\"Duplicate(s) detected!\",\"code\":0}}", false)]
    public async Task Warnings_before_and_behind_the_JSON_are_left_out(string body, bool isData)
    {
        using var recordings = new VtigerRecordings();
        var outcome = await recordings.ReadAsync("GET", "/webservice.php?operation=query&query=select%20*%20from%20Leads%3B", null, 200, new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = "application/json" }, body);
        if (isData)
            outcome.Should().BeOfType<WireOutcome.Read>();
        else
            outcome.Should().BeOfType<WireOutcome.Classified>().Which.Problem.Code.Should().StartWith("vtiger.");
    }

    [Fact]
    public async Task Session_name_and_key_are_in_no_message()
    {
        await using var crm = await Crm.StartAsync();
        await crm.OpenAsync();
        crm.Server.Faults.Add(new Fault(FaultKind.ErrorBeforeCommit) { Times = 10 });
        var fault = await FluentActions.Awaiting(crm.ReadAsync<Lead>).Should().ThrowAsync<ConnectorException>();
        var session = System.Web.HttpUtility.ParseQueryString(crm.Server.Requests.Snapshot()[^1].Query)["sessionName"]!;
        fault.Which.ToString().Should().NotContain(session).And.NotContain(crm.Server.AccessKey);
    }

    [Theory]
    [InlineData("https://crm.example.com/vtiger")]
    [InlineData("https://crm.example.com/vtiger/")]
    [InlineData("https://crm.example.com/vtiger/webservice.php")]
    [InlineData("https://crm.example.com/vtiger/index.php?module=Home")]
    public void Address_is_taken_with_and_without_slash_and_script(string address) =>
        VtigerAddress.Root(new Uri(address)).Should().Be(new Uri("https://crm.example.com/vtiger/"));

    [Fact]
    public void Hash_of_the_login_is_lower_case_md5_of_token_and_key() => LoginKeeper.Md5("a" + "bc").Should().Be("900150983cd24fb0d6963f7d28e17f72");

    [Fact]
    public void Wrong_options_are_refused_one_sentence_each_and_without_the_key()
    {
        var builder = new TestBuilder();
        builder.AddVtiger("crm", options =>
        {
            options.AccessKey = "";
            options.OrderPrefix = " é/";
            options.Owner = "admin";
            options.ExternalKeys["Sales Order"] = "cf-1";
            options.Defaults["company"] = "x";
            options.ServerTimeZone = "Nowhere/Land";
            options.MaxConcurrency = 0;
        });
        var provider = builder.Collection.BuildServiceProvider();
        var fault = FluentActions.Invoking(() => provider.GetRequiredKeyedService<Connector>("crm")).Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>().Which;
        fault.Failures.Should().HaveCountGreaterThanOrEqualTo(9).And.OnlyContain(failure => failure.StartsWith("Connection 'crm': ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CMD #[1]_-", true)]
    [InlineData("", true)]
    [InlineData("Bon de commande no", true)]
    [InlineData("é", false)]
    [InlineData("a/b", false)]
    [InlineData(" x", false)]
    public void Prefix_has_letters_digits_and_five_signs(string prefix, bool isValid) =>
        new VtigerOptionsValidator("crm").Validate("crm", new VtigerOptions { BaseAddress = new Uri("https://x/"), UserName = "u", AccessKey = "k", OrderPrefix = prefix }).Succeeded.Should().Be(isValid);

    private static int Logins(Crm crm) => crm.Server.Requests.Snapshot().Count(request => request.Query.Contains("getchallenge", StringComparison.Ordinal));
}
