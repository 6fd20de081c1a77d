using System.Xml.Linq;
using ErpSync.PrestaShop.Texts;

namespace ErpSync.PrestaShop.Products;

/// <summary>Products: from records to the XML of writes. Throws a <see cref="ConnectorException"/> for a record that the shop cannot hold.</summary>
internal static class ProductElements
{
    /// <summary>A new product, visible and for sale, in at least one category.</summary>
    public static XElement Create(Product product, ShopData shop, PrestaShopOptions options)
    {
        var wanted = ProductMapping.Normalise(product, shop, options);
        var name = Translations.Main(wanted.Name, shop)
            ?? throw Refused(PrestaShopCodes.NameMissing, "A product needs a name in a language of the shop.", nameof(Product.Name));
        var categories = WantedCategories(wanted, shop, null);
        var record = XmlBody.Record("product");
        record.Add(
            XmlBody.Value("id_category_default", categories[0]),
            XmlBody.Value("id_tax_rules_group", TaxGroup(wanted, shop, null) ?? 0),
            XmlBody.Value("id_shop_default", shop.ShopId),
            XmlBody.Value("state", 1),
            XmlBody.Value("active", wanted.Active ?? true),
            XmlBody.Value("available_for_order", flag: true),
            XmlBody.Value("show_price", flag: true),
            XmlBody.Value("visibility", "both"),
            XmlBody.Value("minimal_quantity", 1));
        foreach (var field in Scalars)
            Add(record, field, wanted, shop);
        record.Add(Type(wanted, null));
        record.Add(XmlBody.Translated("name", Translations.All(wanted.Name, null, "name", shop, name)));
        record.Add(XmlBody.Translated("link_rewrite", shop.Languages.Select(language =>
            new KeyValuePair<long, string>(language.Id, Slug.From(wanted.Name[language.Code] is { Length: > 0 } own ? own : name, "product")))));
        record.Add(XmlBody.Translated("description_short", Translations.All(wanted.Summary, null, "description_short", shop, Fill(wanted.Summary, shop, options))));
        record.Add(XmlBody.Translated("description", Translations.All(wanted.Description, null, "description", shop, Fill(wanted.Description, shop, options))));
        record.Add(options.CustomFields.Where(field => wanted.Custom[field] is not null).Select(field => XmlBody.Value(field, wanted.Custom[field])));
        record.Add(XmlBody.Association("categories", "category", categories));
        return record;
    }

    /// <summary>The changed fields of a product; null when none of them is one of the shop's.</summary>
    public static XElement? Update(Revision<Product> revision, WireRow present, ShopData shop, PrestaShopOptions options)
    {
        var wanted = ProductMapping.Normalise(revision.Wanted, shop, options);
        var record = XmlBody.Record("product", present.Id);
        foreach (var field in revision.Fields)
            Change(record, field, wanted, present, shop, options);
        return record.Elements().Skip(1).Any() ? record : null;
    }

    private static readonly string[] Scalars = [nameof(Product.Reference), nameof(Product.Barcode), nameof(Product.PriceNet), nameof(Product.CostNet), nameof(Product.WeightKg)];

    private static void Change(XElement record, string field, Product wanted, WireRow present, ShopData shop, PrestaShopOptions options)
    {
        switch (field)
        {
            case nameof(Product.Name):
                var main = Translations.Main(wanted.Name, shop) ?? throw Refused(PrestaShopCodes.NameMissing, "A product needs a name in a language of the shop.", field);
                record.Add(XmlBody.Translated("name", Translations.All(wanted.Name, present, "name", shop, main)));
                break;
            case nameof(Product.Summary):
                record.Add(XmlBody.Translated("description_short", Translations.All(wanted.Summary, present, "description_short", shop, null)));
                break;
            case nameof(Product.Description):
                record.Add(XmlBody.Translated("description", Translations.All(wanted.Description, present, "description", shop, null)));
                break;
            case nameof(Product.Taxes):
                if (TaxGroup(wanted, shop, present.Whole("id_tax_rules_group")) is { } group)
                    record.Add(XmlBody.Value("id_tax_rules_group", group));
                break;
            case nameof(Product.Active):
                record.Add(XmlBody.Value("active", wanted.Active ?? true));
                break;
            case nameof(Product.IsService):
                record.Add(Type(wanted, present));
                break;
            case nameof(Product.Categories):
                ChangeCategories(record, wanted, present, shop);
                break;
            case nameof(Product.Custom):
                record.Add(options.CustomFields.Where(name => (wanted.Custom[name] ?? "") != (present.Text(name) ?? "")).Select(name => XmlBody.Value(name, wanted.Custom[name])));
                break;
            default:
                Add(record, field, wanted, shop);
                break;
        }
    }

    private static void Add(XElement record, string field, Product wanted, ShopData shop)
    {
        switch (field)
        {
            case nameof(Product.Reference):
                record.Add(XmlBody.Value("reference", wanted.Reference));
                break;
            case nameof(Product.Barcode):
                record.Add(XmlBody.Value("ean13", Values.Barcode(wanted.Barcode, shop)));
                break;
            case nameof(Product.PriceNet):
                record.Add(XmlBody.Value("price", Values.Amount(wanted.PriceNet, shop, field, mayBeNegative: false)));
                break;
            case nameof(Product.CostNet):
                record.Add(XmlBody.Value("wholesale_price", Values.Amount(wanted.CostNet, shop, field, mayBeNegative: false)));
                break;
            case nameof(Product.WeightKg) when shop.Weight is { } unit:
                record.Add(XmlBody.Value("weight", unit.ToStored(wanted.WeightKg)));
                break;
        }
    }

    // A product that is sold through combinations keeps its type: another one would drop them.
    private static IEnumerable<XElement> Type(Product wanted, WireRow? present)
    {
        var isService = wanted.IsService ?? false;
        yield return XmlBody.Value("is_virtual", isService);
        var type = present?.Text("product_type");
        if (type is null ? isService : type is "standard" or "virtual" or "" && (type == "virtual") != isService)
            yield return XmlBody.Value("product_type", isService ? "virtual" : "standard");
    }

    private static void ChangeCategories(XElement record, Product wanted, WireRow present, ShopData shop)
    {
        var categories = WantedCategories(wanted, shop, present);
        if (present.Whole("id_category_default") is not { } main || !categories.Contains(main))
            record.Add(XmlBody.Value("id_category_default", categories[0]));
        record.Add(XmlBody.Association("categories", "category", categories));
    }

    // The wanted ones first, then the roots the product is in; a product in no category at all would be lost to customers.
    private static List<long> WantedCategories(Product wanted, ShopData shop, WireRow? present)
    {
        var categories = wanted.Categories.Where(category => category.Kind == EntityKind.Category && !category.IsForeign).Select(category => Rows.Number(category.Id)).Where(id => id > 0 && !shop.IsRoot(id)).ToList();
        if (present is not null)
            categories.AddRange(ProductMapping.CategoryIds(present).Where(id => id > 0 && shop.IsRoot(id)));
        return categories.Count > 0 ? categories : [shop.HomeCategory];
    }

    private static long? TaxGroup(Product wanted, ShopData shop, long? present)
    {
        if (wanted.Taxes is not { } rates)
            return present;
        return shop.Taxes.Find(rates, present) ?? throw new ConnectorException(new SyncProblem(
            ProblemKind.Misconfigured,
            PrestaShopCodes.TaxUnknown,
            $"The shop has no tax rules group with {TaxRatesField.Instance.Display(rates)} in {shop.Taxes.Country}.")
        {
            Field = nameof(Product.Taxes),
            Remedy = "Create a tax rules group with exactly these rates in the back office (International, Taxes), or set TaxCountry.",
        });
    }

    private static string? Fill(LocalizedText text, ShopData shop, PrestaShopOptions options) => options.FillMissingLanguages ? Translations.Main(text, shop) : null;

    private static ConnectorException Refused(string code, string message, string field) => new(new SyncProblem(ProblemKind.Rejected, code, message) { Field = field });
}
