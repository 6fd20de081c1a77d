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
}
