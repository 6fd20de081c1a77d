using System.Text.Json;

namespace ErpSync.Sandbox.Tests.Dolibarr;

public sealed class ProductReadTests : DolibarrTest
{
    [Fact]
    public async Task A_seeded_product_is_read_with_ids_as_strings_and_prices_of_eight_decimals()
    {
        var product = State.AddProduct(p => { p.Ref = "A"; p.Label = "Apple"; p.Price = 12.345m; p.VatRate = 20m; });

        var reply = await Get($"products/{product.Id}");

        reply.Status.Should().Be(200);
        reply["id"].GetString().Should().Be("1");
        reply["price"].GetString().Should().Be("12.34500000");
        reply["price_ttc"].GetString().Should().Be("14.81400000");
        reply["tva_tx"].GetString().Should().Be("20.0000");
        reply["date_creation"].GetInt64().Should().Be(Clock.GetUtcNow().ToUnixTimeSeconds());
    }

    [Fact]
    public async Task The_modification_date_is_empty_without_a_row_of_extra_fields()
    {
        State.ProductExtraFields.Add("shopid");
        var bare = State.AddProduct(p => p.Ref = "A");
        var rich = State.AddProduct(p => { p.Ref = "B"; p.ExtraFields["shopid"] = "7"; });

        (await Get($"products/{bare.Id}"))["date_modification"].GetString().Should().BeEmpty();
        (await Get($"products/{rich.Id}"))["date_modification"].GetInt64().Should().Be(Clock.GetUtcNow().ToUnixTimeSeconds());
    }

    [Fact]
    public async Task A_list_is_sorted_by_reference_as_the_database_collates()
    {
        foreach (var reference in new[] { "TS-002", "TS-001C", "TS-001-RED-S", "TS-001_BLUE_M", "TS-001", "FORM-1" })
            State.AddProduct(p => p.Ref = reference);

        var reply = await Get("products?properties=id,ref");

        reply.Refs.Should().Equal("FORM-1", "TS-001", "TS-001_BLUE_M", "TS-001-RED-S", "TS-001C", "TS-002");
    }

    [Fact]
    public async Task The_lowest_id_answers_an_external_reference_that_exists_twice()
    {
        var first = State.AddProduct(p => { p.Ref = "A"; p.RefExt = "PS-1"; });
        State.AddProduct(p => { p.Ref = "B"; p.RefExt = "PS-1"; });

        (await Get("products/ref_ext/PS-1"))["id"].GetString().Should().Be(first.Id.ToString());
    }

    [Theory]
    [InlineData("products/99")]
    [InlineData("products/ref/NOPE")]
    [InlineData("products/ref_ext/NOPE")]
    [InlineData("products/barcode/123")]
    public async Task A_missing_product_is_404_with_its_place_in_the_code(string path)
    {
        var reply = await Get(path);

        reply.Status.Should().Be(404);
        reply.Message.Should().Be("Not Found: Product not found");
        reply["debug"].GetProperty("source").GetString().Should().EndWith("at call stage");
    }

    [Fact]
    public async Task Pages_ids_and_pagination_data_count_all_rows()
    {
        for (var i = 0; i < 7; i++)
            State.AddProduct(p => p.Ref = $"P{i}");

        var reply = await Get("products?limit=3&page=2&pagination_data=true&properties=id");

        reply["data"].GetArrayLength().Should().Be(1);
        reply["pagination"].GetRawText().ReplaceLineEndings("").Replace(" ", "").Should().Be("{\"total\":7,\"page\":2,\"page_count\":3,\"limit\":3}");
        (await Get("products?ids_only=true&limit=2&sortfield=t.rowid")).Json.EnumerateArray().Select(id => id.GetString()).Should().Equal("1", "2");
    }

    [Fact]
    public async Task No_limit_with_pagination_data_is_500_without_a_body()
    {
        State.AddProduct(p => p.Ref = "A");

        var reply = await Get("products?limit=0&pagination_data=true");

        reply.Status.Should().Be(500);
        reply.Body.Should().BeEmpty();
    }

    [Fact]
    public async Task Modes_categories_and_variant_filters_choose_rows()
    {
        var goods = State.AddProduct(p => p.Ref = "GOODS");
        State.AddProduct(p => { p.Ref = "SERVICE"; p.Type = 1; });
        var category = State.AddCategory(c => c.Label = "Clothes");
        State.LinkCategory(category.Id, goods.Id);
        var size = State.AddAttribute("SIZE", "Size", "S", "M");
        State.AddVariant(goods.Id, new Dictionary<int, int> { [size.Id] = 1 });

        (await Get("products?mode=2")).Refs.Should().Equal("SERVICE");
        (await Get($"products?category={category.Id}")).Refs.Should().Equal("GOODS");
        (await Get("products?variant_filter=1")).Refs.Should().Equal("SERVICE");
        (await Get("products?variant_filter=2")).Refs.Should().Equal("GOODS");
        (await Get("products?variant_filter=3")).Refs.Should().Equal("GOODS_S");
    }

    [Fact]
    public async Task Stock_is_a_text_without_levels_and_a_number_with_them()
    {
        var product = State.AddProduct(p => p.Ref = "A");
        (await Get($"products/{product.Id}"))["stock_reel"].ValueKind.Should().Be(JsonValueKind.Null);
        State.SetStock(product.Id, 1, 12.5m);

        (await Get($"products/{product.Id}"))["stock_reel"].GetString().Should().Be("12.5");
        var loaded = await Get($"products/{product.Id}?includestockdata=1");
        loaded["stock_reel"].GetDecimal().Should().Be(12.5m);
        loaded["stock_warehouse"].GetProperty("1").GetProperty("real").GetString().Should().Be("12.5");
        (await Get($"products/{product.Id}/stock"))["stock_warehouses"].GetProperty("1").GetProperty("real").GetString().Should().Be("12.5");
    }

    [Fact]
    public async Task Ten_thousand_products_come_in_one_listing()
    {
        for (var i = 0; i < 10_000; i++)
            State.AddProduct(p => { p.Ref = $"P{i:00000}"; p.Label = "Product"; p.Price = i; p.VatRate = 20m; });

        var reply = await Get("products?limit=0&sortfield=t.rowid");

        reply.Json.GetArrayLength().Should().Be(10_000);
        reply.Json[9_999].GetProperty("ref").GetString().Should().Be("P09999");
    }

    [Fact]
    public async Task Xml_is_answered_to_those_who_accept_it()
    {
        State.AddProduct(p => p.Ref = "BULK-0001");
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("DOLAPIKEY", Erp.ApiKey);
        client.DefaultRequestHeaders.Add("Accept", "application/xml");

        var body = await client.GetStringAsync(new Uri(Erp.BaseAddress, "api/index.php/products?limit=1&properties=id,ref"));

        body.Should().Be("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<response>\n    <item>\n        <id>1</id>\n        <ref>BULK-0001</ref>\n    </item>\n</response>\n");
    }
}
