using System.Net;

namespace ErpSync.Sandbox.Tests.Vtiger;

/// <summary>What differs on version 7, whose PHP calls by position and coerces texts.</summary>
public sealed class VersionTests() : VtigerTest(new VtigerSandboxOptions { Version = "7.5.0" })
{
    [Fact]
    public async Task Version_7_converts_leads_and_logs_out_but_has_no_sync()
    {
        var lead = Add("Leads", """{"lastname":"de Vries","firstname":"Jan","company":"De Vries BV","email":"jan@devries.example","city":"Utrecht"}""");

        var made = (await PostAsync("convertlead", ("element", $$$$"""{"leadId":"{{{{lead.Id}}}}","entities":{"Accounts":{"create":true,"name":"Accounts","accountname":"De Vries BV"},"Contacts":{"create":true,"name":"Contacts","lastname":"de Vries"}}}"""))).Result;

        var contact = await RetrieveAsync(made.GetProperty("Contacts").GetString()!);
        contact.Text("account_id").Should().Be(made.GetProperty("Accounts").GetString());
        contact.Text("mailingcity").Should().Be("Utrecht");
        contact.Text("isconvertedfromlead").Should().Be("1");
        (await QueryAsync("select id from Leads;")).Result.GetArrayLength().Should().Be(0);
        (await RetrieveAsync(lead.Id)).Text("lastname").Should().Be("de Vries", "a converted lead can still be retrieved");
        (await PostAsync("convertlead", ("element", $$"""{"leadId":"{{lead.Id}}"}"""))).Code.Should().Be("LEAD_ALREADY_CONVERTED");
        (await GetAsync("sync", ("modifiedTime", "1"), ("elementType", "Products"))).Status.Should().Be(HttpStatusCode.InternalServerError);
        (await PostAsync("logout")).Text("message").Should().Be("successfull");
        (await GetAsync("listtypes")).Code.Should().Be("INVALID_SESSIONID");
    }

    [Fact]
    public async Task Version_7_coerces_a_price_with_a_comma()
    {
        var made = await CreateAsync("Products", """{"productname":"P","unit_price":"12,5","assigned_user_id":"19x1"}""");

        made.Text("unit_price").Should().Be("12.00000000");
        Crm.State.Users.Should().HaveCount(1);
    }

    [Fact]
    public async Task Version_7_loses_the_lines_of_an_order_whose_status_alone_is_revised_unless_it_is_a_detail_view()
    {
        Add("Accounts", """{"accountname":"A"}""", 10);
        Add("Products", """{"productname":"P","unit_price":"10"}""", 11);
        var order = Add("SalesOrder", """{"subject":"S","sostatus":"Created","account_id":"11x10","hdnTaxType":"individual","LineItems":[{"productid":"14x11","quantity":"1","listprice":"10"}]}""");

        var kept = await ReviseAsync($$"""{"id":"{{order.Id}}","sostatus":"Approved"}""", ("ajxaction", "DETAILVIEW"));
        kept.Result.GetProperty("LineItems").GetArrayLength().Should().Be(1);

        var lost = await ReviseAsync($$"""{"id":"{{order.Id}}","sostatus":"Delivered"}""");
        lost.Result.GetProperty("LineItems").GetArrayLength().Should().Be(0);
        (await RetrieveAsync(order.Id)).Text("hdnGrandTotal").Should().Be("0.00000000");
    }
}
