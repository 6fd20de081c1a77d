using System.Text.Json;

namespace ErpSync.Sandbox.Tests.PrestaShop;

public class FormatTests
{
    [Fact]
    public async Task A_single_JSON_item_without_display_loses_its_falsy_values()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct(product => (product.Reference, product.Active) = ("A", false));

        var bare = (await client.JsonAsync("products/1")).GetProperty("product");
        var full = (await client.JsonAsync("products/1?display=full")).GetProperty("products")[0];

        bare.TryGetProperty("active", out _).Should().BeFalse();
        bare.TryGetProperty("ean13", out _).Should().BeFalse();
        full.GetProperty("active").GetString().Should().Be("0");
        full.GetProperty("manufacturer_name").ValueKind.Should().Be(JsonValueKind.False);
        full.GetProperty("new").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task In_1_7_a_single_JSON_item_keeps_its_zero_values()
    {
        await using var client = await ShopClient.StartAsync("1.7.8");
        client.State.AddProduct(product => product.Active = false);

        (await client.JsonAsync("products/1")).GetProperty("product").GetProperty("active").GetString().Should().Be("0");
    }

    [Theory]
    [InlineData("9.1.4", JsonValueKind.Number)]
    [InlineData("8.2.1", JsonValueKind.String)]
    public async Task Integer_columns_are_numbers_only_since_9(string version, JsonValueKind kind)
    {
        await using var client = await ShopClient.StartAsync(version);
        client.State.AddProduct();

        var row = (await client.JsonAsync("stock_availables?display=full")).GetProperty("stock_availables")[0];

        row.GetProperty("quantity").ValueKind.Should().Be(kind);
        row.GetProperty("id").ValueKind.Should().Be(JsonValueKind.Number);
        row.GetProperty("depends_on_stock").ValueKind.Should().Be(JsonValueKind.String);
    }

    [Fact]
    public async Task An_empty_JSON_list_is_an_array()
    {
        await using var client = await ShopClient.StartAsync();

        (await client.GetAsync("products?output_format=JSON")).Body.Should().Be("[]");
        (await client.GetAsync("products")).Xml.Element("products")!.HasElements.Should().BeFalse();
    }

    [Fact]
    public async Task Texts_are_arrays_but_scalars_when_one_language_is_asked_for_or_exists()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct(product =>
        {
            product.Name["en"] = "Hose";
            product.Name["fr"] = "Tuyau";
        });

        var all = (await client.JsonAsync("products/1?display=[name]")).GetProperty("products")[0].GetProperty("name");
        var named = (await client.JsonAsync("products/1?display=[name]&language=[1|2]")).GetProperty("products")[0].GetProperty("name");
        var french = (await client.JsonAsync("products/1?display=[name]&language=2")).GetProperty("products")[0].GetProperty("name");

        all.GetRawText().Should().Be("""[{"id":1,"value":"Hose"},{"id":2,"value":"Tuyau"}]""");
        named[0].GetProperty("id").GetString().Should().Be("1");
        french.GetString().Should().Be("Tuyau");
    }

    [Theory]
    [InlineData("Output-Format", "JSON", "application/json")]
    [InlineData("Io-Format", "JSON", "application/json")]
    [InlineData("Accept", "application/json", "text/xml; charset=utf-8")]
    public async Task Headers_choose_the_format_but_Accept_does_not(string header, string value, string type)
    {
        await using var client = await ShopClient.StartAsync();

        var answer = await client.SendAsync("GET", "products", null, (header, value));

        answer.ContentType.Should().Be(type);
    }

    [Fact]
    public async Task XML_values_stand_in_CDATA_and_linked_ids_carry_an_address()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct(product => product.Name.SetAll("a ]]> b & <c>"));

        var answer = await client.GetAsync("products/1?display=[id_category_default,name]");

        answer.Body.Should().Contain("<id_category_default xlink:href=\"").And.Contain("<![CDATA[2]]>");
        answer.Xml.Descendants("language").First().Value.Should().Be("a ]]> b & <c>");
    }

    [Fact]
    public async Task The_root_has_no_JSON_form()
    {
        await using var client = await ShopClient.StartAsync();

        var answer = await client.GetAsync("?output_format=JSON");

        (answer.Status, answer.Bytes.Length, answer.Headers.ContainsKey("PSWS-Version")).Should().Be((500, 0, false));
    }

    [Fact]
    public async Task A_missing_id_is_404_without_a_body()
    {
        await using var client = await ShopClient.StartAsync();

        foreach (var path in new[] { "products/99999", "products/0", "products/abc", "products/99999?output_format=JSON" })
        {
            var answer = await client.GetAsync(path);
            (answer.Status, answer.Bytes.Length, answer.ContentType).Should().Be((404, 0, ""), path);
        }
    }
}
