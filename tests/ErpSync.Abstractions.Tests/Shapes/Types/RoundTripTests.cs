using ErpSync.Testing;

namespace ErpSync.Abstractions.Tests.Shapes.Types;

public sealed class RoundTripTests
{
    private static readonly FieldDomain Domain = new()
    {
        Languages = ["en", "fr"],
        TaxSets = [[new TaxRate(20)], [new TaxRate(5), new TaxRate(9.975m, Compound: true)], []],
        CustomKeys = ["colour", "a b"],
        MayBeEmpty = new HashSet<string> { nameof(Order.BillTo), nameof(Order.Customer), nameof(Product.Barcode) },
        MapKeys = new Dictionary<string, IReadOnlyList<string>> { [nameof(Product.Features)] = ["Material", "Fit"], [nameof(Customer.Registrations)] = ["siret", "ape"] },
    };

    private static readonly EntityKind[] Pointed =
    [
        EntityKind.Category, EntityKind.Product, EntityKind.ProductVariant, EntityKind.Manufacturer, EntityKind.Supplier, EntityKind.Customer, EntityKind.Contact, EntityKind.Address, EntityKind.Deal,
        EntityKind.Order, EntityKind.Invoice, EntityKind.CreditNote, EntityKind.OrderStatus, EntityKind.PaymentMethod, EntityKind.BankAccount, EntityKind.Carrier, EntityKind.Warehouse, EntityKind.CustomerGroup,
    ];

    private static readonly Ref[] Targets = [.. Pointed.SelectMany(kind => new Ref[] { new(kind, new RemoteId("1")), new(kind, new RemoteId("x:2")) })];

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
    public void Supplier_price_fields_survive_their_json() => Survive(CatalogShapes.SupplierPrice);

    [Fact]
    public void Manufacturer_fields_survive_their_json() => Survive(PartyShapes.Manufacturer);

    [Fact]
    public void Customer_fields_survive_their_json() => Survive(PartyShapes.Customer);

    [Fact]
    public void Contact_fields_survive_their_json() => Survive(PartyShapes.Contact);

    [Fact]
    public void Address_fields_survive_their_json() => Survive(PartyShapes.Address);

    [Fact]
    public void Supplier_fields_survive_their_json() => Survive(PartyShapes.Supplier);

    [Fact]
    public void Lead_fields_survive_their_json() => Survive(PartyShapes.Lead);

    [Fact]
    public void Deal_fields_survive_their_json() => Survive(PartyShapes.Deal);

    [Fact]
    public void Order_fields_survive_their_json() => Survive(DocumentShapes.Order);

    [Fact]
    public void Invoice_fields_survive_their_json() => Survive(DocumentShapes.Invoice);

    [Fact]
    public void Credit_note_fields_survive_their_json() => Survive(DocumentShapes.CreditNote);

    [Fact]
    public void Payment_fields_survive_their_json() => Survive(DocumentShapes.Payment);

    [Fact]
    public void Shipment_fields_survive_their_json() => Survive(DocumentShapes.Shipment);

    [Fact]
    public void Status_fields_survive_their_json() => Survive(ReferenceShapes.OrderStatus);

    [Fact]
    public void Carrier_fields_survive_their_json() => Survive(ReferenceShapes.Carrier);

    [Fact]
    public void Payment_method_fields_survive_their_json() => Survive(ReferenceShapes.PaymentMethod);

    [Fact]
    public void Bank_account_fields_survive_their_json() => Survive(ReferenceShapes.BankAccount);

    [Fact]
    public void Tax_fields_survive_their_json() => Survive(ReferenceShapes.Tax);

    [Fact]
    public void Currency_fields_survive_their_json() => Survive(ReferenceShapes.Currency);

    [Fact]
    public void Warehouse_fields_survive_their_json() => Survive(ReferenceShapes.Warehouse);

    [Fact]
    public void Language_fields_survive_their_json() => Survive(ReferenceShapes.Language);

    [Fact]
    public void Country_fields_survive_their_json() => Survive(ReferenceShapes.Country);

    [Fact]
    public void Country_state_fields_survive_their_json() => Survive(ReferenceShapes.CountryState);

    [Fact]
    public void Storefront_fields_survive_their_json() => Survive(ReferenceShapes.Storefront);

    [Fact]
    public void Customer_group_fields_survive_their_json() => Survive(ReferenceShapes.CustomerGroup);

    [Fact]
    public void Coupon_fields_survive_their_json() => Survive(ReferenceShapes.Coupon);

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
        var empty = shape.Empty();
        foreach (var field in shape.Fields)
        {
            var values = new FieldValues(5, Told(field, empty));
            var record = empty;
            for (var round = 0; round < 100; round++)
            {
                record = values.Vary(field, record, Targets) ?? record;
                (round > 0 || field.Name == nameof(Currency.Code) || !field.AreEqual(record, empty)).Should().BeTrue("{0} is varied", field.Name);
                using var json = System.Text.Json.JsonDocument.Parse(FieldContent.Json(field, record));
                var read = field.Read(shape.Empty(), json.RootElement);

                field.AreEqual(read, record).Should().BeTrue("{0} is {1}", field.Name, field.Display(record));
                FieldContent.AreSame(field, read, record).Should().BeTrue("{0} has one canonical form", field.Name);
            }
        }
    }

    /// <summary>The domain with words for fields that have a list of words, and for texts that only a system knows.</summary>
    private static FieldDomain Told<T>(Field<T> field, T empty)
        where T : class, IEntity
    {
        string[]? words = field switch
        {
            TypedField<T, OrderStage?> => Enum.GetNames<OrderStage>(),
            TypedField<T, InvoiceStage?> => Enum.GetNames<InvoiceStage>(),
            TypedField<T, PaymentStage?> => Enum.GetNames<PaymentStage>(),
            TypedField<T, ShipmentStage?> => Enum.GetNames<ShipmentStage>(),
            TypedField<T, ProductType?> => Enum.GetNames<ProductType>(),
            TypedField<T, ProductCondition?> => Enum.GetNames<ProductCondition>(),
            TypedField<T, ProductVisibility?> => Enum.GetNames<ProductVisibility>(),
            TypedField<T, Backorders?> => Enum.GetNames<Backorders>(),
            TypedField<T, string?> when new FieldValues(1, Domain).Vary(field, empty, Targets) is null => ["fr", "de"],
            _ => null,
        };
        return words is null ? Domain : Domain with { Choices = new Dictionary<string, IReadOnlyList<string>> { [field.Name] = words } };
    }
}
