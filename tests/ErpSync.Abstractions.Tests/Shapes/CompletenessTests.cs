using System.Reflection;

namespace ErpSync.Abstractions.Tests.Shapes;

/// <summary>What a record holds and no field of its shape carries is named here, so that nothing is left behind by oversight.</summary>
public sealed class CompletenessTests
{
    private static readonly Dictionary<string, string[]> NotCompared = new(StringComparer.Ordinal)
    {
        ["Category"] = ["Path"],
        ["Product"] = ["HasVariants"],
        ["ProductVariant"] = ["Product"],
        ["StockLevel"] = ["Owner", "Warehouse", "Physical", "Reserved", "Sellable"],
        ["ProductImage"] = ["Owner"],
        ["Price"] = ["Owner", "Group", "FromQuantity", "From", "Until", "CustomerKey", "AnyCurrency", "Country", "Shop"],
        ["SupplierPrice"] = ["Owner", "SupplierName", "FromQuantity"],
        ["Customer"] = ["RegisteredAt", "HasOrdered"],
        ["Address"] = ["Owner"],
        ["Lead"] = ["IsConverted"],
        ["Order"] = ["Number", "PricesIncludeTax", "Paid", "Taxes", "Rounding", "Token"],
        ["Invoice"] = ["Number", "Paid", "HasPdf", "PdfLink", "Rounding", "Token"],
        ["CreditNote"] = ["Number", "HasPdf", "PdfLink", "Rounding", "Token"],
        ["Payment"] = ["Number", "Token"],
        ["Shipment"] = ["Number", "Token"],
        ["OrderStatus"] = ["Document"],
    };

    [Fact]
    public void Every_property_is_a_field_or_named_as_not_compared()
    {
        string[] differences =
        [
            .. Differences(CatalogShapes.Category),
            .. Differences(CatalogShapes.Product),
            .. Differences(CatalogShapes.ProductVariant),
            .. Differences(CatalogShapes.StockLevel),
            .. Differences(CatalogShapes.ProductImage),
            .. Differences(CatalogShapes.Price),
            .. Differences(CatalogShapes.SupplierPrice),
            .. Differences(PartyShapes.Customer),
            .. Differences(PartyShapes.Contact),
            .. Differences(PartyShapes.Address),
            .. Differences(PartyShapes.Supplier),
            .. Differences(PartyShapes.Manufacturer),
            .. Differences(PartyShapes.Lead),
            .. Differences(PartyShapes.Deal),
            .. Differences(DocumentShapes.Order),
            .. Differences(DocumentShapes.Invoice),
            .. Differences(DocumentShapes.CreditNote),
            .. Differences(DocumentShapes.Payment),
            .. Differences(DocumentShapes.Shipment),
            .. Differences(ReferenceShapes.OrderStatus),
            .. Differences(ReferenceShapes.Carrier),
            .. Differences(ReferenceShapes.PaymentMethod),
            .. Differences(ReferenceShapes.BankAccount),
            .. Differences(ReferenceShapes.Tax),
            .. Differences(ReferenceShapes.Currency),
            .. Differences(ReferenceShapes.Warehouse),
            .. Differences(ReferenceShapes.Language),
            .. Differences(ReferenceShapes.Country),
            .. Differences(ReferenceShapes.CountryState),
            .. Differences(ReferenceShapes.Storefront),
            .. Differences(ReferenceShapes.CustomerGroup),
            .. Differences(ReferenceShapes.Coupon),
        ];

        differences.Should().BeEmpty();
    }

    [Fact]
    public void Every_kind_has_a_name_of_its_own()
    {
        var names = typeof(EntityKind).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => ((EntityKind)property.GetValue(null)!).Name).ToList();

        names.Should().OnlyHaveUniqueItems().And.HaveCount(32).And.OnlyContain(name => name.All(letter => char.IsAsciiLetterLower(letter) || letter == '-'));
    }

    [Fact]
    public void What_must_be_linked_first_comes_first()
    {
        DocumentShapes.Order.DependsOn.Should().Contain([EntityKind.Customer, EntityKind.Address, EntityKind.Product, EntityKind.ProductVariant]);
        DocumentShapes.Invoice.DependsOn.Should().Contain(EntityKind.Order);
        DocumentShapes.Payment.DependsOn.Should().Contain([EntityKind.Invoice, EntityKind.CreditNote]);
        DocumentShapes.Shipment.DependsOn.Should().Contain(EntityKind.Order);
    }

    private static IEnumerable<string> Differences<T>(Shape<T> shape)
        where T : class, IEntity
    {
        var name = typeof(T).Name;
        var properties = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        var carried = shape.Fields.Select(field => field.Name).Concat(NotCompared.GetValueOrDefault(name, [])).ToList();
        return properties.Except(carried, StringComparer.Ordinal).Select(left => $"{name}.{left} is in no field")
            .Concat(carried.Except(properties, StringComparer.Ordinal).Select(extra => $"{name}.{extra} is no property"))
            .Concat(carried.GroupBy(field => field, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(twice => $"{name}.{twice.Key} is named twice"));
    }
}
