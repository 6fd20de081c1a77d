namespace ErpSync.Sandbox.Tests.Dolibarr;

public sealed class ProductCreateTests : DolibarrTest
{
    [Fact]
    public async Task A_create_answers_the_bare_id_and_rounds_the_price_to_two_decimals()
    {
        var reply = await Post("products", """{"ref":"TS-001","label":"T-shirt","price":"10.123456","price_base_type":"HT","tva_tx":"20","status":1}""");

        reply.Body.Should().Be("1");
        State.Products[1].Price.Should().Be(10.12m);
        State.Products[1].PriceTtc.Should().Be(12.15m);
    }

    [Fact]
    public async Task In_level_mode_the_first_level_keeps_five_decimals()
    {
        State.Constants["PRODUIT_MULTIPRICES"] = "1";

        await Post("products", """{"ref":"TS-001","label":"T-shirt","price":"10.123456","price_base_type":"HT","tva_tx":"20"}""");

        var stored = await Get("products/1");
        stored["price"].GetString().Should().Be("10.12000000");
        stored["price_ttc"].GetString().Should().Be("12.15000000");
        stored["multiprices"].GetProperty("1").GetString().Should().Be("10.12346000");
        stored["multiprices_ttc"].GetProperty("1").GetString().Should().Be("12.14815000");
    }

    [Fact]
    public async Task A_tax_included_price_is_divided_and_rounded()
    {
        await Post("products", """{"ref":"TS-002","label":"Mug","price_ttc":"12.00","price_base_type":"TTC","tva_tx":"5.5"}""");

        State.Products[1].Price.Should().Be(11.37m);
        State.Products[1].PriceTtc.Should().Be(12m);
        State.Products[1].PriceBaseType.Should().Be("TTC");
    }

    [Fact]
    public async Task The_price_of_a_product_with_levels_is_that_of_the_level_written_last()
    {
        State.Constants["PRODUIT_MULTIPRICES"] = "1";

        await Post("products", """{"ref":"TS-003","label":"Levels","price":"20","price_base_type":"HT","tva_tx":"20","multiprices":{"1":20,"2":18.5,"3":15},"multiprices_base_type":{"1":"HT","2":"HT","3":"HT"},"multiprices_tva_tx":{"1":20,"2":20,"3":20}}""");

        State.Products[1].Price.Should().Be(15m);
        State.Products[1].PriceLevels.Select(l => l.Value.Price).Should().Equal(20m, 18.5m, 15m);
    }

    [Theory]
    [InlineData("1 234,56", "123456")]
    [InlineData("2,5", "25")]
    [InlineData("7.25", "7.25")]
    public async Task A_decimal_comma_is_destroyed_not_refused(string sent, string stored)
    {
        await Post("products", $$"""{"ref":"A","label":"A","price":"{{sent}}","price_base_type":"HT"}""");

        State.Products[1].Price.Should().Be(decimal.Parse(stored, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Labels_lose_tags_and_double_quotes_and_references_are_transliterated()
    {
        await Post("products", """{"ref":"SP-éà &<1>/2\"'","label":"Crème brûlée & <b>gras</b> \"quoted\" 'apos' ñ 漢字","description":"Line1\nLine2 <script>alert(1)</script> <a href=\"http://x\">l</a> é & € <img src=x onerror=y>"}""");

        var product = State.Products[1];
        product.Ref.Should().Be("SP-ea_&_2_");
        product.Label.Should().Be("Crème brûlée & gras quoted 'apos' ñ 漢字");
        product.Description.Should().Be("Line1\nLine2 alert(1) <a href=\"http://x\">l</a> é &amp; € <img src=\"x\">");
    }

    [Fact]
    public async Task Extra_fields_lose_their_html_too()
    {
        State.ProductExtraFields.Add("longdesc");

        await Post("products", """{"ref":"A","label":"A","array_options":{"options_longdesc":"<p>Long <b>HTML</b> text & \"quotes\" é</p>"}}""");

        State.Products[1].ExtraFields["longdesc"].Should().Be("Long HTML text & quotes é");
    }

    [Theory]
    [InlineData("{}", "Bad Request: ref field missing")]
    [InlineData("", "Bad Request: ref field missing")]
    [InlineData("""{"ref":"A"}""", "Bad Request: label field missing")]
    [InlineData("""{"ref":"X",""", "Bad Request: Error encoding/decoding JSON: Syntax error")]
    public async Task A_missing_field_or_broken_json_is_400(string body, string message)
    {
        var reply = await Post("products", body);

        reply.Status.Should().Be(400);
        reply.Message.Should().Be(message);
    }

    [Theory]
    [InlineData("TS-001")]
    [InlineData("ts-001")]
    [InlineData("TS-001 ")]
    public async Task A_reference_exists_once_whatever_its_case(string reference)
    {
        State.AddProduct(p => p.Ref = "TS-001");

        var reply = await Post("products", $$"""{"ref":"{{reference}}","label":"x"}""");

        reply.Status.Should().Be(500);
        reply.Message.Should().Be("Internal Server Error: Error creating product");
        reply.Reason.Should().Be("ErrorProductAlreadyExists");
    }

    [Fact]
    public async Task A_barcode_exists_once_but_an_external_reference_twice()
    {
        State.AddProduct(p => { p.Ref = "A"; p.Barcode = "3760001000012"; p.RefExt = "PS-1"; });

        (await Post("products", """{"ref":"B","label":"B","barcode":"3760001000012"}""")).Status.Should().Be(500);
        (await Post("products", """{"ref":"C","label":"C","ref_ext":"PS-1"}""")).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_text_longer_than_its_column_is_500_with_the_words_of_the_database()
    {
        var reply = await Post("products", $$"""{"ref":"A","label":"{{new string('L', 256)}}"}""");

        reply.Status.Should().Be(500);
        reply.Reason.Should().Be("Data too long for column 'label' at row 1");
    }

    [Fact]
    public async Task Emoji_are_stored_when_the_connection_takes_four_bytes()
    {
        (await Post("products", """{"ref":"EMO","label":"Party 😀"}""")).Status.Should().Be(200);

        (await Get("products/1"))["label"].GetString().Should().Be("Party 😀");
    }

    [Fact]
    public async Task Deleted_ids_are_not_used_again_and_used_products_stay()
    {
        State.AddProduct(p => p.Ref = "A");
        State.AddProduct(p => { p.Ref = "B"; p.IsUsed = true; });
        var last = State.AddProduct(p => p.Ref = "C");

        (await Delete($"products/{last.Id}")).Status.Should().Be(200);
        (await Delete("products/2")).Status.Should().Be(409);
        (await Delete($"products/{last.Id}")).Status.Should().Be(404);
        (await Post("products", """{"ref":"D","label":"D"}""")).Body.Should().Be("4");
    }
}
