using System.Text.Json;

namespace ErpSync.Sandbox.Tests.Dolibarr;

public sealed class ProductUpdateTests : DolibarrTest
{
    private DolibarrProduct Product(Action<DolibarrProduct>? configure = null) => State.AddProduct(p =>
    {
        (p.Ref, p.Label, p.Price, p.VatRate) = ("A", "Apple", 10m, 20m);
        configure?.Invoke(p);
    });

    [Fact]
    public async Task An_update_keeps_five_decimals_and_computes_tax_from_the_sent_price()
    {
        Product();

        var reply = await Put("products/1", """{"price":"12.3456789"}""");

        reply["price"].GetString().Should().Be("12.34568000");
        reply["price_ttc"].GetString().Should().Be("14.81481000");
        reply["multiprices"].GetRawText().Replace(" ", "").ReplaceLineEndings("").Should().Be("[12.34568]");
    }

    [Fact]
    public async Task Without_a_price_mode_the_price_is_silently_kept()
    {
        State.Constants["PRODUCT_PRICE_UNIQ"] = null;
        Product();

        var reply = await Put("products/1", """{"price":"99","price_base_type":"HT","label":"New"}""");

        reply.Status.Should().Be(200);
        reply["price"].GetString().Should().Be("10.00000000");
        reply["label"].GetString().Should().Be("New");
    }

    [Fact]
    public async Task A_tax_included_price_switches_the_base()
    {
        Product();

        await Put("products/1", """{"price_ttc":"24","price_base_type":"TTC"}""");

        State.Products[1].Price.Should().Be(20m);
        State.Products[1].PriceBaseType.Should().Be("TTC");
    }

    [Fact]
    public async Task Any_update_in_level_mode_makes_the_price_that_of_the_last_level()
    {
        State.Constants["PRODUIT_MULTIPRICES"] = "1";
        Product(p => { p.PriceLevels[1] = new DolibarrPriceLevel { Price = 20m, VatRate = 20m }; p.PriceLevels[3] = new DolibarrPriceLevel { Price = 15m, VatRate = 20m }; });

        var reply = await Put("products/1", """{"label":"New"}""");

        reply["price"].GetString().Should().Be("15.00000000");
        reply["level"].GetInt32().Should().Be(3);
        reply["multiprices_default_vat_code"].EnumerateObject().Select(p => p.Name).Should().Equal("1", "3");
    }

    [Fact]
    public async Task A_single_price_in_level_mode_lands_in_level_one_and_leaves_a_stray_level()
    {
        State.Constants["PRODUIT_MULTIPRICES"] = "1";
        Product(p => p.PriceLevels[1] = new DolibarrPriceLevel { Price = 10.12346m, VatRate = 20m });

        var reply = await Put("products/1", """{"price":"11.5","price_base_type":"HT"}""");

        reply["price"].GetString().Should().Be("10.12346000");
        reply["multiprices"].GetProperty("1").GetString().Should().Be("11.50000000");
        reply["multiprices"].GetProperty("0").GetDecimal().Should().Be(11.5m);
        (await Get("products/1"))["multiprices"].TryGetProperty("0", out _).Should().BeFalse();
    }

    [Fact]
    public async Task Leaving_out_a_level_that_has_a_price_is_refused_after_the_lower_levels_were_stored()
    {
        State.Constants["PRODUIT_MULTIPRICES"] = "1";
        Product(p => { p.PriceLevels[1] = new DolibarrPriceLevel { Price = 11.5m, VatRate = 20m }; p.PriceLevels[2] = new DolibarrPriceLevel { Price = 9.9m, VatRate = 20m }; });

        var reply = await Put("products/1", """{"multiprices":{"1":15},"multiprices_base_type":{"1":"HT"},"multiprices_tva_tx":{"1":20}}""");

        reply.Status.Should().Be(500);
        reply.Reason.Should().Be("ErrorPriceCantBeLowerThanMinPrice");
        State.Products[1].PriceLevels[1].Price.Should().Be(15m);
        State.Products[1].PriceLevels[2].Price.Should().Be(9.9m);
    }

    [Fact]
    public async Task The_answer_echoes_unknown_fields_as_text_but_does_not_store_them()
    {
        Product();

        (await Put("products/1", """{"foo_bar":1}"""))["foo_bar"].GetString().Should().Be("1");

        (await Get("products/1")).Json.TryGetProperty("foo_bar", out _).Should().BeFalse();
    }

    [Fact]
    public async Task The_answer_shows_the_translations_as_they_were_before()
    {
        Product();

        var reply = await Put("products/1", """{"label":"New"}""");

        reply["label"].GetString().Should().Be("New");
        reply["multilangs"].GetProperty("en_US").GetProperty("label").GetString().Should().Be("Apple");
    }

    [Fact]
    public async Task The_own_language_of_sent_translations_is_overwritten_by_the_label()
    {
        Product();

        await Put("products/1", """{"multilangs":{"fr_FR":{"label":"Pomme","description":"d"},"en_US":{"label":"Other","description":"e"}}}""");

        var texts = (await Get("products/1?includetrans=true"))["multilangs"];
        texts.GetProperty("fr_FR").GetProperty("label").GetString().Should().Be("Pomme");
        texts.GetProperty("en_US").GetProperty("label").GetString().Should().Be("Apple");
        (await Get("products/1"))["multilangs"].ValueKind.Should().Be(JsonValueKind.Array);
    }

    [Fact]
    public async Task Stock_in_the_body_is_400()
    {
        Product();

        var reply = await Put("products/1", """{"stock_reel":5}""");

        reply.Status.Should().Be(400);
        reply.Message.Should().Be("Bad Request: Stock reel cannot be updated here. Use the /stockmovements endpoint instead");
    }

    [Fact]
    public async Task An_id_in_the_body_is_ignored_and_null_clears()
    {
        Product(p => { p.Url = "https://shop.example/1"; p.RefExt = "PS-1"; });

        await Put("products/1", """{"id":99,"url":null,"ref_ext":null}""");

        State.Products[1].Url.Should().BeNull();
        State.Products[1].RefExt.Should().BeNull();
        State.Products.Find(99).Should().BeNull();
    }

    [Fact]
    public async Task Extra_fields_are_merged_key_by_key()
    {
        State.ProductExtraFields.Add("shopid");
        State.ProductExtraFields.Add("color");
        Product(p => { p.ExtraFields["shopid"] = "1"; p.ExtraFields["color"] = "red"; });

        await Put("products/1", """{"array_options":{"options_shopid":"2"}}""");

        State.Products[1].ExtraFields["shopid"].Should().Be("2");
        State.Products[1].ExtraFields["color"].Should().Be("red");
    }

    [Fact]
    public async Task Renaming_to_a_reference_that_exists_is_500_and_changes_nothing()
    {
        Product();
        State.AddProduct(p => p.Ref = "B");

        (await Put("products/1", """{"ref":"b","label":"New"}""")).Status.Should().Be(500);

        State.Products[1].Label.Should().Be("Apple");
        State.Products.FindByRef("A")!.Id.Should().Be(1);
    }

    [Fact]
    public async Task Looking_up_follows_a_changed_reference()
    {
        Product();

        await Put("products/1", """{"ref":"NEW","ref_ext":"PS-2","barcode":"123"}""");

        (await Get("products/ref/NEW")).Status.Should().Be(200);
        (await Get("products/ref/A")).Status.Should().Be(404);
        (await Get("products/ref_ext/PS-2")).Status.Should().Be(200);
        (await Get("products/barcode/123")).Status.Should().Be(200);
    }
}
