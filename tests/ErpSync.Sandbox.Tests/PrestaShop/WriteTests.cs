using static ErpSync.Sandbox.Tests.PrestaShop.InputXmlText;

namespace ErpSync.Sandbox.Tests.PrestaShop;

public class WriteTests
{
    [Fact]
    public async Task POST_through_the_API_makes_an_invisible_draft_with_a_stock_row()
    {
        await using var client = await ShopClient.StartAsync();

        var answer = await client.SendAsync("POST", "products", Product("<reference>A</reference>"));

        answer.Status.Should().Be(201);
        var product = client.State.Products[1];
        (product.Saved, product.Active, product.DefaultCategoryId, product.TaxRulesGroupId, product.MinimalQuantity).Should().Be((false, false, 0, 0, 0));
        (product.Price, product["condition"], product["low_stock_threshold"]).Should().Be((5.5m, "new", null));
        client.State.Stock(1).Quantity.Should().Be(0);
    }

    [Fact]
    public async Task The_answer_to_a_write_echoes_the_input_and_is_not_the_stored_state()
    {
        await using var client = await ShopClient.StartAsync();

        var answer = await client.SendAsync("POST", "products", Product("<weight>1.1234567</weight>"));

        answer.Xml.Element("product")!.Element("price")!.Value.Should().Be("5.5");
        answer.Xml.Element("product")!.Element("minimal_quantity")!.Value.Should().BeEmpty();
        (client.State.Products[1]["price"], client.State.Products[1]["weight"]).Should().Be(("5.500000", "1.123457"));
    }

    [Fact]
    public async Task PUT_resets_what_is_left_out_even_the_date_of_creation()
    {
        var clock = new ShopClock(new DateTimeOffset(2026, 7, 1, 10, 0, 0, TimeSpan.Zero));
        await using var client = await ShopClient.StartAsync(clock: clock);
        client.State.AddProduct(product => (product.Ean13, product.Weight, product.ManufacturerId) = ("4006381333931", 2m, client.State.AddManufacturer("Brand").Id));
        clock.Advance(TimeSpan.FromMinutes(1));

        var answer = await client.SendAsync("PUT", "products/1", Product("<id>1</id>"));

        answer.Status.Should().Be(200);
        var product = client.State.Products[1];
        (product.Ean13, product.Weight, product.ManufacturerId, product.Active).Should().Be(("", 0m, 0, false));
        product.DateAdd.Should().Be("2026-07-01 12:01:00");
        product.CategoryIds.Should().Equal(2);
    }

    [Fact]
    public async Task PATCH_empties_a_language_that_was_not_sent_and_JSON_answers_500_although_it_is_stored()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct(product => product.Name.SetAll("Hose"));
        client.State.AddProduct(product => product.Name.SetAll("Hose"));

        var xml = await client.SendAsync("PATCH", "products", Of("product", "<id>1</id><name><language id=\"2\">Tuyau</language></name>"));
        var json = await client.SendAsync("PATCH", "products?output_format=JSON", Of("product", "<id>2</id><name><language id=\"2\">Tuyau</language></name>"));

        (xml.Status, json.Status, json.Codes[0]).Should().Be((200, 500, 3));
        foreach (var product in client.State.Products)
            (product.Name["en"], product.Name["fr"]).Should().Be(("", "Tuyau"));
    }

    [Fact]
    public async Task PATCH_without_the_default_language_of_a_required_text_is_refused()
    {
        await using var client = await ShopClient.StartAsync();

        var answer = await client.SendAsync("PATCH", "categories/2", Of("category", "<id>2</id><name><language id=\"2\">Accueil</language></name>"));

        (answer.Status, answer.Codes[0]).Should().Be((400, 84));
        client.State.Categories[2].Name["en"].Should().Be("Home");
    }

    [Fact]
    public async Task The_id_in_the_body_decides_and_the_one_in_the_address_does_not()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct();
        client.State.AddProduct();

        await client.SendAsync("PATCH", "products/1", Of("product", "<id>2</id><reference>B</reference>"));

        (client.State.Products[1].Reference, client.State.Products[2].Reference).Should().Be(("", "B"));
    }

    [Fact]
    public async Task Several_items_are_no_transaction()
    {
        await using var client = await ShopClient.StartAsync();
        var items = new[] { "A", "B", "C" }.Select(reference => $"<reference>{reference}</reference><price>{(reference == "B" ? "abc" : "1")}</price>" + Texts("name", reference, reference));

        var answer = await client.SendAsync("POST", "products", Of("product", [.. items]));

        (answer.Status, answer.Codes[0]).Should().Be((400, 85));
        client.State.Products.Select(product => product.Reference).Should().Equal("A");
    }

    [Fact]
    public async Task JSON_answers_only_the_last_of_several_items()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct();
        client.State.AddProduct();
        var body = Of("product", "<id>1</id><price>2</price>", "<id>2</id><price>3</price>");

        var json = await client.SendAsync("PATCH", "products?output_format=JSON", body);
        var xml = await client.SendAsync("PATCH", "products", body);

        json.Json.GetProperty("product").GetProperty("id").GetString().Should().Be("2");
        xml.Xml.Elements("product").Should().HaveCount(2);
    }

    [Fact]
    public async Task An_unknown_association_is_refused_after_the_item_was_created()
    {
        await using var client = await ShopClient.StartAsync();

        var answer = await client.SendAsync("POST", "products", Product("<associations><bogus><x><id>1</id></x></bogus></associations>"));

        (answer.Status, answer.Codes[0], client.State.Products.Count).Should().Be((400, 86, 1));
    }

    [Theory]
    [InlineData("<price>-5</price>", 85)]
    [InlineData("<price>1,5</price>", 85)]
    [InlineData("<ean13>12AB</ean13>", 85)]
    [InlineData("<reference>a&lt;b</reference>", 85)]
    [InlineData("<quantity>5</quantity>", 93)]
    [InlineData("<manufacturer_name>x</manufacturer_name>", 93)]
    [InlineData("<name><language id=\"1\">a;b</language><language id=\"2\">x</language></name>", 84)]
    [InlineData("<description><language id=\"1\">&lt;script&gt;x&lt;/script&gt;</language><language id=\"2\"/></description>", 84)]
    public async Task Bad_values_are_400_with_their_code_and_change_nothing(string input, int code)
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct(product => product.Price = 9m);

        var answer = await client.SendAsync("PATCH", "products/1", Of("product", "<id>1</id>" + input));

        (answer.Status, answer.Codes[0]).Should().Be((400, code));
        client.State.Products[1].Price.Should().Be(9m);
    }

    [Fact]
    public async Task Ids_and_required_fields_are_checked_by_code()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct();

        (await client.SendAsync("PUT", "products/1", Of("product", "<price>1</price>"))).Codes.Should().Equal(90);
        (await client.SendAsync("PUT", "products/9", Of("product", "<id>9</id><price>1</price>"))).Codes.Should().Equal(92);
        (await client.SendAsync("POST", "products", Product("<id>5</id>"))).Codes.Should().Equal(91);
        (await client.SendAsync("PUT", "products/1", Of("product", "<id>1</id>"))).Codes.Should().Equal(41);
        (await client.SendAsync("POST", "products", Of("product", "<price>1</price>"))).Status.Should().Be(500);
    }

    [Fact]
    public async Task HTML_comes_back_purified_and_the_friendly_address_repaired()
    {
        await using var client = await ShopClient.StartAsync();
        const string Html = "<p style=\"color:red\">5 &lt; 6 &amp;&nbsp;ü</p><table><tr><td>1</td></tr></table>";

        await client.SendAsync("POST", "products", Of("product", "<price>1</price>" + Texts("name", "Bad link É!", "x") + Texts("link_rewrite", "bad link é!", "ok") + Texts("description", Html, "")));

        var product = client.State.Products[1];
        product.Description["en"].Should().Be("<p style=\"color:#FF0000;\">5 &lt; 6 &amp;\u00A0ü</p>\n<table><tr><td>1</td></tr></table>");
        (product.LinkRewrite["en"], product.LinkRewrite["fr"]).Should().Be(("bad-link-e", "ok"));
    }

    [Fact]
    public async Task Broken_bodies_are_500_with_code_127_and_document_types_are_not_read()
    {
        await using var client = await ShopClient.StartAsync();

        (await client.SendAsync("POST", "products", "")).Codes.Should().Equal(127);
        (await client.SendAsync("POST", "products", "{\"product\":1}")).Codes.Should().Equal(3, 3, 3, 127);
        (await client.SendAsync("POST", "products", "<!DOCTYPE x [<!ENTITY e \"y\">]><prestashop><product><price>&e;</price></product></prestashop>")).Codes.Should().EndWith(127);
    }

    [Fact]
    public async Task DELETE_of_several_takes_commas_and_reads_only_the_first_between_pipes()
    {
        await using var client = await ShopClient.StartAsync();
        for (var i = 0; i < 5; i++)
            client.State.AddProduct();

        (await client.SendAsync("DELETE", "products/?id=[1,99]")).Codes.Should().Equal(87);
        (await client.SendAsync("DELETE", "products/?id=[1,2]")).Bytes.Should().BeEmpty();
        (await client.SendAsync("DELETE", "products/?id=[3|4]")).Status.Should().Be(200);

        client.State.Products.Select(product => product.Id).Should().Equal(4, 5);
        client.State.StockAvailables.Select(row => row.ProductId).Should().Equal(4, 5);
    }

    [Fact]
    public async Task A_deleted_tax_stays_with_its_mark()
    {
        await using var client = await ShopClient.StartAsync();

        await client.SendAsync("DELETE", "taxes/1");

        client.State.Taxes[1].Deleted.Should().BeTrue();
        (await client.JsonAsync("taxes/1?display=[deleted]")).GetProperty("taxes")[0].GetProperty("deleted").GetString().Should().Be("1");
    }
}
