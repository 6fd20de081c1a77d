using ErpSync.PrestaShop.Texts;

namespace ErpSync.PrestaShop.Products;

/// <summary>Products: from rows to records, and what the shop makes of a record.</summary>
internal static class ProductMapping
{
    /// <summary>The record in a row.</summary>
    public static Remote<Product> Read(WireRow row, ShopData shop, PrestaShopOptions options, WordBooks books = default)
    {
        var type = TypeOf(row);
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
            Categories = Categories(row, shop),
            Custom = Custom(row, options),
            HasVariants = HasVariants(row),
            Type = type,
            Items = type == ProductType.Pack ? Items(row) : [],
            Upc = row.Filled("upc"),
            Isbn = row.Filled("isbn"),
            Mpn = row.Filled("mpn"),
            Manufacturer = Pointer(row, "id_manufacturer", EntityKind.Manufacturer),
            Supplier = Pointer(row, "id_supplier", EntityKind.Supplier),
            SupplierReference = row.Filled("supplier_reference"),
            MainCategory = row.Whole("id_category_default") is { } main && !shop.IsRoot(main) ? new Ref(EntityKind.Category, RemoteId.From(main)) : null,
            Features = books.Features?.Of(row) ?? TextMap.Empty,
            Tags = books.Tags?.Of(row) ?? TextSet.Empty,
            Condition = ProductWordings.Condition(row.Text("condition")),
            WidthCm = shop.Length?.ToCentimetres(row.Number("width")),
            HeightCm = shop.Length?.ToCentimetres(row.Number("height")),
            DepthCm = shop.Length?.ToCentimetres(row.Number("depth")),
            MinimalQuantity = Math.Max(1, row.Number("minimal_quantity") ?? 1),
            LowStock = row.Number("low_stock_threshold") is { } low and not 0 ? low : null,
            Visibility = ProductWordings.Visibility(row.Text("visibility")),
            Orderable = row.Flag("available_for_order") ?? true,
            Slug = Translations.Read(row, "link_rewrite", shop),
            MetaTitle = Translations.Read(row, "meta_title", shop),
            MetaDescription = Translations.Read(row, "meta_description", shop),
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
    public static Product Normalise(Product product, ShopData shop, PrestaShopOptions options)
    {
        var isPack = product.Type == ProductType.Pack;
        return product with
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
            IsService = !isPack && (product.IsService ?? false),
            Custom = TextMap.From(product.Custom.Where(entry => options.CustomFields.Contains(entry.Key) && entry.Value.Length > 0)),
            Type = isPack ? ProductType.Pack : ProductType.Simple,
            Items = isPack ? product.Items : [],
            Upc = TextRules.Barcode(product.Upc),
            Isbn = product.Isbn?.Trim() is { Length: > 0 } isbn ? isbn : null,
            Mpn = TextRules.Mpn(product.Mpn),
            SupplierReference = TextRules.Reference(product.SupplierReference),
            MainCategory = product.MainCategory is { } main ? Category(main, shop) : product.Categories.Select(category => Category(category, shop)).FirstOrDefault(category => category is not null),
            Features = FeatureBook.Normalise(product.Features),
            Tags = TagBook.Normalise(product.Tags),
            Condition = product.Condition ?? ProductCondition.New,
            WidthCm = shop.Length is { } width ? width.Stored(product.WidthCm) : product.WidthCm,
            HeightCm = shop.Length is { } height ? height.Stored(product.HeightCm) : product.HeightCm,
            DepthCm = shop.Length is { } depth ? depth.Stored(product.DepthCm) : product.DepthCm,
            MinimalQuantity = Whole(product.MinimalQuantity, least: 1) ?? 1,
            LowStock = Whole(product.LowStock, least: int.MinValue) is { } low and not 0 ? low : null,
            Visibility = product.Visibility ?? ProductVisibility.Everywhere,
            Orderable = product.Orderable ?? true,
            Slug = LocalizedText.From(product.Slug.Only(shop.Codes).Select(text => Texts.Slug.From(text, "")).Where(text => text.Value.Length > 0)),
            MetaTitle = product.MetaTitle.Only(shop.Codes).Select(text => TextRules.GenericName(text, 255)),
            MetaDescription = product.MetaDescription.Only(shop.Codes).Select(text => TextRules.GenericName(text, 512)),
        };
    }

    /// <summary>All categories of a row, roots included.</summary>
    public static IEnumerable<long> CategoryIds(WireRow row) => row.Association("categories").Select(category => category.Id);

    /// <summary>True when the product is sold through combinations.</summary>
    public static bool HasVariants(WireRow row) => row.Whole("cache_default_attribute") is > 0 || row.Text("product_type") == "combinations";

    /// <summary>What the product is made of.</summary>
    public static ProductType TypeOf(WireRow row) =>
        row.Text("product_type") == "pack" || row.Flag("cache_is_pack") == true ? ProductType.Pack : ProductType.Simple;

    private static Ref? Category(Ref category, ShopData shop) => !category.IsForeign && shop.IsRoot(Rows.Number(category.Id)) ? null : category;

    private static decimal? Whole(decimal? number, int least) => number is null ? null : Math.Clamp(Math.Floor(number.Value), least, int.MaxValue);

    private static Ref? Pointer(WireRow row, string field, EntityKind kind) => row.Whole(field) is > 0 and var id ? new Ref(kind, RemoteId.From(id)) : null;

    private static RefSet Categories(WireRow row, ShopData shop)
    {
        var rows = row.Association("categories");
        var refs = new List<Ref>(rows.Count);
        foreach (var category in rows)
        {
            if (category.Id is var id && !shop.IsRoot(id))
                refs.Add(new Ref(EntityKind.Category, RemoteId.From(id)));
        }

        return RefSet.From(refs);
    }

    private static ValueList<PackItem> Items(WireRow row) => row.Association("product_bundle")
        .Select(part => new PackItem(
            part.Whole("id_product_attribute") is > 0 and var variant ? new Ref(EntityKind.ProductVariant, RemoteId.From(variant)) : new Ref(EntityKind.Product, RemoteId.From(part.Id)),
            part.Number("quantity") ?? 1))
        .ToValueList();

    private static TextMap Custom(WireRow row, PrestaShopOptions options) => options.CustomFields.Count == 0 ? TextMap.Empty
        : TextMap.From(options.CustomFields.Where(field => row.Filled(field) is not null).Select(field => new KeyValuePair<string, string>(field, row.Text(field)!)));
}
