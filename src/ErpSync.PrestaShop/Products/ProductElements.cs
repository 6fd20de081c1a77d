using System.Xml.Linq;
using ErpSync.PrestaShop.Texts;

namespace ErpSync.PrestaShop.Products;

/// <summary>Products: from records to the XML of writes. Throws a <see cref="ConnectorException"/> for a record that the shop cannot hold.</summary>
internal static class ProductElements
{
    private static readonly string[] Scalars =
    [
        nameof(Product.Reference), nameof(Product.Barcode), nameof(Product.PriceNet), nameof(Product.CostNet), nameof(Product.WeightKg), nameof(Product.Upc), nameof(Product.Isbn), nameof(Product.Mpn),
        nameof(Product.Manufacturer), nameof(Product.Supplier), nameof(Product.SupplierReference), nameof(Product.Condition), nameof(Product.WidthCm), nameof(Product.HeightCm), nameof(Product.DepthCm),
        nameof(Product.MinimalQuantity), nameof(Product.LowStock), nameof(Product.Visibility), nameof(Product.Orderable),
    ];

    /// <summary>A new product, visible and for sale, in at least one category.</summary>
    public static XElement Create(Product product, ProductContext context)
    {
        var (shop, options) = (context.Shop, context.Options);
        var wanted = ProductMapping.Normalise(product, shop, options);
        var name = Name(wanted, shop);
        var categories = ProductLists.Categories(wanted, shop, null);
        var record = XmlBody.Record("product");
        record.Add(
            XmlBody.Value("id_category_default", Main(wanted) ?? categories[0]),
            XmlBody.Value("id_tax_rules_group", TaxGroup(wanted, shop, null) ?? 0),
            XmlBody.Value("id_shop_default", shop.ShopId),
            XmlBody.Value("state", 1),
            XmlBody.Value("active", wanted.Active ?? true),
            XmlBody.Value("show_price", flag: true));
        foreach (var field in Scalars)
            Add(record, field, wanted, shop);
        record.Add(Type(wanted, null));
        record.Add(XmlBody.Translated("name", Translations.All(wanted.Name, null, "name", shop, name)));
        record.Add(XmlBody.Translated("link_rewrite", shop.Languages.Select(language => new KeyValuePair<long, string>(language.Id, Address(wanted, language.Code, name)))));
        record.Add(Texts(wanted, "description_short", wanted.Summary, context), Texts(wanted, "description", wanted.Description, context));
        record.Add(Texts(wanted, "meta_title", wanted.MetaTitle, context), Texts(wanted, "meta_description", wanted.MetaDescription, context));
        record.Add(options.CustomFields.Where(field => wanted.Custom[field] is not null).Select(field => XmlBody.Value(field, wanted.Custom[field])));
        AddList(record, ProductLists.Of(categories));
        if (wanted.Features.Count > 0)
            AddList(record, ProductLists.Features(wanted, null, context));
        if (wanted.Tags.Count > 0)
            AddList(record, ProductLists.Tags(wanted, null, context));
        if (wanted.Type == ProductType.Pack)
            AddList(record, ProductLists.Items(wanted, context));
        return record;
    }

    /// <summary>The changed fields of a product; null when none of them is one of the shop's.</summary>
    public static XElement? Update(Revision<Product> revision, WireRow present, ProductContext context)
    {
        var wanted = ProductMapping.Normalise(revision.Wanted, context.Shop, context.Options);
        var record = XmlBody.Record("product", present.Id);
        foreach (var field in revision.Fields)
            Change(record, field, wanted, present, context, revision.Fields);
        return record.Elements().Skip(1).Any() ? record : null;
    }

    private static void Change(XElement record, string field, Product wanted, WireRow present, ProductContext context, IReadOnlyList<string> fields)
    {
        var shop = context.Shop;
        switch (field)
        {
            case nameof(Product.Name):
                record.Add(XmlBody.Translated("name", Translations.All(wanted.Name, present, "name", shop, Name(wanted, shop))));
                break;
            case nameof(Product.Summary):
                record.Add(XmlBody.Translated("description_short", Translations.All(wanted.Summary, present, "description_short", shop, null)));
                break;
            case nameof(Product.Description):
                record.Add(XmlBody.Translated("description", Translations.All(wanted.Description, present, "description", shop, null)));
                break;
            case nameof(Product.Slug):
                record.Add(XmlBody.Translated("link_rewrite", Translations.All(wanted.Slug, present, "link_rewrite", shop, null)));
                break;
            case nameof(Product.MetaTitle):
                record.Add(XmlBody.Translated("meta_title", Translations.All(wanted.MetaTitle, present, "meta_title", shop, null)));
                break;
            case nameof(Product.MetaDescription):
                record.Add(XmlBody.Translated("meta_description", Translations.All(wanted.MetaDescription, present, "meta_description", shop, null)));
                break;
            case nameof(Product.Taxes):
                if (TaxGroup(wanted, shop, present.Whole("id_tax_rules_group")) is { } group)
                    record.Add(XmlBody.Value("id_tax_rules_group", group));
                break;
            case nameof(Product.Active):
                record.Add(XmlBody.Value("active", wanted.Active ?? true));
                break;
            case nameof(Product.IsService) or nameof(Product.Type):
                if (record.Element("is_virtual") is null)
                    record.Add(Type(wanted, present));
                if (field == nameof(Product.Type))
                    ReplaceList(record, ProductLists.Items(wanted, context));
                break;
            case nameof(Product.Items):
                if (wanted.Type == ProductType.Pack)
                    ReplaceList(record, ProductLists.Items(wanted, context));
                break;
            case nameof(Product.Categories):
                ChangeCategories(record, wanted, present, shop, fields);
                break;
            case nameof(Product.MainCategory):
                record.Add(XmlBody.Value("id_category_default", Main(wanted) ?? shop.HomeCategory));
                break;
            case nameof(Product.Features):
                AddList(record, ProductLists.Features(wanted, present, context));
                break;
            case nameof(Product.Tags):
                AddList(record, ProductLists.Tags(wanted, present, context));
                break;
            case nameof(Product.Custom):
                record.Add(context.Options.CustomFields.Where(name => (wanted.Custom[name] ?? "") != (present.Text(name) ?? "")).Select(name => XmlBody.Value(name, wanted.Custom[name])));
                break;
            default:
                Add(record, field, wanted, shop);
                break;
        }
    }

    private static void Add(XElement record, string field, Product wanted, ShopData shop)
    {
        XElement? element = field switch
        {
            nameof(Product.Reference) => XmlBody.Value("reference", wanted.Reference),
            nameof(Product.Barcode) => XmlBody.Value("ean13", Values.Barcode(wanted.Barcode, shop)),
            nameof(Product.PriceNet) => XmlBody.Value("price", Values.Amount(wanted.PriceNet, shop, field, mayBeNegative: false)),
            nameof(Product.CostNet) => XmlBody.Value("wholesale_price", Values.Amount(wanted.CostNet, shop, field, mayBeNegative: false)),
            nameof(Product.WeightKg) when shop.Weight is { } unit => XmlBody.Value("weight", unit.ToStored(wanted.WeightKg)),
            nameof(Product.Upc) => XmlBody.Value("upc", Values.Upc(wanted.Upc)),
            nameof(Product.Isbn) => XmlBody.Value("isbn", Values.Isbn(wanted.Isbn)),
            nameof(Product.Mpn) => XmlBody.Value("mpn", wanted.Mpn),
            nameof(Product.Manufacturer) => XmlBody.Value("id_manufacturer", Pointer(wanted.Manufacturer)),
            nameof(Product.Supplier) => XmlBody.Value("id_supplier", Pointer(wanted.Supplier)),
            nameof(Product.SupplierReference) => XmlBody.Value("supplier_reference", wanted.SupplierReference),
            nameof(Product.Condition) => XmlBody.Value("condition", ProductWordings.Of(wanted.Condition)),
            nameof(Product.WidthCm) when shop.Length is { } unit => XmlBody.Value("width", unit.ToStored(wanted.WidthCm)),
            nameof(Product.HeightCm) when shop.Length is { } unit => XmlBody.Value("height", unit.ToStored(wanted.HeightCm)),
            nameof(Product.DepthCm) when shop.Length is { } unit => XmlBody.Value("depth", unit.ToStored(wanted.DepthCm)),
            nameof(Product.MinimalQuantity) => XmlBody.Value("minimal_quantity", (long)(wanted.MinimalQuantity ?? 1)),
            nameof(Product.LowStock) => XmlBody.Value("low_stock_threshold", (long)(wanted.LowStock ?? 0)),
            nameof(Product.Visibility) => XmlBody.Value("visibility", ProductWordings.Of(wanted.Visibility)),
            nameof(Product.Orderable) => XmlBody.Value("available_for_order", wanted.Orderable ?? true),
            _ => null,
        };
        if (element is not null)
            record.Add(element);
    }

    // A product that is sold through combinations keeps its type: another one would drop them.
    private static IEnumerable<XElement> Type(Product wanted, WireRow? present)
    {
        yield return XmlBody.Value("is_virtual", wanted.IsService ?? false);
        var type = wanted.Type == ProductType.Pack ? "pack" : wanted.IsService == true ? "virtual" : "standard";
        var stored = present?.Text("product_type");
        if (stored is null ? type != "standard" : stored is "standard" or "virtual" or "pack" or "" && stored != type)
            yield return XmlBody.Value("product_type", type);
    }

    // The main category goes along when the product leaves it, and stays where it was chosen apart from the categories.
    private static void ChangeCategories(XElement record, Product wanted, WireRow present, ShopData shop, IReadOnlyList<string> fields)
    {
        var categories = ProductLists.Categories(wanted, shop, present);
        var main = present.Whole("id_category_default") ?? 0;
        var isLeft = main == 0 || (ProductMapping.CategoryIds(present).Contains(main) && !categories.Contains(main));
        if (isLeft && !fields.Contains(nameof(Product.MainCategory)))
            record.Add(XmlBody.Value("id_category_default", categories[0]));
        AddList(record, ProductLists.Of(categories));
    }

    private static long? Main(Product wanted) => Pointer(wanted.MainCategory) is > 0 and var id ? id : null;

    private static long Pointer(Ref? pointer) => pointer is { IsForeign: false } one ? Rows.Number(one.Id) : 0;

    private static string Address(Product wanted, string language, string name) =>
        wanted.Slug[language] is { Length: > 0 } slug ? slug : Slug.From(wanted.Name[language] is { Length: > 0 } own ? own : name, "product");

    private static XElement Texts(Product wanted, string field, LocalizedText text, ProductContext context) =>
        XmlBody.Translated(field, Translations.All(text, null, field, context.Shop, context.Options.FillMissingLanguages ? Translations.Main(text, context.Shop) : null));

    private static string Name(Product wanted, ShopData shop) =>
        Translations.Main(wanted.Name, shop) ?? throw Refused(PrestaShopCodes.NameMissing, "A product needs a name in a language of the shop.", nameof(Product.Name));

    private static void AddList(XElement record, XElement list)
    {
        if (record.Element("associations") is not { } associations)
            record.Add(associations = new XElement("associations"));
        associations.Add(list);
    }

    private static void ReplaceList(XElement record, XElement list)
    {
        record.Element("associations")?.Element(list.Name)?.Remove();
        AddList(record, list);
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

    private static ConnectorException Refused(string code, string message, string field) => new(new SyncProblem(ProblemKind.Rejected, code, message) { Field = field });
}
