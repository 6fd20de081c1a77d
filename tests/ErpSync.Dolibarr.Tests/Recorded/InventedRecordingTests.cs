using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Exchanges that were not recorded, of other endpoints, versions and troubles: each is read or recognised, and none is believed more than it says.</summary>
public sealed class InventedRecordingTests
{
    private static readonly Dictionary<string, string> Json = new(StringComparer.Ordinal) { ["Content-Type"] = "application/json; charset=utf-8" };
    private static readonly Dictionary<string, string> Html = new(StringComparer.Ordinal) { ["Content-Type"] = "text/html; charset=UTF-8" };

    [Theory]
    [InlineData("GET", "setup/dictionary/contact_types", """[{"rowid":"23","code":"BILLING","type":"commande","label":"Facturation","source":"external","module":null,"position":"0"}]""", 1)]
    [InlineData("GET", "orders?pagination_data=true", """{"data":[],"pagination":{"total":0,"page":0,"page_count":0,"limit":2}}""", 0)]
    [InlineData("GET", "proposals", """[{"id":"1","ref":"PR2611-0001","socid":"1","lines":[]}]""", 1)]
    [InlineData("GET", "paiements", """[{"id":"1","ref":"PAY2611-0001","amount":"50.00000000","datepaye":1795305600}]""", 1)]
    [InlineData("GET", "products/3/stock", """{"stock_warehouses":{"1":{"real":"5","id":"1","detail_batch":{"L1":{"id":"1","qty":"5"}}}}}""", 1)]
    [InlineData("GET", "products?ids_only=true", "[1,2,\"3\"]", 3)]
    [InlineData("POST", "orders/1/lines", "7", 1)]
    [InlineData("GET", "status", """{"success":{"code":200,"dolibarr_version":"17.0.4","access_locked":"0"}}""", 1)]
    [InlineData("DELETE", "products/3", """{"success":{"code":200,"message":"Object deleted"}}""", 1)]
    public async Task Data_of_another_endpoint_is_read(string method, string path, string body, int count) =>
        (await ReadAsync(method, path, 200, Json, body)).Should().BeOfType<WireOutcome.Read>().Which.Should().Match<WireOutcome.Read>(read => read.Count == count && read.Problems.Count == 0);

    [Theory]
    [InlineData("GET", "products/1", 200, "", "http.body-empty")]
    [InlineData("POST", "orders", 200, "", "http.body-empty")]
    [InlineData("GET", "thirdparties/1", 200, "{\"id\":\"1\",\"name\":\"Dup", "http.body-truncated")]
    [InlineData("GET", "documents/download", 200, """{"filename":"x.pdf","content":"YWJ*","encoding":"base64"}""", "dolibarr.file-unreadable")]
    [InlineData("POST", "orders/1/close", 304, null, "dolibarr.not-modified")]
    [InlineData("GET", "tickets", 501, "API not found (failed to include API file)", "dolibarr.module-off")]
    [InlineData("GET", "setup/dictionary/vat", 404, """{"error":{"code":404,"message":"Not Found"}}""", "dolibarr.no-such-path")]
    [InlineData("GET", "shipments", 404, """{"error":{"code":404,"message":"Not Found: No shipment found"}}""", "dolibarr.not-found")]
    [InlineData("GET", "orders", 429, "Too many requests", "http.too-many-requests")]
    [InlineData("PUT", "orders/1/lines/1", 400, """{"error":{"code":400,"message":"Bad Request: "}}""", "dolibarr.rejected")]
    public async Task Trouble_of_another_endpoint_is_recognised(string method, string path, int status, string? body, string code)
    {
        var outcome = await ReadAsync(method, path, status, status == 501 ? Html : Json, body);
        (outcome is WireOutcome.Read read ? read.Problems.Single() : outcome.Should().BeOfType<WireOutcome.Classified>().Subject.Problem).Code.Should().Be(code);
    }

    [RecordingFact]
    public async Task Warning_of_php_before_the_data_hides_neither_a_list_nor_a_record()
    {
        var row = Recorded.Get(Recorded.Newer, "variant-child-clean").Response!.Body!;
        foreach (var (path, body) in new[] { ("products", $"[{row}]"), ("products/48", row) })
        {
            var outcome = await ReadAsync("GET", path, 200, Html, "<br />\n<b>Warning</b>:  Undefined property: stdClass::$x in <b>/srv/dolibarr/api.php</b> on line <b>33</b><br />\n" + body);
            outcome.Should().BeOfType<WireOutcome.Read>().Which.Text.Should().Contain("HOOD-RED-S");
        }
    }

    [RecordingFact]
    public async Task Lines_and_contacts_with_a_gap_in_their_numbers_come_as_a_map_and_are_read()
    {
        var order = JsonNode.Parse(Recorded.Get(Recorded.Newer, "order-get-contacts").Response!.Body!)!;
        var lines = order["lines"]!.AsArray().Select(line => line!.DeepClone()).ToList();
        order["lines"] = new JsonObject(lines.Select((line, place) => KeyValuePair.Create($"{(place * 2) + 1}", (JsonNode?)line)));
        (await ReadAsync("GET", "orders/1", 200, Json, order.ToJsonString())).Should().BeOfType<WireOutcome.Read>().Which.Text.Should().Contain($"{lines.Count} lines");
    }

    [Fact]
    public async Task Address_without_the_name_of_the_script_is_of_the_api_too() =>
        (await new DolibarrRecordings().ReadAsync("GET", "/erp/api/status", 200, Json, """{"success":{"code":200,"dolibarr_version":"22.0.1"}}""", null)).Should().BeOfType<WireOutcome.Read>().Which.Text.Should().Be("22.0.1");

    [Theory]
    [InlineData("""{"triggercode":"CONTACT_MODIFY","object":{"id":"5","user":{"api_key":"secretkey"}}}""", "contact 5")]
    [InlineData("""{"triggercode":"LINESHIPPING_INSERT","object":{"id":"9","fk_expedition":"3"}}""", "shipment 3")]
    [InlineData("triggercode=ORDER_CREATE&object=%7B%22id%22%3A%225%22%7D", "order 5")]
    public async Task Delivery_to_a_listener_points_at_its_record_and_tells_nothing_else(string payload, string expected)
    {
        var text = (await new DolibarrRecordings().ReadAsync("POST", "/hook?token=x", 200, Html, "ok", "server -> listener", payload)).Should().BeOfType<WireOutcome.Read>().Subject.Text;
        text.Should().EndWith(expected).And.NotContain("secretkey");
    }

    private static async Task<WireOutcome> ReadAsync(string method, string path, int status, Dictionary<string, string> headers, string? body)
    {
        using var recordings = new DolibarrRecordings();
        return await recordings.ReadAsync(method, "/api/index.php/" + path, status, headers, body, null);
    }
}
