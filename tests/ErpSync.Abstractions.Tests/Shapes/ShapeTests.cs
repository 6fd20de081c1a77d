namespace ErpSync.Abstractions.Tests.Shapes;

public sealed class ShapeTests
{
    private static readonly Dictionary<Ref, Ref> Links = new()
    {
        [Pointer(EntityKind.Category, "1")] = Pointer(EntityKind.Category, "101"),
        [Pointer(EntityKind.Product, "2")] = Pointer(EntityKind.Product, "102"),
        [Pointer(EntityKind.ProductVariant, "3")] = Pointer(EntityKind.Product, "103"),
    };

    [Fact]
    public void Pointers_in_fields_are_translated_and_unlinked_ones_marked()
    {
        var product = new Product { Categories = [Pointer(EntityKind.Category, "1"), Pointer(EntityKind.Category, "7")] };

        CatalogShapes.Product.Translate(product, new LinkTranslator()).Categories.Should().BeEquivalentTo([Pointer(EntityKind.Category, "101"), Pointer(EntityKind.Category, "7") with { IsForeign = true }]);
    }

    [Fact]
    public void The_owner_is_translated_across_kinds() =>
        CatalogShapes.StockLevel.Translate(new StockLevel { Owner = Pointer(EntityKind.ProductVariant, "3"), Quantity = 4 }, new LinkTranslator())
            .Should().Be(new StockLevel { Owner = Pointer(EntityKind.Product, "103"), Quantity = 4 });

    [Fact]
    public void A_record_without_pointers_stays_the_same_instance()
    {
        var product = new Product { Reference = "A" };

        CatalogShapes.Product.Translate(product, new LinkTranslator()).Should().BeSameAs(product);
    }

    [Fact]
    public void All_pointers_are_told_the_owner_included()
    {
        CatalogShapes.ProductVariant.Refs(new ProductVariant { Product = Pointer(EntityKind.Product, "2") }).Should().Equal(Pointer(EntityKind.Product, "2"));
        CatalogShapes.Category.Refs(new Category { Parent = Pointer(EntityKind.Category, "1") }).Should().Equal(Pointer(EntityKind.Category, "1"));
        CatalogShapes.ProductVariant.Refs(new ProductVariant()).Should().BeEmpty();
    }

    [Fact]
    public void Fields_are_found_by_name_in_any_case()
    {
        CatalogShapes.Product.Find("pricenet").Should().BeSameAs(CatalogShapes.Product.Find(nameof(Product.PriceNet))).And.NotBeNull();
        CatalogShapes.Product.Find("Colour").Should().BeNull();
    }

    [Fact]
    public void The_key_of_a_price_tells_group_quantity_currency_and_period_apart()
    {
        var price = new Price { Owner = Pointer(EntityKind.Product, "2"), Net = new Money(1, new CurrencyCode("EUR")) };
        string Key(Price value) => CatalogShapes.Price.Ownership!.Key(value);

        Key(price with { Net = new Money(9, new CurrencyCode("EUR")), FromQuantity = 1.0m }).Should().Be(Key(price));
        new[] { price, price with { Group = "B2B" }, price with { FromQuantity = 10 }, price with { Net = new Money(1, new CurrencyCode("USD")) }, price with { From = DateTimeOffset.UnixEpoch }, price with { Until = DateTimeOffset.UnixEpoch } }
            .Select(Key).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_field_is_carried_and_shown_without_reflection()
    {
        var field = CatalogShapes.Product.Find(nameof(Product.Active))!;

        field.Copy(new Product { Reference = "A" }, new Product { Reference = "B", Active = true }).Should().Be(new Product { Reference = "A", Active = true });
        field.Display(new Product { Active = false }).Should().Be("no");
        field.ToString().Should().Be("Active");
    }

    private static Ref Pointer(EntityKind kind, string id) => new(kind, new RemoteId(id));

    private sealed class LinkTranslator : IRefTranslator
    {
        public Ref Translate(Ref source) => Links.TryGetValue(source, out var target) ? target : source with { IsForeign = true };
    }
}
