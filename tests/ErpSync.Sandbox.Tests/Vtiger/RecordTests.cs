using System.Net;

namespace ErpSync.Sandbox.Tests.Vtiger;

public sealed class RecordTests : VtigerTest
{
    [Fact]
    public async Task Created_contact_is_found_read_revised_and_deleted()
    {
        var account = Add("Accounts", """{"accountname":"Dupré"}""");
        var created = await CreateAsync("Contacts", $$"""{"lastname":"O'Connor","email":"zoe@dupre.example","account_id":"{{account.Id}}","assigned_user_id":"19x1"}""");
        var id = created.Text("id");

        (await QueryAsync("select id,lastname from Contacts where email='ZOE@dupre.example';")).Result[0].GetProperty("id").GetString().Should().Be(id);
        (await QueryAsync($"select id from Contacts where account_id='{account.Id}' and lastname='O''Connor';")).Result.GetArrayLength().Should().Be(1);
        (await ReviseAsync($$"""{"id":"{{id}}","phone":"1"}""")).Text("email").Should().Be("zoe@dupre.example");
        (await PostAsync("delete", ("id", id))).Text("status").Should().Be("successful");
        (await RetrieveAsync(id)).Code.Should().Be("ACCESS_DENIED");
    }

    [Fact]
    public async Task Unknown_path_is_a_404_and_an_operation_that_is_not_simulated_a_501()
    {
        (await GetAsync("history", ("element", "{}"))).Status.Should().Be(HttpStatusCode.NotImplemented);
        using var http = new HttpClient();
        (await http.GetAsync(new Uri(Crm.BaseAddress, "index.php"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Update_keeps_fields_that_are_left_out_but_wants_the_mandatory_ones()
    {
        var account = Add("Accounts", """{"accountname":"A","bill_city":"Utrecht","phone":"1"}""");

        (await PostAsync("update", ("element", $$"""{"id":"{{account.Id}}","phone":"2"}"""))).Message.Should().Be("accountname does not have a value");
        var updated = await PostAsync("update", ("element", $$"""{"id":"{{account.Id}}","accountname":"A","phone":"","assigned_user_id":"19x1"}"""));
        updated.Text("bill_city").Should().Be("Utrecht");
        updated.Text("phone").Should().BeEmpty();
    }

    [Fact]
    public async Task Deleted_account_leaves_its_contacts_without_one_and_frees_its_name()
    {
        var account = Add("Accounts", """{"accountname":"A"}""");
        var contact = Add("Contacts", $$"""{"lastname":"L","account_id":"{{account.Id}}"}""");
        (await CreateAsync("Accounts", """{"accountname":"a ","assigned_user_id":"19x1"}""")).Code.Should().Be("0");

        await PostAsync("delete", ("id", account.Id));

        (await RetrieveAsync(contact.Id)).Text("account_id").Should().BeEmpty();
        (await CreateAsync("Accounts", """{"accountname":"a ","assigned_user_id":"19x1"}""")).Text("accountname").Should().Be("a ");
    }

    [Fact]
    public async Task Write_without_any_difference_is_dated_all_the_same()
    {
        var vendor = Add("Vendors", """{"vendorname":"V"}""");
        Clock.Advance(TimeSpan.FromSeconds(5));

        (await ReviseAsync($$"""{"id":"{{vendor.Id}}","vendorname":"V"}""")).Text("modifiedtime").Should().Be("2026-11-22 03:00:05");
    }

    [Fact]
    public async Task Texts_are_cut_to_their_columns_and_emoji_become_question_marks()
    {
        var made = await CreateAsync("Accounts", $$"""{"accountname":"Caf\u00e9 \ud83d\ude00","bill_city":"{{new string('c', 40)}}","bill_street":"a\nb","assigned_user_id":"19x1"}""");

        made.Text("accountname").Should().Be("Café ????");
        made.Text("label").Should().Be("Caf&eacute; ????");
        made.Text("bill_city").Should().HaveLength(30);
        made.Text("bill_street").Should().Be("a\nb");
        made.Body.Should().Contain("\\u00e9").And.NotContain("é");
    }

    [Fact]
    public async Task Json_body_is_not_understood()
    {
        using var http = new HttpClient();
        using var content = new StringContent("""{"operation":"create"}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(Crm.BaseAddress, "webservice.php"), content);

        answer.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync()).Should().BeEmpty();
    }
}
