using System.Text.Json;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Recorded products become records with exactly the values that the recordings show.</summary>
public sealed class RecordedProductTests
{
    private static readonly DolibarrSetup Levels = new()
    {
        Version = "23.0.0-beta",
        Major = 23,
        Locale = "en_US",
        Currency = new CurrencyCode("EUR"),
        Prices = PriceStore.Levels,
        ZoneOffset = TimeSpan.Zero,
        CustomFields = ["shopid", "longdesc"],
    };

    private static readonly DolibarrSetup Single = Levels with { Prices = PriceStore.Single };

    [RecordingFact]
    public void Product_in_level_mode_has_the_level_s_price_and_not_the_plain_one()
    {
        var record = Read(Recorded.Body(Recorded.Newer, "product-get"), Levels);
        record.Id.Should().Be(new RemoteId("1"));
        record.ModifiedAt.Should().Be(DateTimeOffset.FromUnixTimeSeconds(1795318232));
        record.Value.Should().Be(new Product
        {
            Reference = "TS-001",
            Name = LocalizedText.Of("en", "T-shirt blanc"),
            Description = LocalizedText.Of("en", "<p>Un <strong>t-shirt</strong> blanc &amp; doux</p>"),
            PriceNet = new Money(10.12346m, new CurrencyCode("EUR")),
            Taxes = [new TaxRate(20)],
            Barcode = "3760001000012",
            WeightKg = 0.25m,
            Active = true,
            IsService = false,
            PrivateNote = "from shop",
            Custom = TextMap.From([new("shopid", "1")]),
        });
    }

    [RecordingFact]
    public void Level_written_last_is_not_taken_for_the_wanted_one()
    {
        var body = Recorded.Body(Recorded.Newer, "product-by-ref");
        Read(body, Levels).Value.PriceNet!.Value.Amount.Should().Be(20m);
        Read(body, Levels with { PriceLevel = 2 }).Value.PriceNet!.Value.Amount.Should().Be(18.5m);
        Read(body, Levels with { PriceLevel = 3 }).Value.PriceNet!.Value.Amount.Should().Be(15m);
        Read(body, Levels with { PriceLevel = 4 }).Value.PriceNet.Should().BeNull();
    }

    [RecordingFact]
    public void Product_in_single_price_mode_has_the_plain_price()
    {
        var value = Read(Recorded.Body(Recorded.Newer, "product-get-single-price"), Single).Value;
        value.PriceNet.Should().Be(new Money(10.12m, new CurrencyCode("EUR")));
        value.WeightKg.Should().BeNull();
        value.Barcode.Should().BeNull();
        value.CostNet.Should().BeNull();
    }

    [RecordingFact]
    public void Product_of_version_18_reads_the_same()
    {
        var record = Read(Recorded.Body(Recorded.Older, "product-get"), Levels with { Major = 18 });
        record.ModifiedAt.Should().Be(new DateTimeOffset(2026, 11, 22, 3, 49, 42, TimeSpan.Zero));
        record.Value.Should().Be(new Product
        {
            Reference = "TS-001",
            Name = LocalizedText.Of("en", "T-shirt"),
            Description = LocalizedText.Of("en", "<p>é & <b>x</b></p>"),
            PriceNet = new Money(10.12346m, new CurrencyCode("EUR")),
            Taxes = [new TaxRate(20)],
            Barcode = "3760001000012",
            Active = true,
            IsService = false,
        });
    }

    [RecordingFact]
    public void Local_text_time_without_a_zone_gives_no_date() =>
        Read(Recorded.Body(Recorded.Older, "product-get"), Levels with { ZoneOffset = null }).ModifiedAt.Should().BeNull();

    [RecordingFact]
    public void Missing_modification_date_is_null() =>
        Read(Recorded.Body(Recorded.Newer, "product-get-emoji-utf8mb4"), Levels).ModifiedAt.Should().BeNull();

    [RecordingFact]
    public void Emoji_survive() => Read(Recorded.Body(Recorded.Newer, "product-get-emoji-utf8mb4"), Levels).Value.Name["en"].Should().Be("Party 😀");

    [RecordingFact]
    public void Translations_are_read_where_they_are_carried()
    {
        var value = Read(Recorded.Body(Recorded.Newer, "product-get-translations"), Levels with { OtherLocales = ["fr_FR"] }).Value;
        Assert.Equal(LocalizedText.From([new("en", "T-shirt blanc v2"), new("fr", "T-shirt blanc FR")]), value.Name);
        value.Description["fr"].Should().Be("desc FR");
    }

    [RecordingFact]
    public void Translations_are_left_out_where_they_are_not_carried() =>
        Read(Recorded.Body(Recorded.Newer, "product-get-translations"), Levels).Value.Name.Languages.Should().Equal("en");

    [RecordingFact]
    public void Html_extra_field_is_read_as_it_is_left() =>
        Read(Recorded.Body(Recorded.Newer, "product-update-extrafield-html"), Levels).Value.Custom["longdesc"].Should().Be("Long HTML text & quotes é");

    [RecordingFact]
    public void Stray_level_0_of_an_update_is_no_level() =>
        ProductRow.Read(Recorded.Body(Recorded.Newer, "product-update-price"), TimeSpan.Zero).Levels.Keys.Should().Equal(1);

    [RecordingFact]
    public void Service_is_told_from_goods()
    {
        var services = Recorded.Get(Recorded.Newer, "service-create-shipping").Request.Body;
        services.Should().Contain("\"type\": 1");
        using var json = JsonDocument.Parse("""{"id":"8","ref":"PrestaShipping","type":"1","array_options":[]}""");
        Read(json.RootElement, Single).Value.IsService.Should().BeTrue();
    }

    [RecordingTheory]
    [InlineData("SP-éà &<1>/2\"'", 23, "SP-ea_&_2_")]
    [InlineData("SP-éà &<1>/2", 18, "SP-ea_&_1__2")]
    public void Normal_form_of_a_reference_is_what_was_stored(string sent, int major, string stored)
    {
        var name = major == 23 ? "product-special-by-label" : "products-list";
        var rows = Recorded.Body(major == 23 ? Recorded.Newer : Recorded.Older, name).EnumerateArray().Select(row => row.GetProperty("ref").GetString());
        rows.Should().Contain(stored);
        ProductMapping.Reference(sent, Levels with { Major = major }).Should().Be(stored);
    }

    [RecordingFact]
    public void Normal_form_of_texts_is_what_was_stored()
    {
        using var sent = JsonDocument.Parse(Recorded.Get(Recorded.Newer, "product-create-special").Request.Body!);
        var stored = Read(Recorded.Body(Recorded.Newer, "product-special-by-label").EnumerateArray().Single(), Single).Value;
        var normal = ProductMapping.Normalise(
            new Product { Reference = sent.RootElement.Text("ref"), Name = LocalizedText.Of("en", sent.RootElement.Text("label")!), Description = LocalizedText.Of("en", sent.RootElement.Text("description")!) }, Single);
        normal.Reference.Should().Be(stored.Reference);
        Assert.Equal(stored.Name, normal.Name);
        LocalizedTextField.Html.AreEqual(normal.Description, LocalizedText.Of("en", "Line1\nLine2 alert(1) <a href=\"http://x\">l</a> é & € 漢字 <img src=x>")).Should().BeTrue(normal.Description.ToString());
    }

    [RecordingFact]
    public void Rounding_of_the_normal_form_is_what_was_stored()
    {
        var stored = Read(Recorded.Body(Recorded.Newer, "product-update-single-price"), Single).Value.PriceNet;
        ProductMapping.Normalise(new Product { PriceNet = new Money(12.3456789m, new CurrencyCode("EUR")) }, Single).PriceNet.Should().Be(stored);
    }

    private static Remote<Product> Read(JsonElement json, DolibarrSetup setup) =>
        ProductMapping.Read(ProductRow.Read(json, setup.ZoneOffset), setup, RefSet.Empty, hasVariants: false);
}
