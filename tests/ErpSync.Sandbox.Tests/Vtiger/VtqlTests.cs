using System.Net;

namespace ErpSync.Sandbox.Tests.Vtiger;

public sealed class VtqlTests : VtigerTest
{
    public VtqlTests()
    {
        Add("Products", """{"productname":"Été","productcode":"A-1","unit_price":"9.5","discontinued":"1"}""", 10);
        Add("Products", """{"productname":"ete ","productcode":"A-2","unit_price":"10","discontinued":"0"}""", 11);
        Add("Products", """{"productname":"O'Neill \\ Co","productcode":"B-1","unit_price":"100","discontinued":"1"}""", 12);
    }

    [Theory]
    [InlineData("productname='ETE'", "14x10 14x11")]
    [InlineData("productname != 'ete'", "14x12")]
    [InlineData("productname='O''Neill \\\\ Co'", "14x12")]
    [InlineData("productcode like 'A-%'", "14x10 14x11")]
    [InlineData("productcode like 'a-_' and discontinued=1", "14x10")]
    [InlineData("productcode in ('A-1','B-1')", "14x10 14x12")]
    [InlineData("id in ('14x11','14x12')", "14x11 14x12")]
    [InlineData("id > '14x10'", "14x11 14x12")]
    [InlineData("unit_price >= 10", "14x11 14x12")]
    [InlineData("unit_price < '9.51'", "14x10")]
    [InlineData("productcode='B-1' or productcode='A-1' and discontinued='0'", "14x12")]
    [InlineData("productcode='A-1' and discontinued='1' or productcode='B-1'", "14x10 14x12")]
    [InlineData("modifiedtime >= '2026-11-22T03:00:00Z'", "14x10 14x11 14x12")]
    [InlineData("modifiedtime > '2026-11-22 03:00:00'", "")]
    [InlineData("assigned_user_id='19x1'", "14x10 14x11 14x12")]
    public async Task Condition_selects_as_the_database_compares(string condition, string ids)
    {
        var rows = (await QueryAsync($"select id from Products where {condition} order by id;")).Result;

        string.Join(' ', rows.EnumerateArray().Select(row => row.GetProperty("id").GetString())).Should().Be(ids);
    }

    [Theory]
    [InlineData("select * from Products", "QUERY_SYNTAX_ERROR")]
    [InlineData("select * from Products where productcode is null;", "QUERY_SYNTAX_ERROR")]
    [InlineData("select * from Products where (productcode='A');", "QUERY_SYNTAX_ERROR")]
    [InlineData("select * from Products where productname='O\\'Neill';", "QUERY_SYNTAX_ERROR")]
    [InlineData("select * from Products where productcode='';", "INTERNAL_SERVER_ERROR")]
    [InlineData("select * from Products where unit_price > 9.5;", "INTERNAL_SERVER_ERROR")]
    [InlineData("select * from Products where vendor_id.vendorname='V';", "INTERNAL_SERVER_ERROR")]
    [InlineData("select * from Products where productcode=\"A-1\";", "INTERNAL_SERVER_ERROR")]
    [InlineData("select * from Products where vendor_id='5';", "INVALID_ID_ATTRIBUTE")]
    [InlineData("select * from Products where nosuch='1';", "ACCESS_DENIED")]
    [InlineData("select nosuch from Products;", "ACCESS_DENIED")]
    [InlineData("select id from products;", "ACCESS_DENIED")]
    [InlineData("select id from Products order by nosuch;", "DATABASE_QUERY_ERROR")]
    [InlineData("delete from Products;", "QUERY_SYNTAX_ERROR")]
    public async Task What_vtql_does_not_know_is_refused(string query, string code) => (await QueryAsync(query)).Code.Should().Be(code);

    [Fact]
    public async Task Text_that_ends_a_literal_early_is_a_syntax_error_and_selects_nothing_else()
    {
        (await QueryAsync("select id from Products where productcode='x' or productcode like '%';")).Result.GetArrayLength().Should().Be(3);
        (await QueryAsync("select id from Products where productcode='x'' or productcode like ''%';")).Result.GetArrayLength().Should().Be(0, "doubled quotes stay within the text");
    }

    [Fact]
    public async Task One_direction_and_several_fields_order_the_rows()
    {
        (await QueryAsync("select productcode from Products order by discontinued, productcode desc;")).Result.EnumerateArray().Select(row => row.GetProperty("productcode").GetString())
            .Should().Equal("A-2", "B-1", "A-1");
        (await QueryAsync("select productcode from Products order by id limit 1,1;")).Result[0].GetProperty("productcode").GetString().Should().Be("A-2");
        (await QueryAsync("select productcode from Products limit 50,10;")).Result.GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Address_of_more_than_8_kilobytes_is_a_414()
    {
        var codes = string.Join(',', Enumerable.Range(0, 700).Select(i => $"'CODE-{i:D4}'"));

        using var http = new HttpClient();
        var answer = await http.GetAsync(new Uri(Crm.BaseAddress, $"webservice.php?operation=query&sessionName={Session}&query={Uri.EscapeDataString($"select id from Products where productcode in ({codes});")}"));

        answer.StatusCode.Should().Be(HttpStatusCode.RequestUriTooLong);
    }
}
