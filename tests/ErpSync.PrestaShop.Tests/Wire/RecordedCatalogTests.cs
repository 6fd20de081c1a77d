using ErpSync.PrestaShop.Categories;
using ErpSync.PrestaShop.Products;
using ErpSync.PrestaShop.Stock;
using ErpSync.PrestaShop.Variants;

namespace ErpSync.PrestaShop.Tests;

public sealed class RecordedCatalogTests
{
    public static TheoryData<string> Versions
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (var version in Recorded.Versions)
                data.Add(version);
            return data;
        }
    }

    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task A_full_product_is_read_without_loss(string version)
    {
        var row = (await Recorded.RowsAsync(version, "products-get-1-display-json")).Single();

        var product = ProductMapping.Read(row, RecordedRecords.Shop, new PrestaShopOptions());

        product.Id.Should().Be(new RemoteId("1"));
        product.ModifiedAt.Should().Be(LocalTime.ToInstant(row.Text("date_upd"), RecordedRecords.Shop.Zone)).And.NotBeNull();
        product.Value.Reference.Should().Be("demo_1");
        product.Value.Name["en"].Should().Be("Hummingbird printed t-shirt");
        product.Value.Name["fr"].Should().Be("T-shirt imprimé colibri");
        product.Value.Summary["en"].Should().StartWith("<p>Regular fit, round neckline");
        product.Value.Description["fr"].Should().Contain("le colibri évoque la gaieté");
        product.Value.PriceNet.Should().Be(new Money(23.9m, new CurrencyCode("EUR")));
        product.Value.CostNet.Should().Be(new Money(5.49m, new CurrencyCode("EUR")));
        product.Value.WeightKg.Should().Be(0.3m);
        product.Value.Barcode.Should().BeNull();
        product.Value.Active.Should().BeTrue();
        product.Value.IsService.Should().BeFalse();
        product.Value.HasVariants.Should().BeTrue();
        product.Value.Categories.Select(category => category.Id.Value).Should().Equal("3", "4");
    }

    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task A_single_language_given_as_plain_text_is_the_main_one(string version)
    {
        var row = (await Recorded.RowsAsync(version, "products-language-1-json")).Single();

        var name = Translations.Read(row, "name", RecordedRecords.Shop);

        name.Should().BeEquivalentTo(LocalizedText.Of("en", "Hummingbird printed t-shirt"));
    }

    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task Special_characters_survive(string version)
    {
        var row = (await Recorded.RowsAsync(version, "products-get-special-chars-json")).Single();

        var name = Translations.Read(row, "name", RecordedRecords.Shop);

        name["en"].Should().Be(row.Translations("name").First().Value);
        name.Select(text => text.Value).Should().OnlyContain(text => !text.Contains('\uFFFD'));
        string.Concat(name.Select(text => text.Value)).EnumerateRunes().Should().Contain(rune => rune.Value > 0xFFFF, "the recording holds an emoji");
    }

    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task Combinations_add_to_their_product(string version)
    {
        var rows = await Recorded.RowsAsync(version, "combinations-list-of-product");

        var variants = rows.Select(row => VariantMapping.Read(row, new ProductBase(20m, 1.5m), OptionCatalog.Numbered(row), RecordedRecords.Shop)).ToList();

        variants.Select(variant => variant.Id.Value).Should().Equal("41", "42", "40");
        variants[0].Value.PriceNet.Should().Be(new Money(35m, new CurrencyCode("EUR")));
        variants[0].Value.WeightKg.Should().Be(1.5m);
        variants[0].Value.Reference.Should().Be("HOSE-1-25");
        variants[0].Value.Options.Should().ContainSingle().Which.Value.Should().Be("value 27");
        variants[0].Value.Product.Should().Be(new Ref(EntityKind.Product, new RemoteId("20")));
    }

    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task Stock_rows_name_their_owner(string version)
    {
        var rows = await Recorded.RowsAsync(version, "stock-availables-of-product");

        var levels = rows.Select(StockMapping.Read).ToList();

        levels.Select(level => level.Id.Value).Should().Equal("product:20", "variant:40", "variant:41", "variant:42");
        levels[1].Value.Owner.Should().Be(new Ref(EntityKind.ProductVariant, new RemoteId("40")));
    }

    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task Stock_rows_of_other_shops_are_told_apart(string version)
    {
        var rows = await Recorded.RowsAsync(version, "multishop-stock-shop-2");

        var own = rows.Where(row => StockRow.IsOf(row, RecordedRecords.Shop with { ShopId = 2 })).ToList();

        rows.Should().HaveCount(3);
        own.Should().ContainSingle().Which.Whole("quantity").Should().Be(200);
    }

    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task Root_and_Home_are_no_categories(string version)
    {
        var rows = await Recorded.RowsAsync(version, "categories-list-full-json");
        var tree = new CategoryTree();
        foreach (var row in rows)
            tree.Add(row, RecordedRecords.Shop);

        var records = rows.Where(row => !CategoryRow.IsRoot(row, RecordedRecords.Shop)).Select(row => CategoryMapping.Read(row, tree, RecordedRecords.Shop)).ToList();

        var clothes = records.Should().ContainSingle().Subject;
        clothes.Value.Parent.Should().BeNull();
        clothes.Value.Path.Should().Be("Clothes");
        clothes.Value.Name["fr"].Should().Be("Vêtements");
        clothes.Value.Description["en"].Should().StartWith("<p>Discover our favorites");
        clothes.Value.Active.Should().BeTrue();
    }

    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task Taxes_have_their_rates(string version)
    {
        var taxes = await Recorded.RowsAsync(version, "taxes-list-json");
        var groups = await Recorded.RowsAsync(version, "tax-rule-groups-list-json");

        var table = TaxTable.Read([Rule(1, 1, 1, 0), Rule(2, 6, 3, 2), Rule(3, 6, 4, 2)], taxes, groups, "FR");

        table.Of(1).Should().Equal(new TaxRate(20));
        table.Of(6).Should().Equal(new TaxRate(5.5m), new TaxRate(2.1m, Compound: true));
        table.Find([new TaxRate(20)], null).Should().Be(1);
        table.Find([new TaxRate(5.5m), new TaxRate(2.1m, Compound: true)], null).Should().Be(6);
        table.Find([new TaxRate(7)], null).Should().BeNull();
    }

    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task An_uploaded_picture_tells_its_id(string version)
    {
        var outcome = await Recorded.ReadAsync(Recorded.One(version, "images-products-upload"));

        outcome.Should().BeOfType<WireOutcome.Read>().Which.Text.Should().Contain("24");
    }

    [Theory]
    [InlineData("GET", "/webservice/dispatcher.php?url=products&display=[id]", "1 products: 5")]
    [InlineData("GET", "/store/api/products?display=[id]", "1 products: 5")]
    public void Other_forms_of_an_address_are_read_too(string method, string address, string text)
    {
        using var recordings = new PrestaShopRecordings();

        var outcome = recordings.Read(method, address, 200, new Dictionary<string, string> { ["Content-Type"] = "application/json" }, """{"products":[{"id":5}]}""", null);

        outcome.Should().BeOfType<WireOutcome.Read>().Which.Text.Should().Be(text);
    }

    [Theory]
    [InlineData("/admin-api/products", null)]
    [InlineData("/?controller=order-follow&id_order=1", null)]
    [InlineData("/hook", "server -> listener")]
    public void What_is_not_of_the_webservice_is_named_so(string address, string? direction)
    {
        using var recordings = new PrestaShopRecordings();

        recordings.Read("GET", address, 200, new Dictionary<string, string>(), "x", direction).Should().BeOfType<WireOutcome.NotApplicable>().Which.Reason.Should().NotBeEmpty();
    }

    private static WireRow Rule(int id, int group, int tax, int behavior)
    {
        var row = new WireRow();
        foreach (var (field, value) in new[] { ("id", id), ("id_tax_rules_group", group), ("id_tax", tax), ("behavior", behavior), ("id_country", 8), ("id_state", 0), ("zipcode_from", 0), ("zipcode_to", 0) })
            row.Set(field, value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return row;
    }
}
