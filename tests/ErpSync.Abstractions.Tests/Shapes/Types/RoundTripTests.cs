using ErpSync.Testing;

namespace ErpSync.Abstractions.Tests.Shapes.Types;

public sealed class RoundTripTests
{
    private static readonly FieldDomain Domain = new()
    {
        Languages = ["en", "fr"],
        TaxSets = [[new TaxRate(20)], [new TaxRate(5), new TaxRate(9.975m, Compound: true)], []],
        CustomKeys = ["colour", "a b"],
    };

    private static readonly Ref[] Targets = [new(EntityKind.Category, new RemoteId("1")), new(EntityKind.Category, new RemoteId("x:2"))];

    [Fact]
    public void Category_fields_survive_their_json() => Survive(CatalogShapes.Category);

    [Fact]
    public void Product_fields_survive_their_json() => Survive(CatalogShapes.Product);

    [Fact]
    public void Variant_fields_survive_their_json() => Survive(CatalogShapes.ProductVariant);

    [Fact]
    public void Stock_fields_survive_their_json() => Survive(CatalogShapes.StockLevel);

    [Fact]
    public void Image_fields_survive_their_json() => Survive(CatalogShapes.ProductImage);

    [Fact]
    public void Price_fields_survive_their_json() => Survive(CatalogShapes.Price);

    [Fact]
    public void Equal_values_written_differently_have_equal_json()
    {
        Json(nameof(Product.PriceNet), new Product { PriceNet = new Money(1.50m, new CurrencyCode("EUR")) }).Should().Be("\"1.5 EUR\"");
        Json(nameof(Product.WeightKg), new Product { WeightKg = 2.000m }).Should().Be("\"2\"");
        Json(nameof(Product.Barcode), new Product { Barcode = "" }).Should().Be(Json(nameof(Product.Barcode), new Product()));
        Json(nameof(Product.Name), new Product { Name = LocalizedText.From([new("fr", ""), new("en", "Mug")]) }).Should().Be("""{"en":"Mug"}""");
    }

    [Fact]
    public void Nothing_survives_as_nothing()
    {
        var empty = new Product();
        foreach (var field in CatalogShapes.Product.Fields)
            field.AreEqual(FieldContent.Set(field, new Product { Reference = "x", WeightKg = 1, Active = true, Taxes = [new TaxRate(1)] }, empty), empty).Should().BeTrue(field.Name);
    }

    [Fact]
    public void Instants_survive_to_the_second()
    {
        var instant = new DateTimeOffset(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(2));

        InstantField.Instance.Display(instant).Should().Be("2026-10-25T00:30:00Z");
        InstantField.Instance.AreEqual(instant, instant.ToUniversalTime().AddMilliseconds(999)).Should().BeTrue();
        InstantField.Instance.AreEqual(instant, null).Should().BeFalse();
    }

    private static string Json(string field, Product product) => FieldContent.Json(CatalogShapes.Product.Find(field)!, product);

    private static void Survive<T>(Shape<T> shape)
        where T : class, IEntity
    {
        var values = new FieldValues(5, Domain);
        foreach (var field in shape.Fields)
        {
            var record = shape.Empty();
            for (var round = 0; round < 100; round++)
            {
                record = values.Vary(field, record, Targets) ?? record;
                using var json = System.Text.Json.JsonDocument.Parse(FieldContent.Json(field, record));
                var read = field.Read(shape.Empty(), json.RootElement);

                field.AreEqual(read, record).Should().BeTrue("{0} is {1}", field.Name, field.Display(record));
                FieldContent.AreSame(field, read, record).Should().BeTrue("{0} has one canonical form", field.Name);
            }
        }
    }
}
