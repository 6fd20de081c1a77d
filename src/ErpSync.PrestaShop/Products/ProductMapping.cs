using ErpSync.PrestaShop.Texts;

namespace ErpSync.PrestaShop.Products;

/// <summary>Products: from rows to records, and what the shop makes of a record.</summary>
internal static class ProductMapping
{
    /// <summary>The record in a row.</summary>
    public static Remote<Product> Read(WireRow row, ShopData shop, PrestaShopOptions options)
    {
        var product = new Product
        {
            Reference = row.Filled("reference"),
            Name = Translations.Read(row, "name", shop),
            Summary = Translations.Read(row, "description_short", shop),
            Description = Translations.Read(row, "description", shop),
            PriceNet = new Money(row.Number("price") ?? 0, shop.Currency),
            CostNet = row.Number("wholesale_price") is { } cost and not 0 ? new Money(cost, shop.Currency) : null,
            Taxes = shop.Taxes.Of(row.Whole("id_tax_rules_group") ?? 0),
            Barcode = row.Filled("ean13"),
            WeightKg = shop.Weight?.ToKilograms(row.Number("weight")),
            Active = row.Flag("active") ?? false,
            IsService = row.Flag("is_virtual") ?? false,
            Categories = RefSet.From(CategoryIds(row).Where(id => !shop.IsRoot(id)).Select(id => new Ref(EntityKind.Category, RemoteId.From(id)))),
            Custom = TextMap.From(options.CustomFields.Where(field => row.Filled(field) is not null).Select(field => new KeyValuePair<string, string>(field, row.Text(field)!))),
            HasVariants = HasVariants(row),
        };
        return new Remote<Product>(RemoteId.From(row.Id), product)
        {
            ModifiedAt = LocalTime.ToInstant(row.Text("date_upd"), shop.Zone),
            Label = product.Reference ?? Translations.Main(product.Name, shop),
            Stamp = ProductRow.StampOf(row, options),
            Native = row,
        };
    }

    /// <summary>What the shop would hold: forbidden characters out, lengths and decimals cut, languages it lacks left out.</summary>
    public static Product Normalise(Product product, ShopData shop, PrestaShopOptions options) => product with
    {
        Reference = TextRules.Reference(product.Reference),
        Name = product.Name.Only(shop.Codes).Select(TextRules.Name),
        Summary = product.Summary.Only(shop.Codes).Select(CleanHtml.From),
        Description = product.Description.Only(shop.Codes).Select(CleanHtml.From),
        PriceNet = product.PriceNet?.Round(6),
        CostNet = product.CostNet?.Round(6) is { Amount: not 0 } cost ? cost : null,
        Taxes = TaxTable.Stored(product.Taxes),
        Barcode = TextRules.Barcode(product.Barcode),
        WeightKg = shop.Weight is { } unit ? unit.Stored(product.WeightKg) : product.WeightKg,
        Active = product.Active ?? true,
        IsService = product.IsService ?? false,
        Custom = TextMap.From(product.Custom.Where(entry => options.CustomFields.Contains(entry.Key) && entry.Value.Length > 0)),
    };

    /// <summary>All categories of a row, roots included.</summary>
    public static IEnumerable<long> CategoryIds(WireRow row) => row.Association("categories").Select(category => category.Id);

    /// <summary>True when the product is sold through combinations.</summary>
    public static bool HasVariants(WireRow row) => row.Whole("cache_default_attribute") is > 0 || row.Text("product_type") == "combinations";
}
