using System.Globalization;
using System.Net;

namespace ErpSync.Sandbox.Tests.Vtiger;

public sealed class OrderTests : VtigerTest
{
    private const string Head = """
        {"subject":"S","sostatus":"Created","invoicestatus":"Created","account_id":"11x10","bill_street":"x","ship_street":"x","assigned_user_id":"19x1","productid":"14x11"
        """;

    public OrderTests()
    {
        State.AddTax("BTW", 21);
        State.AddTax("QST", 9.975m, 4);
        Add("Accounts", """{"accountname":"A"}""", 10);
        Add("Products", """{"productname":"Mug","unit_price":"10","tax4":"21","qtyinstock":"100"}""", 11);
        Add("Products", """{"productname":"Book","unit_price":"20","tax1":"6","qtyinstock":"100"}""", 12);
        Add("Products", """{"productname":"Double","unit_price":"100","tax4":"5","tax5":"9.975"}""", 13);
    }

    [Theory]
    [InlineData("individual", """{"productid":"14x11","quantity":"2","listprice":"10","tax4":"21"},{"productid":"14x12","quantity":"1","listprice":"20","discount_percent":"10","tax1":"6"}""", "", "43.28")]
    [InlineData("individual", """{"productid":"14x11","quantity":"1","listprice":"10","tax1":"6"}""", "", "10")]
    [InlineData("individual", """{"productid":"14x11","quantity":"2","listprice":"10"}""", "", "24.2")]
    [InlineData("individual", """{"productid":"14x13","quantity":"1","listprice":"100","tax4":"5","tax5":"9.975"}""", "", "114.975")]
    [InlineData("group", """{"productid":"14x13","quantity":"1","listprice":"100","tax4":"5","tax5":"9.975"}""", "", "115.47375")]
    [InlineData("group", """{"productid":"14x11","quantity":"1","listprice":"10","tax4":"21"},{"productid":"14x12","quantity":"1","listprice":"20","tax1":"6"}""", "", "36.3")]
    [InlineData("group", """{"productid":"14x11","quantity":"1","listprice":"10"}""", "", "10")]
    [InlineData("group", """{"productid":"14x11","quantity":"1","listprice":"100","tax4":"21"}""", ",\"hdnDiscountPercent\":\"10\"", "108.9")]
    [InlineData("individual", """{"productid":"14x11","quantity":"2","listprice":"10","tax4":"21"},{"productid":"14x12","quantity":"1","listprice":"20","tax1":"6"}""", ",\"hdnDiscountAmount\":\"5\",\"hdnS_H_Amount\":\"7\",\"txtAdjustment\":\"0.01\"", "47.41")]
    [InlineData("individual", """{"productid":"14x11","quantity":"1","listprice":"10","tax4":"21"}""", ",\"shipping_&_handling\":\"7\",\"shipping_&_handling_shtax1\":\"21\"", "20.57")]
    [InlineData("individual", """{"productid":"14x11","quantity":"1","listprice":"10","tax4":"21"},{"productid":"14x11","quantity":"1","listprice":"-3","tax4":"21"}""", "", "8.47")]
    public async Task Totals_are_those_that_vtiger_computes(string mode, string lines, string more, string total)
    {
        var made = await CreateAsync("SalesOrder", $"{Head},\"hdnTaxType\":\"{mode}\"{more},\"LineItems\":[{lines}]}}");

        Math.Round(made.Result.GetProperty("hdnGrandTotal").GetDecimal(), 8).Should().Be(decimal.Parse(total, CultureInfo.InvariantCulture));
        decimal.Parse((await RetrieveAsync(made.Text("id"))).Text("hdnGrandTotal"), CultureInfo.InvariantCulture).Should().Be(decimal.Parse(total, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Answer_of_a_write_shows_totals_as_unrounded_floats_and_a_read_as_text()
    {
        var made = await CreateAsync("SalesOrder", $$"""{{Head}},"hdnTaxType":"individual","LineItems":[{"productid":"14x11","quantity":"2","listprice":"10"},{"productid":"14x12","quantity":"1","listprice":"20"}]}""");

        made.Result.GetProperty("hdnGrandTotal").GetRawText().Should().Be("45.400000000000006");
        (await RetrieveAsync(made.Text("id"))).Result.GetProperty("hdnGrandTotal").GetRawText().Should().Be("\"45.40000000\"");
    }

    [Fact]
    public async Task Star_joins_lines_so_that_the_limit_counts_them_and_named_header_fields_do_not()
    {
        for (var i = 0; i < 5; i++)
            Add("SalesOrder", $$"""{{Head}},"hdnTaxType":"individual","hdnDiscountAmount":"1","LineItems":[{"productid":"14x11","quantity":"1","listprice":"10"},{"productid":"14x12","quantity":"2","listprice":"20"},{"productid":"14x11","quantity":"3","listprice":"10"}]}""");

        var star = (await QueryAsync("select * from SalesOrder order by id limit 0,4;")).Result;
        star.GetArrayLength().Should().Be(2, "four lines are three of the first order and one of the second");
        star[0].GetProperty("quantity").GetString().Should().Be("3.000", "the last joined line wins");
        var header = (await QueryAsync("select id,hdnGrandTotal,hdnDiscountAmount from SalesOrder order by id limit 0,4;")).Result;
        header.GetArrayLength().Should().Be(4);
        header[0].GetProperty("discount_amount").GetString().Should().Be("1.00000000", "the column's name is shared with that of the lines");
        (await QueryAsync("select count(*) from SalesOrder;")).Result[0].GetProperty("count").GetString().Should().Be("5");
    }

    [Fact]
    public async Task Lines_of_several_orders_come_in_one_query()
    {
        var one = Add("SalesOrder", $$"""{{Head}},"LineItems":[{"productid":"14x11","quantity":"1","listprice":"10"},{"productid":"14x12","quantity":"2","listprice":"20"}]}""");
        var two = Add("SalesOrder", $$"""{{Head}},"LineItems":[{"productid":"14x11","quantity":"3","listprice":"10"}]}""");

        var lines = (await QueryAsync($"select * from LineItem where parent_id in ('{one.Id}','{two.Id}') limit 0,100;")).Result;

        lines.EnumerateArray().Select(line => (line.GetProperty("parent_id").GetString(), line.GetProperty("quantity").GetString())).Should()
            .Equal((one.Id, "1.000"), (one.Id, "2.000"), (two.Id, "3.000"));
    }

    [Fact]
    public async Task Line_numbers_are_given_out_again_after_lines_were_rewritten()
    {
        var order = Add("SalesOrder", $$"""{{Head}},"LineItems":[{"productid":"14x11","quantity":"1","listprice":"10"}]}""");
        var before = State.Lines[^1].Number;

        await ReviseAsync($$"""{"id":"{{order.Id}}","LineItems":[{"productid":"14x12","quantity":"1","listprice":"10"}]}""");

        State.Lines[^1].Number.Should().Be(before);
    }

    [Fact]
    public async Task Update_of_a_line_loses_all_lines_of_its_order()
    {
        var order = Add("SalesOrder", $$"""{{Head}},"LineItems":[{"productid":"14x11","quantity":"1","listprice":"10"},{"productid":"14x12","quantity":"1","listprice":"10"}]}""");

        var reply = await PostAsync("update", ("element", $$"""{"id":"33x{{State.Lines[0].Number}}","parent_id":"{{order.Id}}","productid":"14x11","quantity":"2"}"""));

        reply.Code.Should().Be("RECORD_NOT_FOUND");
        State.Lines.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"id":"ID","hdnDiscountAmount":""}""")]
    [InlineData("""{"id":"ID","LineItems":[{"productid":"14x11","quantity":"many","listprice":"10"}]}""")]
    public async Task Text_where_php_reckons_is_a_500_with_an_empty_body_and_nothing_is_stored(string element)
    {
        var order = Add("SalesOrder", $$"""{{Head}},"LineItems":[{"productid":"14x11","quantity":"1","listprice":"10"}]}""");

        var reply = await ReviseAsync(element.Replace("ID", order.Id, StringComparison.Ordinal));

        reply.Status.Should().Be(HttpStatusCode.InternalServerError);
        reply.Body.Should().BeEmpty();
        State.Lines.Should().HaveCount(1);
    }

    [Fact]
    public async Task Invoice_gives_its_stock_back_when_it_is_cancelled_or_deleted_and_takes_it_again()
    {
        var id = (await CreateAsync("Invoice", $$"""{{Head}},"LineItems":[{"productid":"14x11","quantity":"2","listprice":"10"}]}""")).Text("id");

        State.Find("14x11")!["qtyinstock"].Should().Be("98.000");
        await ReviseAsync($$"""{"id":"{{id}}","invoicestatus":"Cancel"}""");
        State.Find("14x11")!["qtyinstock"].Should().Be("100.000");
        await ReviseAsync($$"""{"id":"{{id}}","invoicestatus":"Approved"}""");
        State.Find("14x11")!["qtyinstock"].Should().Be("98.000");
        await PostAsync("delete", ("id", id));
        State.Find("14x11")!["qtyinstock"].Should().Be("100.000");
    }

    [Fact]
    public async Task Purchase_order_brings_stock_when_the_shipment_is_received()
    {
        Add("Vendors", """{"vendorname":"V"}""", 30);
        var id = (await CreateAsync("PurchaseOrder", """{"subject":"P","postatus":"Created","vendor_id":"2x30","bill_street":"x","ship_street":"x","assigned_user_id":"19x1","productid":"14x11","LineItems":[{"productid":"14x11","quantity":"2","listprice":"10"}]}""")).Text("id");

        State.Find("14x11")!["qtyinstock"].Should().Be("100.000");
        await ReviseAsync($$"""{"id":"{{id}}","postatus":"Received Shipment"}""");
        State.Find("14x11")!["qtyinstock"].Should().Be("102.000");
    }

    [Fact]
    public async Task Balance_is_computed_on_create_only()
    {
        var id = (await CreateAsync("Invoice", $$"""{{Head}},"received":"4","LineItems":[{"productid":"14x11","quantity":"1","listprice":"10"}]}""")).Text("id");

        (await RetrieveAsync(id)).Text("balance").Should().Be("6.00000000");
        (await ReviseAsync($$"""{"id":"{{id}}","received":"10"}""")).Text("balance").Should().Be("6.00000000");
    }

    [Fact]
    public async Task Discount_is_an_amount_or_a_percentage_and_a_sent_zero_takes_it_away()
    {
        var id = (await CreateAsync("SalesOrder", $$"""{{Head}},"hdnTaxType":"group","hdnDiscountPercent":"12.5","LineItems":[{"productid":"14x11","quantity":"1","listprice":"10"}]}""")).Text("id");
        const string line = "\"LineItems\":[{\"productid\":\"14x11\",\"quantity\":\"1\",\"listprice\":\"10\"}]";

        (await RetrieveAsync(id)).Text("hdnDiscountPercent").Should().Be("12.500");
        var amount = await ReviseAsync($$"""{"id":"{{id}}","hdnTaxType":"group","hdnDiscountAmount":"1.005",{{line}}}""");
        amount.Text("hdnDiscountAmount").Should().Be("1.00500000", "the user's decimals do not round it");
        amount.Text("hdnDiscountPercent").Should().BeEmpty();
        amount.Text("hdnGrandTotal").Should().Be("8.995000000000001", "the server reckons in binary floating point");
        (await ReviseAsync($$"""{"id":"{{id}}","hdnTaxType":"group","hdnDiscountAmount":"0",{{line}}}""")).Text("hdnGrandTotal").Should().Be("10");
    }
}
