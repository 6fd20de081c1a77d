using System.Net;
using System.Text;

namespace ErpSync.Sandbox.Tests.Vtiger;

/// <summary>What an administrator can set up, and what follows from it.</summary>
public sealed class RuleTests : VtigerTest
{
    public RuleTests()
        : base(Options())
    {
    }

    [Fact]
    public async Task Prefixes_differ_between_servers_and_describe_tells_them()
    {
        var made = await CreateAsync("Contacts", """{"lastname":"L","assigned_user_id":"19x1"}""");

        made.Text("id").Should().StartWith("44x");
        (await GetAsync("describe", ("elementType", "Contacts"))).Text("idPrefix").Should().Be("44");
        (await RetrieveAsync(made.Text("id"))).Text("lastname").Should().Be("L");
        (await RetrieveAsync("12x" + made.Text("id")[3..])).Code.Should().Be("ACCESS_DENIED");
    }

    [Fact]
    public async Task Unique_field_refuses_a_second_record_with_the_number_0_and_empty_values_never_collide()
    {
        State.SetUnique("Products", "productcode");
        await CreateAsync("Products", """{"productname":"P","productcode":"Code","assigned_user_id":"19x1"}""");

        var second = await CreateAsync("Products", """{"productname":"Q","productcode":"code ","assigned_user_id":"19x1"}""");
        second.Json.GetProperty("error").GetProperty("code").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Number);
        (await CreateAsync("Products", """{"productname":"R","assigned_user_id":"19x1"}""")).Text("productcode").Should().BeEmpty();
        (await CreateAsync("Products", """{"productname":"S","assigned_user_id":"19x1"}""")).Text("productcode").Should().BeEmpty();
    }

    [Fact]
    public async Task Custom_fields_mandatory_fields_and_picklists_are_described_and_kept()
    {
        State.AddCustomField("SalesOrder", "cf_903", "External reference", isUnique: true);
        State.SetMandatory("Leads", "company");
        State.SetPicklist("Leads", "leadsource", "Shop");

        var fields = (await GetAsync("describe", ("elementType", "SalesOrder"))).Result.GetProperty("fields").EnumerateArray().ToList();
        fields.Single(field => field.GetProperty("name").GetString() == "cf_903").GetProperty("isunique").GetBoolean().Should().BeTrue();
        (await CreateAsync("Leads", """{"lastname":"L","assigned_user_id":"19x1"}""")).Message.Should().Be("company does not have a value");
        var lead = (await GetAsync("describe", ("elementType", "Leads"))).Result.GetProperty("fields").EnumerateArray().Single(field => field.GetProperty("name").GetString() == "leadsource");
        lead.GetProperty("type").GetProperty("picklistValues")[0].GetProperty("value").GetString().Should().Be("Shop");
    }

    [Fact]
    public async Task Hidden_module_is_missing_and_denied_and_a_readable_one_cannot_be_written()
    {
        State.AddUser(new VtigerUser(5, "clerk", "ClerkKey") { Hidden = Set("Invoice"), ReadOnly = Set("Products") });
        Add("Products", """{"productname":"P"}""", 10);
        Session = "";
        Session = await LoginAsync("clerk", "ClerkKey");

        (await GetAsync("listtypes")).Result.GetProperty("types").EnumerateArray().Select(name => name.GetString()).Should().NotContain(["Invoice", "Users"]).And.Contain("SalesOrder");
        (await GetAsync("describe", ("elementType", "Invoice"))).Code.Should().Be("ACCESS_DENIED");
        (await GetAsync("describe", ("elementType", "Products"))).Result.GetProperty("updateable").GetBoolean().Should().BeFalse();
        (await CreateAsync("Products", """{"productname":"Q","assigned_user_id":"19x5"}""")).Message.Should().Be("Permission to write is denied");
        (await ReviseAsync("""{"id":"14x10","qtyinstock":"1"}""")).Message.Should().Be("Permission to read given object is denied");
        (await RetrieveAsync("14x10")).Text("productname").Should().Be("P");
        (await RetrieveAsync("19x5")).Code.Should().Be("ACCESS_DENIED", "only administrators see users, even themselves");
    }

    [Fact]
    public async Task Deleted_currency_gives_its_number_to_the_next()
    {
        State.AddCurrency("USD", "USA, Dollars", "$", 1.1m);
        await PostAsync("delete", ("id", "21x2"));

        var next = await CreateAsync("Currency", """{"currency_name":"Swiss Francs","currency_code":"CHF","currency_symbol":"CHF","conversion_rate":"0.95","currency_status":"Active","defaultid":"0","deleted":"0"}""");

        next.Text("id").Should().Be("21x2");
    }

    [Fact]
    public async Task Batch_of_an_application_stores_once_and_skips_what_is_not_newer()
    {
        var key = State.RegisterApplication("vtigerSyncLib");
        const string batch = """[{"mode":"create","module":"Accounts","id":"c1","values":{"accountname":"A","modifiedtime":"2026-11-22 03:00:00","assigned_user_id":"19x1"}}]""";

        var first = (await PostAsync("wsapp_put", ("key", key), ("element", batch))).Result;
        var second = (await PostAsync("wsapp_put", ("key", key), ("element", batch))).Result;

        first.GetProperty("created")[0].GetProperty("_id").GetString().Should().Be("c1");
        second.GetProperty("created").GetArrayLength().Should().Be(0);
        second.GetProperty("updated").GetArrayLength().Should().Be(0);
        State.Records.Values.Count(record => record.Module == "Accounts").Should().Be(1);
    }

    [Fact]
    public async Task Document_is_uploaded_and_related_to_a_product()
    {
        var product = Add("Products", """{"productname":"P"}""");
        using var http = new HttpClient();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("create"), "operation" }, { new StringContent(Session), "sessionName" }, { new StringContent("Documents"), "elementType" },
            { new StringContent("""{"notes_title":"T","filelocationtype":"I","filestatus":"1","folderid":"22x1","assigned_user_id":"19x1"}"""), "element" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("hello")), "filename", "hello.txt" },
        };
        var answer = new VtigerReply(HttpStatusCode.OK, await (await http.PostAsync(new Uri(Crm.BaseAddress, "webservice.php"), form)).Content.ReadAsStringAsync());

        answer.Text("filename").Should().Be("hello.txt");
        (await PostAsync("add_related", ("sourceRecordId", product.Id), ("relatedRecordId", answer.Text("id")), ("relationIdLabel", "Documents"))).Text("message").Should().Be("successfull");
        var related = (await GetAsync("retrieve_related", ("id", product.Id), ("relatedType", "Documents"), ("relatedLabel", "Documents"))).Result;
        related[0].GetProperty("imageattachmentids").GetString().Should().Be(answer.Text("imageattachmentids"));
        (await GetAsync("retrieve_related", ("id", product.Id), ("relatedType", "Documents"), ("relatedLabel", "Files"))).Code.Should().Be("UNKOWN_ENTITY");
    }

    private static VtigerSandboxOptions Options()
    {
        var options = new VtigerSandboxOptions();
        options.Prefixes["Contacts"] = "44";
        return options;
    }

    private static HashSet<string> Set(params string[] names) => new(names, StringComparer.Ordinal);
}
