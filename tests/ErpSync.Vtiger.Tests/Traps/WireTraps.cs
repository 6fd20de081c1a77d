using System.Text.Json;
using System.Text.Json.Nodes;
using ErpSync.Sandbox;
using ErpSync.Sandbox.Vtiger;

namespace ErpSync.Vtiger.Tests;

/// <summary>What vtiger answers, and which of its operations are never called.</summary>
public sealed class WireTraps
{
    [Theory]
    [InlineData("\"AUTHENTICATION_REQUIRED\"", ProblemKind.Unauthorized, VtigerCodes.SessionLost)]
    [InlineData("\"INVALID_SESSIONID\"", ProblemKind.Unauthorized, VtigerCodes.SessionLost)]
    [InlineData("\"SESSION_EXPIRED\"", ProblemKind.Unauthorized, VtigerCodes.SessionLost)]
    [InlineData("\"SESSION_LEFT_IDLE\"", ProblemKind.Unauthorized, VtigerCodes.SessionLost)]
    [InlineData("\"INVALID_AUTH_TOKEN\"", ProblemKind.Unauthorized, VtigerCodes.ChallengeLost)]
    [InlineData("\"INVALID_USER_CREDENTIALS\"", ProblemKind.Unauthorized, VtigerCodes.LoginRefused)]
    [InlineData("\"ACCESS_DENIED\"", ProblemKind.Denied, VtigerCodes.AccessDenied)]
    [InlineData("\"INVALID_ID_ATTRIBUTE\"", ProblemKind.NotFound, VtigerCodes.WrongModule)]
    [InlineData("\"RECORD_NOT_FOUND\"", ProblemKind.NotFound, VtigerCodes.NotFound)]
    [InlineData("\"MANDATORY_FIELDS_MISSING\"", ProblemKind.Rejected, VtigerCodes.FieldMissing)]
    [InlineData("\"REFERENCE_INVALID\"", ProblemKind.Rejected, VtigerCodes.ReferenceInvalid)]
    [InlineData("\"QUERY_SYNTAX_ERROR\"", ProblemKind.Rejected, VtigerCodes.Query)]
    [InlineData("\"CURRENCY_INACTIVE\"", ProblemKind.Rejected, VtigerCodes.CurrencyInactive)]
    [InlineData("\"LEAD_ALREADY_CONVERTED\"", ProblemKind.Rejected, VtigerCodes.LeadConverted)]
    [InlineData("0", ProblemKind.Duplicate, VtigerCodes.Duplicate)]
    [InlineData("\"SOMETHING_NEW\"", ProblemKind.Rejected, VtigerCodes.Rejected)]
    public void Error_in_an_answer_of_200_is_judged_by_its_code(string code, ProblemKind kind, string problem)
    {
        using var document = JsonDocument.Parse($$"""{"message":"Duplicate(s) detected! lastname does not have a value","code":{{code}}}""");
        var judged = VtigerErrors.Judge(document.RootElement, isWrite: false);
        (judged.Kind, judged.Code).Should().Be((kind, problem));
    }

    [Theory]
    [InlineData("DATABASE_QUERY_ERROR")]
    [InlineData("INTERNAL_SERVER_ERROR")]
    public void Failure_inside_vtiger_leaves_a_write_in_doubt_and_refuses_a_read(string code)
    {
        using var document = JsonDocument.Parse($$"""{"message":"x","code":"{{code}}"}""");
        VtigerErrors.Judge(document.RootElement, isWrite: true).Kind.Should().Be(ProblemKind.OutcomeUnknown);
        VtigerErrors.Judge(document.RootElement, isWrite: false).Kind.Should().Be(ProblemKind.Rejected);
    }

    [Fact]
    public async Task Empty_500_after_a_write_is_never_repeated_but_looked_for()
    {
        await using var crm = await StartAsync();
        crm.Server.Faults.Add(new Fault(FaultKind.ErrorAfterCommit) { Method = "POST", Skip = 0, Times = 1 });
        (await crm.RefusedAsync(new Lead { LastName = "X", Email = "x@example.org" })).Kind.Should().Be(ProblemKind.OutcomeUnknown);
        In(crm, "Leads").Should().ContainSingle("one request made one lead");
    }

    [Fact]
    public async Task Operations_are_sent_by_the_verb_they_are_bound_to_and_dead_or_harmful_ones_not_at_all()
    {
        await using var crm = await StartAsync(seed: state => TenFactsTraps.Products(state, 3));
        var order = await crm.CreatedAsync(await TenFactsTraps.OrderAsync(crm, Documents.Euro));
        await crm.UpdatedAsync(order, value => value with { Lines = [value.Lines[0]] }, nameof(Order.Lines));
        await crm.RecordsAsync<Order>();
        await crm.ListAsync<Product>();
        await crm.ProbeAsync(EntityKind.Order);
        var requests = crm.Server.Requests.Snapshot();
        string[] reads = ["getchallenge", "listtypes", "describe", "retrieve", "query", "sync"];
        requests.Where(request => !request.IsWrite).Select(request => request.Operation).Distinct().Should().BeSubsetOf(reads);
        requests.Where(request => request.IsWrite).Select(request => request.Operation).Distinct().Should().BeSubsetOf(["login", "create", "revise", "delete"], "update replaces whole records before version 8, and the others are dead on PHP 8 or lose data");
    }

    [Fact]
    public async Task Sync_is_never_asked_from_zero_because_zero_counts_as_missing()
    {
        await using var crm = await Crm.StartAsync(server: server => server.IsRepaired = true);
        await crm.OpenAsync();
        await crm.ListAsync<Lead>();
        await crm.ListAsync<Lead>();
        var calls = crm.Server.Requests.Snapshot().Where(request => request.Operation == "sync").ToList();
        calls.Should().NotBeEmpty();
        calls.Should().OnlyContain(request => request.Query.Contains("syncType=application", StringComparison.Ordinal) && !request.Query.Contains("modifiedTime=0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Write_in_the_second_that_sync_ended_with_is_seen_by_the_next_one()
    {
        await using var crm = await Crm.StartAsync(server: server => server.IsRepaired = true);
        await crm.OpenAsync();
        await crm.ListAsync<Lead>();
        crm.State.Add("Leads", new JsonObject { ["lastname"] = "Same second" });
        await crm.OpenAsync();
        (await crm.ListAsync<Lead>()).Should().ContainSingle();
    }

    [Fact]
    public async Task Flags_are_sent_as_digits_because_the_text_true_is_stored_as_no()
    {
        await using var crm = await StartAsync();
        var lead = await crm.CreatedAsync(new Lead { LastName = "X", Newsletter = false });
        crm.State.Find(lead.Id.Value)!["emailoptout"].Should().Be("1");
        lead.Value.Newsletter.Should().BeFalse();
    }

    [Fact]
    public async Task Short_page_of_a_user_who_does_not_see_everything_is_not_the_end()
    {
        await using var crm = await Crm.StartAsync(options => (options.UserName, options.AccessKey) = ("clerk", "ClerkKey"), seed: state =>
        {
            state.AddUser(new VtigerUser(5, "clerk", "ClerkKey"));
            state.Add("Leads", new JsonObject { ["lastname"] = "X" });
        });
        await crm.OpenAsync();
        crm.Server.Requests.Clear();
        await crm.RecordsAsync<Lead>();
        crm.Server.Requests.Snapshot().Count(request => request.Operation == "query").Should().Be(2, "only an empty page ends it");
    }

    [Fact]
    public async Task Helper_ids_of_lines_are_reused_and_decide_nothing()
    {
        await using var crm = await StartAsync(seed: state => TenFactsTraps.Products(state, 2));
        var order = await crm.CreatedAsync(await TenFactsTraps.OrderAsync(crm, Documents.Euro));
        var written = await crm.UpdatedAsync(order, value => value with { Lines = [.. value.Lines.Reverse().Reverse()] }, nameof(Order.Lines));
        var field = DocumentShapes.Order.Fields.Single(field => field.Name == nameof(Order.Lines));
        var renamed = written.Value with { Lines = [.. written.Value.Lines.Select(line => line with { Id = "33x999" })] };
        field.AreEqual(written.Value, renamed).Should().BeTrue("the id of a line names another order's line a minute later, so that it tells nothing");
    }

    [Fact]
    public async Task Line_of_a_deleted_product_is_read_without_it()
    {
        await using var crm = await StartAsync(seed: state => TenFactsTraps.Products(state, 2));
        var order = await crm.CreatedAsync(await TenFactsTraps.OrderAsync(crm, Documents.Euro));
        crm.State.Find(order.Value.Lines[0].Product!.Value.Id.Value)!.IsDeleted = true;
        var lines = (await crm.FindAsync<Order>(order.Id.Value)).Value.Lines;
        lines.Should().HaveCount(2);
        lines[0].Net.Should().Be(order.Value.Lines[0].Net);
    }

    [Fact]
    public async Task Html_of_the_label_is_not_taken_for_the_name()
    {
        await using var crm = await StartAsync();
        var account = await crm.CreatedAsync(new Customer { Company = "Smith & Søn \"A/S\"" });
        account.Label.Should().NotContain("&amp;");
        account.Value.Company.Should().Be("Smith & Søn \"A/S\"");
    }

    [Fact]
    public async Task Account_that_is_deleted_leaves_a_contact_that_is_found_again_and_not_doubled()
    {
        await using var crm = await StartAsync();
        var first = await crm.CreatedAsync(new Customer { FirstName = "Anna", LastName = "Schmidt", Email = "anna@example.org" });
        crm.State.Find(first.Id.Value)!.IsDeleted = true;
        foreach (var contact in In(crm, "Contacts"))
            contact["account_id"] = "";
        await crm.OpenAsync();
        await crm.CreatedAsync(new Customer { FirstName = "Anna", LastName = "Schmidt", Email = "anna@example.org" }, "main:shop:x:2");
        In(crm, "Contacts").Should().ContainSingle();
    }

    [Fact]
    public async Task Vendor_of_one_name_is_two_vendors_in_vtiger_and_found_before_it_is_doubled_here()
    {
        await using var crm = await StartAsync(seed: state => state.Add("Vendors", new JsonObject { ["vendorname"] = "ACME" }));
        var found = await crm.Connector.Get<IKeyFinder<Supplier>>().FindByKeyAsync(["ACME"], CancellationToken.None).ToListAsync();
        found.Should().ContainSingle();
    }

    [Fact]
    public async Task Owner_is_checked_before_it_is_sent_because_an_unknown_one_is_accepted()
    {
        var validator = new VtigerOptionsValidator("crm");
        var options = new VtigerOptions { BaseAddress = new Uri("https://crm.example.com/"), UserName = "a", AccessKey = "b", Owner = "999" };
        validator.Validate("crm", options).Failures.Should().ContainSingle().Which.Should().Contain("999");
        await using var crm = await StartAsync(options => options.Owner = "19x1");
        crm.State.Find((await crm.CreatedAsync(new Lead { LastName = "X" })).Id.Value)!["assigned_user_id"].Should().Be("19x1");
    }

    [Fact]
    public async Task Currency_is_deactivated_by_people_and_never_deleted_because_its_id_is_given_again()
    {
        await using var crm = await StartAsync(options => options.CreateCurrencies = true, state => TenFactsTraps.Products(state, 2));
        await crm.CreatedAsync(await TenFactsTraps.OrderAsync(crm, new CurrencyCode("USD")));
        crm.Connector.Find<IDeleter<Currency>>().Should().BeNull();
        crm.Server.Requests.Snapshot().Should().NotContain(request => request.Operation == "delete");
    }

    private static async Task<Crm> StartAsync(Action<VtigerOptions>? configure = null, Action<VtigerState>? seed = null)
    {
        var crm = await Crm.StartAsync(configure, seed: seed);
        await crm.OpenAsync();
        return crm;
    }

    private static List<VtigerRecord> In(Crm crm, string module) => [.. crm.State.Records.Values.Where(record => record.Module == module && !record.IsDeleted)];
}
