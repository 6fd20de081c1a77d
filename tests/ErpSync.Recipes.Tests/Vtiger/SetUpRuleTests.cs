using ErpSync.Sandbox;

namespace ErpSync.Recipes.Tests.Vtiger;

/// <summary>Section B of the list: connection and set-up.</summary>
public sealed class SetUpRuleTests
{
    [Fact]
    public async Task Vtiger_B1_Address_user_and_access_key_are_enough_and_the_password_is_not_the_key()
    {
        await using var good = await VtigerWorld.StartAsync();
        (await good.CheckAsync()).Where(finding => finding.Code.StartsWith("vtiger.", StringComparison.Ordinal)).Should().NotContain(finding => finding.Severity == FindingSeverity.Error);
        await using var bad = await VtigerWorld.StartAsync(options: o => o.AccessKey = "password");
        (await bad.CheckAsync()).Should().Contain(finding => finding.Code == "vtiger.login-refused" && finding.Severity == FindingSeverity.Error);
    }

    [Fact]
    public async Task Vtiger_B2_Address_may_lack_the_slash_at_its_end()
    {
        await using var world = await VtigerWorld.StartAsync(options: o => o.BaseAddress = new Uri(o.BaseAddress!.ToString().TrimEnd('/') + "/webservice.php"), seed: world => world.Product("MUG"));
        await world.FeedAsync("products");
        world.In("Products").Should().ContainSingle();
    }

    [Fact]
    public async Task Vtiger_B3_Nothing_is_done_before_the_login_works()
    {
        await using var world = await VtigerWorld.StartAsync(options: o => o.AccessKey = "wrong", seed: world => world.Product("MUG"));
        (await world.TryFeedAsync("products")).Outcome.Should().Be(FeedOutcome.Failed);
        world.In("Products").Should().BeEmpty();
    }

    [Fact]
    public async Task Vtiger_B4_Check_tells_the_state_of_the_login_and_of_the_rights()
    {
        await using var world = await VtigerWorld.StartAsync(options: o => (o.UserName, o.AccessKey) = ("clerk", "ClerkKey"), seed: world => world.Crm.AddUser(new VtigerUser(5, "clerk", "ClerkKey") { Decimals = 5, ReadOnly = new HashSet<string>(StringComparer.Ordinal) { "Leads" } }));
        var findings = await world.CheckAsync();
        findings.Should().Contain(finding => finding.Code == "vtiger.crm" && finding.Severity == FindingSeverity.Information, "the login works");
        findings.Should().Contain(finding => finding.Code == "vtiger.right-missing" && finding.Message.Contains("create", StringComparison.Ordinal) && finding.Message.Contains("delete", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Accounts")]
    [InlineData("Contacts")]
    [InlineData("Leads")]
    [InlineData("Products")]
    [InlineData("SalesOrder")]
    public async Task Vtiger_B5_Missing_module_is_named(string module)
    {
        await using var world = await VtigerWorld.StartAsync(options: o => (o.UserName, o.AccessKey) = ("clerk", "ClerkKey"), seed: world => world.Crm.AddUser(new VtigerUser(5, "clerk", "ClerkKey") { Decimals = 5, Hidden = new HashSet<string>(StringComparer.Ordinal) { module } }));
        (await world.CheckAsync()).Should().Contain(finding => finding.Code == "vtiger.module-missing" && finding.Message.Contains(module, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Vtiger_B6_Missing_right_is_told_and_stops_no_other_record()
    {
        await using var world = await VtigerWorld.StartAsync(options: o => (o.UserName, o.AccessKey) = ("clerk", "ClerkKey"), seed: world =>
        {
            world.Crm.AddUser(new VtigerUser(5, "clerk", "ClerkKey") { Decimals = 5, ReadOnly = new HashSet<string>(StringComparer.Ordinal) { "Products" } });
            world.Register();
            world.Product("MUG");
        });
        (await world.CheckAsync()).Should().Contain(finding => finding.Code == "vtiger.right-missing" && finding.Message.Contains("Products", StringComparison.Ordinal));
        (await world.TryFeedAsync("products")).Failed.Should().Be(1);
        await world.CustomersAsync();
        world.In("Leads").Should().ContainSingle();
    }

    [Fact]
    public async Task Vtiger_B7_Without_the_field_that_links_at_the_CRM_nothing_is_written_and_the_check_says_so()
    {
        await using var world = await VtigerWorld.StartAsync(options: o => o.ExternalKeys["Products"] = "cf_999", seed: world => world.Product("MUG"));
        (await world.CheckAsync()).Should().Contain(finding => finding.Code == "vtiger.external-key" && finding.Message.Contains("cf_999", StringComparison.Ordinal));
        (await world.TryFeedAsync("products")).Outcome.Should().Be(FeedOutcome.Failed);
        world.In("Products").Should().BeEmpty();
    }

    [Fact]
    public async Task Vtiger_B8_Lead_source_must_be_in_the_picklists_and_stands_in_what_is_made()
    {
        await using var bare = await VtigerWorld.StartAsync(isReady: false);
        (await bare.CheckAsync()).Where(finding => finding.Code == "vtiger.picklist-value-missing").Should().HaveCount(3, "leads, contacts and potentials lack the value");
        await using var world = await VtigerWorld.StartAsync(o => o.CreateDeals = true);
        (await world.CheckAsync()).Should().NotContain(finding => finding.Code == "vtiger.picklist-value-missing" && finding.Message.Contains("leadsource", StringComparison.Ordinal));
        world.TwoLines(VtigerWorld.Waiting);
        world.Register("Bob", "Berg", "bob@example.org");
        await world.OrdersAsync();
        await world.CustomersAsync();
        foreach (var module in new[] { "Leads", "Contacts", "Potentials" })
            world.Only(module)["leadsource"].Should().Be("Prestashop");
    }

    [Theory]
    [InlineData("6.5.0", FindingSeverity.Error)]
    [InlineData("8.2.0", FindingSeverity.Information)]
    [InlineData("TigerPro 3", FindingSeverity.Warning)]
    public async Task Vtiger_B9_Old_version_is_refused_and_a_forks_is_a_warning(string version, FindingSeverity severity)
    {
        await using var world = await VtigerWorld.StartAsync(version: version, seed: world => world.Product("MUG"));
        (await world.CheckAsync()).Should().Contain(finding => (finding.Code == "vtiger.version" || finding.Code == "vtiger.crm") && finding.Severity == severity);
        if (severity != FindingSeverity.Error)
            return;
        (await world.TryFeedAsync("products")).Outcome.Should().Be(FeedOutcome.Failed);
        world.In("Products").Should().BeEmpty();
    }

    [Fact]
    public async Task Vtiger_B10_User_who_cannot_see_everything_is_warned_of_and_a_hidden_name_is_no_failure()
    {
        await using var world = await VtigerWorld.StartAsync(options: o => (o.UserName, o.AccessKey) = ("clerk", "ClerkKey"), seed: world =>
        {
            world.Crm.AddUser(new VtigerUser(5, "clerk", "ClerkKey") { Decimals = 5, Private = new HashSet<string>(StringComparer.Ordinal) { "Accounts" } });
            world.Add("Accounts", ("accountname", "Schmidt Anna"), ("email1", "anna@example.org"), ("assigned_user_id", "19x1"));
        });
        (await world.CheckAsync()).Should().Contain(finding => finding.Code == "vtiger.not-admin" && finding.Message.Contains("twice", StringComparison.Ordinal));
        world.TwoLines(VtigerWorld.Waiting);
        await world.OrdersAsync();
        world.In("SalesOrder").Should().ContainSingle();
        world.In("Accounts").Select(account => account["accountname"]).Should().BeEquivalentTo(["Schmidt Anna", "Schmidt Anna (anna@example.org)"]);
    }
}
