using ErpSync.PrestaShop.Companies;
using ErpSync.PrestaShop.Images;
using ErpSync.PrestaShop.Prices;
using ErpSync.PrestaShop.Products;
using ErpSync.PrestaShop.Supply;

namespace ErpSync.PrestaShop.Tests;

public sealed class RecordedPartsTests
{
    public static TheoryData<string> Versions => RecordedCatalogTests.Versions;

    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task The_other_fields_of_a_product_are_read_without_loss(string version)
    {
        var row = (await Recorded.RowsAsync(version, "products-get-1-display-json")).Single();

        var product = ProductMapping.Read(row, RecordedRecords.Shop, new PrestaShopOptions()).Value;

        product.Type.Should().Be(ProductType.Simple);
        product.Manufacturer.Should().Be(new Ref(EntityKind.Manufacturer, new RemoteId("1")));
        product.Supplier.Should().Be(new Ref(EntityKind.Supplier, new RemoteId("1")));
        product.MainCategory.Should().Be(new Ref(EntityKind.Category, new RemoteId("4")));
        product.Condition.Should().Be(ProductCondition.New);
        product.Visibility.Should().Be(ProductVisibility.Everywhere);
        product.Orderable.Should().BeTrue();
        product.MinimalQuantity.Should().Be(1);
        product.LowStock.Should().BeNull();
        (product.WidthCm, product.HeightCm, product.DepthCm).Should().Be((null, null, null));
        product.Slug["en"].Should().Be("hummingbird-printed-t-shirt");
        product.MetaTitle["fr"].Should().BeEmpty();
        row.Association("product_features").Select(feature => (feature.Id, feature.Whole("id_feature_value"))).Should().Equal((1, 4), (2, 8));
    }

    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task A_pack_names_its_parts(string version)
    {
        var outcome = await Recorded.ReadAsync(Recorded.One(version, "products-get-pack-15"));
        outcome.Should().BeOfType<WireOutcome.Read>().Which.Text.Should().Contain("demo_21");
        using var document = System.Text.Json.JsonDocument.Parse(Recorded.One(version, "products-get-pack-15").Response!.Body!);
        var reader = new System.Text.Json.Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(document.RootElement.GetProperty("product").GetRawText()));
        reader.Read();

        var product = ProductMapping.Read(WireJson.Row(ref reader), RecordedRecords.Shop, new PrestaShopOptions()).Value;

        product.Type.Should().Be(ProductType.Pack);
        product.Items.Should().BeEquivalentTo([new PackItem(new Ref(EntityKind.ProductVariant, new RemoteId("19")), 5), new PackItem(new Ref(EntityKind.Product, new RemoteId("7")), 5)]);
        product.CostNet!.Value.Amount.Should().Be(5.49m);
        product.MinimalQuantity.Should().Be(1, "what the short form leaves out is zero and never less than one piece");
    }

    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task Specific_prices_are_read_in_all_three_recorded_forms(string version)
    {
        var rows = await Recorded.RowsAsync(version, "specific-prices-list");

        var prices = rows.Select(row => PriceMapping.Read(row, new OwnPrice(100m, [new TaxRate(20)]), PriceNames.Numbered(row), RecordedRecords.Shop).Value).ToList();

        prices[0].Should().BeEquivalentTo(new Price { Owner = new Ref(EntityKind.Product, new RemoteId("20")), FromQuantity = 5, Net = new Money(90m, Samples.Euro), ReductionPercent = 10m, AnyCurrency = true });
        prices[1].Should().BeEquivalentTo(new Price
        {
            Owner = new Ref(EntityKind.ProductVariant, new RemoteId("41")),
            Net = new Money(17.3m, Samples.Euro),
            Customer = new Ref(EntityKind.Customer, new RemoteId("2")),
            CustomerKey = "customer 2",
            AnyCurrency = true,
            From = new DateTimeOffset(2025, 12, 31, 23, 0, 0, TimeSpan.Zero),
            Until = new DateTimeOffset(2027, 12, 31, 23, 0, 0, TimeSpan.Zero),
        });
        prices[2].Should().Match<Price>(price => price.Group == "group 3" && price.ReductionAmount == new Money(2m, new CurrencyCode("USD")) && price.Net == new Money(118m, new CurrencyCode("USD")));
    }

    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task What_suppliers_ask_is_read(string version)
    {
        var rows = await Recorded.RowsAsync(version, "product-suppliers-list");

        var asked = rows.Select(row => SupplyMapping.Read(row, new Dictionary<long, string> { [1] = "Fashion supplier", [2] = "Accessories supplier" }, RecordedRecords.Shop).Value).ToList();

        asked[0].Should().BeEquivalentTo(new SupplierPrice
        {
            Owner = new Ref(EntityKind.Product, new RemoteId("1")),
            Supplier = new Ref(EntityKind.Supplier, new RemoteId("1")),
            SupplierName = "Fashion supplier",
            Reference = "demo_1_46",
            Net = new Money(5.49m, Samples.Euro),
        });
        asked[1].Owner.Should().Be(new Ref(EntityKind.ProductVariant, new RemoteId("1")));
    }

    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task Makers_are_read_with_their_texts(string version)
    {
        var rows = await Recorded.RowsAsync(version, "manufacturers-list-json");

        var makers = rows.Select(row => CompanyKinds.Manufacturers(null).Read(row, RecordedRecords.Shop)).ToList();

        makers.Select(maker => maker.Name).Should().Equal("Studio Design", "Graphic Corner", "Hozelock & Söhne");
        makers[2].Description.Should().BeEquivalentTo(LocalizedText.From([new("en", "Brand"), new("fr", "Marque")]));
        makers[0].Active.Should().BeTrue();
    }

    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task Pictures_of_a_product_are_known_by_their_numbers(string version)
    {
        var row = (await Recorded.RowsAsync(version, "products-get-1-display-json")).Single();

        ImageRow.Cover(row).Should().Be(1);
        ImageRow.Ordered(row).Should().Equal(1, 2);
        ImageRow.Id(1, 2).Value.Should().Be("1/2");
        ImageRow.Parse(new RemoteId("1/2")).Should().Be((1L, 2L));
        ImageRow.Parse(new RemoteId("1/cover")).Should().BeNull();
    }

    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task A_product_has_its_price_and_stock_in_each_shop(string version)
    {
        var own = (await Recorded.RowsAsync(version, "multishop-id-shop-2")).Single();
        var main = (await Recorded.RowsAsync(version, "multishop-no-parameter")).Single();

        own.Number("price").Should().NotBe(main.Number("price"));
        Translations.Read(own, "name", RecordedRecords.Shop)["en"].Should().NotBe(Translations.Read(main, "name", RecordedRecords.Shop)["en"]);
    }
}
