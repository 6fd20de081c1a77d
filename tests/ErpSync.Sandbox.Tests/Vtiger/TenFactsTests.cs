using System.Net;

namespace ErpSync.Sandbox.Tests.Vtiger;

/// <summary>The ten facts that shape a connector to vtiger, in the order of the reference.</summary>
public sealed class TenFactsTests : VtigerTest
{
    private const string Order = """
        "sostatus":"Created","invoicestatus":"Created","account_id":"11x10","bill_street":"x","ship_street":"x","assigned_user_id":"19x1","productid":"14x11","hdnTaxType":"individual","currency_id":"21x1","conversion_rate":"1.1"
        """;

    public TenFactsTests()
    {
        Add("Accounts", """{"accountname":"A"}""", 10);
        Add("Products", """{"productname":"Mug","productcode":"M","unit_price":"10","tax1":"4.5","currency1":"10","currency_id":"21x1","qtyinstock":"100","discontinued":"1"}""", 11);
    }

    [Theory]
    [InlineData("GET", "sync", "modifiedTime", "1", "elementType", "Products")]
    [InlineData("POST", "convertlead", "element", "{}", "", "")]
    [InlineData("POST", "logout", "", "", "", "")]
    [InlineData("GET", "retrieve_inventory", "id", "6x1", "", "")]
    [InlineData("GET", "files_retrieve", "id", "14x11", "", "")]
    [InlineData("POST", "wsapp_register", "type", "vtigerSyncLib", "synctype", "app")]
    public async Task Fact_1_operations_that_php_8_cannot_call_answer_500_with_an_empty_body(string method, string operation, string name, string value, string other, string otherValue)
    {
        (string, string)[] parameters = [.. new[] { (name, value), (other, otherValue) }.Where(pair => pair.Item1.Length > 0)];
        var reply = method == "GET" ? await GetAsync(operation, parameters) : await PostAsync(operation, parameters);

        reply.Status.Should().Be(HttpStatusCode.InternalServerError);
        reply.Body.Should().BeEmpty();
    }

    [Fact]
    public async Task Fact_2_a_plain_stock_update_destroys_taxes_and_prices_and_the_detail_view_keeps_them()
    {
        var kept = await ReviseAsync("""{"id":"14x11","qtyinstock":"5","unit_price":"12"}""", ("ajxaction", "DETAILVIEW"));
        kept.Text("tax1").Should().Be("4.500");
        kept.Text("currency1").Should().Be("12", "the unit price moves the price in the product's own currency");

        var wiped = await ReviseAsync("""{"id":"14x11","qtyinstock":"6"}""");
        wiped.Result.TryGetProperty("tax1", out _).Should().BeFalse();
        wiped.Text("currency1").Should().Be("0");
        wiped.Text("unit_price").Should().Be("12.00000000");
    }

    [Fact]
    public async Task Fact_3_prices_are_rounded_to_the_decimals_of_the_user()
    {
        await ReviseAsync("""{"id":"19x1","no_of_currency_decimals":"0"}""");
        (await CreateAsync("Products", """{"productname":"P","unit_price":"11.90","assigned_user_id":"19x1"}""")).Text("unit_price").Should().Be("12.00000000");

        await ReviseAsync("""{"id":"19x1","no_of_currency_decimals":"5"}""");
        (await CreateAsync("Products", """{"productname":"P","unit_price":"12.345678","qtyinstock":"1.2345","assigned_user_id":"19x1"}""")).Text("unit_price").Should().Be("12.34568000");
    }

    [Theory]
    [InlineData("", 100)]
    [InlineData(" limit 500", 100)]
    [InlineData(" limit 0,500", 100)]
    [InlineData(" limit 100,500", 21)]
    [InlineData(" limit 7", 7)]
    public async Task Fact_4_a_page_has_at_most_100_rows_whatever_limit_says(string limit, int rows)
    {
        for (var i = 0; i < 120; i++)
            Add("Products", $$"""{"productname":"P{{i}}"}""");

        (await QueryAsync($"select id from Products{limit};")).Result.GetArrayLength().Should().Be(rows);
    }

    [Fact]
    public async Task Fact_5_stock_that_an_invoice_takes_does_not_touch_the_products_modification_time()
    {
        var before = State.Find("14x11")!["modifiedtime"];
        Clock.Advance(TimeSpan.FromMinutes(1));

        await CreateAsync("Invoice", "{\"subject\":\"I\"," + Order + """,  "LineItems":[{"productid":"14x11","quantity":"2","listprice":"10"}]}""");

        State.Find("14x11")!["qtyinstock"].Should().Be("98.000");
        State.Find("14x11")!["modifiedtime"].Should().Be(before);
    }

    [Fact]
    public async Task Fact_6_a_query_shows_neither_taxes_nor_prices_nor_currency_of_a_product()
    {
        var row = (await QueryAsync("select * from Products;")).Result[0];

        foreach (var field in new[] { "tax1", "currency1", "currency_id" })
            row.TryGetProperty(field, out _).Should().BeFalse();
        (await QueryAsync("select tax1 from Products;")).Message.Should().Be("Permission to access '.tax1.' attribute denied.");
        (await RetrieveAsync("14x11")).Text("tax1").Should().Be("4.500");
    }

    [Theory]
    [InlineData("14x999999")]
    [InlineData("11x12")]
    [InlineData("99x1")]
    [InlineData("abc")]
    public async Task Fact_7_missing_deleted_invisible_and_nonsense_ids_are_all_access_denied(string id)
    {
        Add("Accounts", """{"accountname":"Gone"}""", 12).IsDeleted = true;

        (await RetrieveAsync(id)).Code.Should().Be("ACCESS_DENIED");
    }

    [Fact]
    public async Task Fact_7_a_record_that_one_may_not_see_is_access_denied_and_missing_from_queries_without_an_error()
    {
        State.AddUser(new VtigerUser(5, "clerk", "ClerkKey") { Private = new HashSet<string>(["Accounts"], StringComparer.Ordinal) });
        Session = "";
        Session = await LoginAsync("clerk", "ClerkKey");

        (await RetrieveAsync("11x10")).Code.Should().Be("ACCESS_DENIED");
        (await QueryAsync("select count(*) from Accounts;")).Result[0].GetProperty("count").GetString().Should().Be("0");
        (await CreateAsync("Accounts", """{"accountname":"a ","assigned_user_id":"19x5"}""")).Code.Should().Be("0", "the invisible account holds the name");
    }

    [Fact]
    public async Task Fact_8_nonsense_values_are_accepted_and_coerced()
    {
        var made = await CreateAsync("Contacts", $$"""{"lastname":"{{new string('L', 300)}}","leadsource":"Not in list","account_id":"11x99999","birthday":"2026-02-31","emailoptout":"true","nosuchfield":"1","assigned_user_id":"19x999"}""");

        made.Text("lastname").Should().HaveLength(80);
        made.Text("leadsource").Should().Be("Not in list");
        made.Text("account_id").Should().BeEmpty();
        made.Text("birthday").Should().Be("0000-00-00");
        made.Text("emailoptout").Should().Be("0");
        made.Text("assigned_user_id").Should().Be("999");
    }

    [Fact]
    public async Task Fact_9_partial_updates_of_orders_reset_header_fields()
    {
        var id = (await CreateAsync("SalesOrder", "{\"subject\":\"S\",\"hdnDiscountAmount\":\"1\",\"txtAdjustment\":\"0.5\",\"hdnS_H_Amount\":\"3\"," + Order + """,  "LineItems":[{"productid":"14x11","quantity":"2","listprice":"10"}]}""")).Text("id");

        var status = await ReviseAsync($$"""{"id":"{{id}}","sostatus":"Approved"}""");
        status.Text("conversion_rate").Should().Be("1.000");
        status.Text("hdnTaxType").Should().Be("individual");
        status.Result.GetProperty("LineItems").GetArrayLength().Should().Be(1);

        var lines = await ReviseAsync($$"""{"id":"{{id}}","LineItems":[{"productid":"14x11","quantity":"1","listprice":"10"}]}""");
        lines.Text("hdnTaxType").Should().BeEmpty();
        lines.Text("hdnS_H_Amount").Should().Be("0.00000000");
        lines.Text("txtAdjustment").Should().Be("0.00000000");
        lines.Text("hdnDiscountAmount").Should().Be("1.00000000");
        lines.Text("currency_id").Should().Be("21x1");
    }

    [Fact]
    public async Task Fact_10_changing_the_lines_of_an_invoice_corrupts_the_stock()
    {
        var id = (await CreateAsync("Invoice", "{\"subject\":\"I\"," + Order + """,  "LineItems":[{"productid":"14x11","quantity":"2","listprice":"10"}]}""")).Text("id");
        State.Find("14x11")!["qtyinstock"].Should().Be("98.000");

        var change = $$"""{"id":"{{id}}","hdnTaxType":"individual","LineItems":[{"productid":"14x11","quantity":"5","listprice":"10"}]}""";
        await ReviseAsync(change);
        State.Find("14x11")!["qtyinstock"].Should().Be("97.000", "95 would be right");
        await ReviseAsync(change);
        State.Find("14x11")!["qtyinstock"].Should().Be("102.000");
    }
}
