namespace ErpSync.PrestaShop.Tests;

/// <summary>Answers that nobody recorded here and other servers give: other versions, other errors, what PHP and proxies put around them.</summary>
public sealed class OddAnswerTests
{
    private const string Json = "application/json";
    private const string Xml = "text/xml;charset=utf-8";
    private const string Html = "text/html; charset=utf-8";
    private const string Printed = "<br />\n<b>Warning</b>:  Undefined array key 1 in <b>/srv/x.php</b> on line <b>12</b><br />\n";
    private const string Product = """{"id":7,"reference":"R7","price":"9.99","name":[{"id":"1","value":"A"}],"date_upd":"2026-01-01 10:00:00"}""";
    private const string Products = "/api/products?display=full&output_format=JSON";
    private const string Open = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<prestashop xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n";
    private const string One = Open + "<product><id><![CDATA[7]]></id><reference><![CDATA[R7]]></reference></product>\n</prestashop>";

    [Theory]
    [InlineData("a warning before JSON", Products, Json, Printed + "{\"products\":[" + Product + "]}", 1)]
    [InlineData("JSON under the type of a page", Products, Html, Printed + "{\"products\":[" + Product + "]}", 1)]
    [InlineData("JSON without a type", Products, null, "{\"products\":[" + Product + "]}", 1)]
    [InlineData("a warning behind JSON", Products, Json, "{\"products\":[" + Product + "]}" + Printed, 1)]
    [InlineData("a list of one that collapsed", Products, Json, "{\"products\":" + Product + "}", 1)]
    [InlineData("a list with numbers for names", Products, Json, "{\"products\":{\"0\":" + Product + ",\"3\":" + Product + "}}", 2)]
    [InlineData("a byte order mark before JSON", Products, Json, "\uFEFF{\"products\":[" + Product + "]}", 1)]
    [InlineData("a warning before XML", "/api/products/7", Xml, Printed + One, 1)]
    [InlineData("a warning behind XML", "/api/products/7", Xml, One + Printed, 1)]
    [InlineData("a byte order mark before XML", "/api/products/7", Xml, "\uFEFF" + One, 1)]
    [InlineData("XML under its other type", "/api/products/7", "application/xml", One, 1)]
    [InlineData("a control sign in XML", "/api/messages/3", Xml, Open + "<message><id>3</id><message><![CDATA[a\u0002b]]></message></message></prestashop>", 1)]
    [InlineData("discounts of 1.6", "/api/order_discounts?display=full", Xml, Open + "<order_discounts><order_discount><id>1</id><name>x</name><value>5.00</value></order_discount></order_discounts></prestashop>", 1)]
    [InlineData("a shop in a folder", "/shop/api/products/7", Xml, One, 1)]
    [InlineData("a shop without rewriting", "/webservice/dispatcher.php?url=products/7", Xml, One, 1)]
    [InlineData("an empty list in XML", "/api/orders?display=full", Xml, Open + "<orders>\n</orders></prestashop>", 0)]
    [InlineData("an empty list by its name", Products, Json, "{\"products\":[]}", 0)]
    [InlineData("the root of 1.6", "/api/", Xml, Open + "<api shopName=\"Old\"><products get=\"true\" put=\"true\" post=\"true\" delete=\"true\" head=\"true\"/></api></prestashop>", 1)]
    [InlineData("an order of 1.7 that names no product", "/api/orders?display=full&output_format=JSON", Json, """{"orders":[{"id":5,"id_currency":"1","date_add":"2019-01-01 10:00:00","date_upd":"0000-00-00 00:00:00","total_paid":"20.00","valid":false,"associations":{"order_rows":{"id":"9","product_id":"0","product_quantity":"2","product_name":"Gone"}}}]}""", 1)]
    [InlineData("a customer of nothing", "/api/customers?display=full&output_format=JSON", Json, """{"customers":[{"id":"3","lastname":"O'Neil","firstname":"","email":"","birthday":"0000-00-00","newsletter":false,"company":null,"date_upd":"","associations":{"groups":{"id":"3"}}}]}""", 1)]
    [InlineData("an address of nothing", "/api/addresses?display=full&output_format=JSON", Json, """{"addresses":[{"id":3,"id_customer":false,"id_country":"999","alias":"","city":"","address1":null,"lastname":null,"date_upd":"0000-00-00 00:00:00"}]}""", 1)]
    [InlineData("a category that is its own parent", "/api/categories?display=full&output_format=JSON", Json, """{"categories":[{"id":5,"id_parent":"5","name":"Loop","active":1,"date_upd":"0000-00-00 00:00:00"}]}""", 1)]
    [InlineData("a combination of nothing", "/api/combinations?display=full&output_format=JSON", Json, """{"combinations":[{"id":5,"id_product":"7","reference":"","price":"","ean13":null,"default_on":null}]}""", 1)]
    [InlineData("a quantity of a group", "/api/stock_availables?display=full&output_format=JSON", Json, """{"stock_availables":[{"id":"1","id_product":"7","id_product_attribute":"0","id_shop":0,"id_shop_group":"2","quantity":"-3","depends_on_stock":true}]}""", 1)]
    [InlineData("a slip whose only line collapsed", "/api/order_slip?display=full&output_format=JSON", Json, """{"order_slips":[{"id":1,"id_order":"99","total_products_tax_incl":"10","total_products_tax_excl":"8.33","total_shipping_tax_incl":null,"date_add":"0000-00-00","associations":{"order_slip_details":{"id":"1","id_order_detail":"5","product_quantity":"1"}}}]}""", 1)]
    public void Odd_answers_are_read(string what, string path, string? type, string body, int count)
    {
        var outcome = Read("GET", path, 200, type, body);

        var read = outcome.Should().BeOfType<WireOutcome.Read>(what).Subject;
        read.Problems.Should().BeEmpty(what);
        read.Count.Should().Be(count, what);
    }

    [Theory]
    [InlineData("GET", Products, 400, Json, "{\n  \"errors\" : [\n {\n \"code\": 27, \"message\": \"Resource of type produits does not exist.\" } ]\n}", ProblemKind.Unsupported, "prestashop.resource-unknown")]
    [InlineData("GET", Products, 400, Json, "{\"errors\":[{\"code\":\"81\",\"message\":\"x\"}]}", ProblemKind.Misconfigured, "prestashop.language-unknown")]
    [InlineData("GET", Products, 500, Json, Printed + "{\"errors\":[{\"code\":32,\"message\":\"This filter does not exist\"}]}", ProblemKind.Unsupported, "prestashop.query-refused")]
    [InlineData("GET", "/api/products?filter[x]=1", 500, Xml, Printed + Open + "<errors><error><code><![CDATA[33]]></code><message><![CDATA[x]]></message></error></errors></prestashop>", ProblemKind.Unsupported, "prestashop.query-refused")]
    [InlineData("GET", Products, 200, Json, "{\"errors\": [{\"code\": 26, \"message\": \"Resource of type products is not allowed with this authentication key\"}]}", ProblemKind.Denied, "prestashop.permission-missing")]
    [InlineData("POST", "/api/products", 200, Xml, Open + "<errors>\n<error><code><![CDATA[85]]></code><message><![CDATA[Property Product->price is not valid]]></message></error></errors></prestashop>", ProblemKind.Rejected, "prestashop.field-invalid")]
    [InlineData("POST", "/api/products", 500, Json, "{\"errors\":[{\"code\":127,\"message\":\"String could not be parsed: <errors><error><code>20</code></error></errors>\"}]}", ProblemKind.Rejected, "prestashop.xml-refused")]
    [InlineData("POST", "/api/products", 500, Json, "{\"errors\":[{\"code\":true,\"message\":null},{\"code\":99999999999,\"message\":\"y\"},{\"code\":140,\"message\":\"taken\"}]}", ProblemKind.Rejected, "prestashop.refused")]
    [InlineData("PATCH", "/api/products", 500, Xml, Open + "<errors><error><code>8</code><message>[PHP Deprecated #8192] x</message></error></errors></prestashop>", ProblemKind.OutcomeUnknown, "prestashop.php-warning")]
    [InlineData("POST", "/api/orders", 500, Xml, "", ProblemKind.OutcomeUnknown, "http.server-error")]
    [InlineData("POST", "/api/products", 504, Html, "<html><head><title>504 Gateway Time-out</title></head></html>", ProblemKind.OutcomeUnknown, "http.gateway-error")]
    [InlineData("GET", Products, 200, Html, "<!DOCTYPE html><html><head><title>Maintenance</title></head></html>", ProblemKind.Unreadable, "http.web-page")]
    [InlineData("GET", Products, 503, Html, "<!DOCTYPE html><html><head><title>Maintenance</title></head></html>", ProblemKind.Unavailable, "http.unavailable")]
    [InlineData("GET", Products, 200, Html, "<br />\n<b>Fatal error</b>:  Allowed memory size of 1 bytes exhausted in <b>x</b>", ProblemKind.Unreadable, "http.php-fatal")]
    [InlineData("GET", Products, 200, Json, "{\"products\":[{\"id\":7,\"refe", ProblemKind.Unreadable, "http.json-malformed")]
    [InlineData("GET", "/api/products/7", 200, Xml, Open + "<product><id>7</id>", ProblemKind.Unreadable, "http.body-truncated")]
    [InlineData("GET", "/api/orders/77", 404, Html, "<!DOCTYPE html><html><head><title>404 Not Found</title></head></html>", ProblemKind.Misconfigured, "http.web-page")]
    [InlineData("GET", Products, 403, Html, "<!DOCTYPE html><html><head><title>Cloudflare</title></head></html>", ProblemKind.Denied, "http.forbidden")]
    [InlineData("PATCH", "/api/products", 405, Html, "<html><head><title>405 Not Allowed</title></head></html>", ProblemKind.Unsupported, "http.not-supported")]
    [InlineData("PATCH", "/api/products", 501, Xml, Open + "<errors><error><code>23</code><message>Method PATCH is not valid</message></error></errors></prestashop>", ProblemKind.Unsupported, "prestashop.method-unsupported")]
    [InlineData("GET", "/api/", 401, Html, "<html><head><title>401 Authorization Required</title></head></html>", ProblemKind.Unauthorized, "http.unauthorized")]
    public void Odd_errors_are_classified(string method, string path, int status, string type, string body, ProblemKind kind, string code)
    {
        var outcome = Read(method, path, status, type, body);

        var problem = outcome.Should().BeOfType<WireOutcome.Classified>().Subject.Problem;
        (problem.Kind, problem.Code).Should().Be((kind, code), problem.ToString());
    }

    [Fact]
    public void Text_that_speaks_of_errors_is_no_error()
    {
        var outcome = Read("GET", Products, 200, Json, """{"products":[{"id":1,"reference":"\"errors\":[","price":"1","name":"<errors><error>","date_upd":"2026-01-01 10:00:00"}]}""");

        outcome.Should().BeOfType<WireOutcome.Read>().Which.Count.Should().Be(1);
    }

    private static WireOutcome Read(string method, string path, int status, string? type, string body)
    {
        using var recordings = new PrestaShopRecordings();
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Date"] = "Sun, 22 Nov 2026 03:51:05 GMT", ["PSWS-Version"] = "8.2.1" };
        if (type is not null)
            headers["Content-Type"] = type;
        return recordings.Read(method, path, status, headers, body, null);
    }
}
