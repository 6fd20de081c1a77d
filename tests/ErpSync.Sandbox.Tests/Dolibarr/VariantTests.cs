namespace ErpSync.Sandbox.Tests.Dolibarr;

public sealed class VariantTests : DolibarrTest
{
    private const string RedSmall = """{"weight_impact":0.05,"price_impact":2.5,"price_impact_is_percent":0,"features":{"1":1,"2":3},"reference":"TS-RED-S","ref_ext":"PS-1-11"}""";

    public VariantTests()
    {
        State.AddAttribute("COLOR", "Colour", "Red", "Blue");
        State.AddAttribute("SIZE", "Size", "S", "M");
        State.AddProduct(p => { (p.Ref, p.RefExt, p.Label, p.Description, p.Price, p.VatRate, p.Weight) = ("TS", "PS-1", "Shirt", "<p>d</p>", 10m, 20m, 0.25m); });
    }

    [Fact]
    public async Task A_create_answers_the_child_which_is_a_product_with_the_parents_external_reference()
    {
        (await Post("products/1/variants", RedSmall)).Body.Should().Be("2");

        var child = State.Products[2];
        child.Ref.Should().Be("TS-RED-S");
        child.RefExt.Should().Be("PS-1");
        child.Label.Should().Be("Shirt Red S");
        child.Description.Should().Be("<p>d</p><br><strong>Colour:</strong> Red<br><strong>Size:</strong> S");
        child.Price.Should().Be(12.5m);
        child.Weight.Should().Be(0.3m);
        State.Variants[1].RefExt.Should().Be("PS-1-11");
        (await Get("products/2?includeparentid=true"))["fk_product_parent"].GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task The_same_combination_again_creates_a_second_child_and_orphans_the_first()
    {
        await Post("products/1/variants", RedSmall);
        (await Post("products/1/variants", RedSmall.Replace("TS-RED-S", "TS-RED-S2", StringComparison.Ordinal))).Body.Should().Be("3");

        State.Variants.Should().ContainSingle().Which.ChildId.Should().Be(3);
        (await Get("products/2?includeparentid=true"))["fk_product_parent"].ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task The_path_by_reference_knows_no_references_and_finds_the_existing_combination()
    {
        (await Post("products/ref/TS/variants", RedSmall)).Body.Should().Be("2");
        (await Post("products/ref/TS/variants", RedSmall)).Status.Should().Be(200);

        State.Products.Count.Should().Be(2);
        State.Products[2].Ref.Should().Be("TS_RED_S");
        State.Variants[1].RefExt.Should().BeEmpty();
    }

    [Fact]
    public async Task Unknown_attributes_are_accepted_and_not_seen_again()
    {
        (await Post("products/1/variants", """{"weight_impact":0,"price_impact":0,"price_impact_is_percent":0,"features":{"99":1}}""")).Status.Should().Be(200);

        (await Get("products/1/variants")).Json[0].GetProperty("attributes").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_missing_field_is_400_at_validation() =>
        (await Post("products/1/variants", """{"weight_impact":0,"price_impact":0,"price_impact_is_percent":0}""")).Message.Should().Be("Bad Request: `features` is required.");

    [Fact]
    public async Task A_changed_price_of_the_parent_reaches_the_child()
    {
        await Post("products/1/variants", RedSmall);
        Clock.Advance(TimeSpan.FromMinutes(1));

        await Put("products/1", """{"price":"50"}""");

        State.Products[2].Price.Should().Be(52.5m);
        State.Products[2].Modified.Should().Be(Clock.GetUtcNow());
    }

    [Fact]
    public async Task In_level_mode_the_child_follows_in_level_one_and_its_price_becomes_zero()
    {
        State.Constants["PRODUIT_MULTIPRICES"] = "1";
        State.Products[1].PriceLevels[1] = new DolibarrPriceLevel { Price = 40m, VatRate = 20m };
        await Post("products/1/variants", RedSmall);
        State.Products[2].Price.Should().Be(42.5m);

        await Put("products/1", """{"price":"50","price_base_type":"HT","multiprices":{"1":50},"multiprices_base_type":{"1":"HT"},"multiprices_tva_tx":{"1":20},"tva_tx":"20"}""");

        State.Products[1].Price.Should().Be(50m);
        State.Products[2].PriceLevels[1].Price.Should().Be(52.5m);
        State.Products[2].PriceLevels[5].Price.Should().Be(0m);
        State.Products[2].Price.Should().Be(0m);
    }

    [Fact]
    public async Task From_level_two_on_a_per_cent_impact_counts_as_an_amount()
    {
        State.Constants["PRODUIT_MULTIPRICES"] = "1";
        State.Products[1].PriceLevels[1] = new DolibarrPriceLevel { Price = 11.5m, VatRate = 20m };
        State.Products[1].PriceLevels[2] = new DolibarrPriceLevel { Price = 9.9m, VatRate = 20m };

        await Post("products/1/variants", """{"weight_impact":0,"price_impact":10,"price_impact_is_percent":1,"features":{"1":2}}""");

        State.Products[2].PriceLevels[1].Price.Should().Be(12.65m);
        State.Products[2].PriceLevels[2].Price.Should().Be(19.9m);
    }

    [Fact]
    public async Task A_deleted_combination_leaves_its_child()
    {
        await Post("products/1/variants", RedSmall);

        (await Delete("products/variants/1")).Body.Should().Be("1");

        State.Variants.Should().BeEmpty();
        State.Products.Find(2).Should().NotBeNull();
    }

    [Fact]
    public async Task A_changed_impact_reprices_the_child()
    {
        await Post("products/1/variants", RedSmall);

        (await Put("products/variants/1", """{"variation_price":4}""")).Status.Should().Be(200);

        State.Products[2].Price.Should().Be(14m);
    }

    [Fact]
    public async Task Attributes_and_values_are_created_once_and_read_by_reference()
    {
        (await Post("products/attributes", """{"ref":"color","label":"dup"}""")).Status.Should().Be(500);
        (await Post("products/attributes", """{"ref":"mat","label":"Material","ref_ext":"PS-AG-9"}""")).Body.Should().Be("3");
        (await Post("products/attributes/3/values", """{"ref":"wool","value":"Wool"}""")).Body.Should().Be("5");

        (await Get("products/attributes/ref_ext/PS-AG-9"))["ref"].GetString().Should().Be("MAT");
        (await Get("products/attributes/3/values")).Json[0].GetProperty("value").GetString().Should().Be("Wool");
        (await Get("products/attributes?sqlfilters=(t.ref:=:'SIZE')")).Refs.Should().Equal("SIZE");
        (await Delete("products/attributes/values/5")).Status.Should().Be(200);
        (await Get("products/attributes/values/5")).Status.Should().Be(404);
    }
}
