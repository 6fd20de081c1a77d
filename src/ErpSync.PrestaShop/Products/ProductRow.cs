namespace ErpSync.PrestaShop.Products;

/// <summary>The columns of products that this connector reads.</summary>
internal static class ProductRow
{
    /// <summary>The resource.</summary>
    public const string Resource = "products";

    private const string Stamped = "id,reference,price,wholesale_price,weight,ean13,active,id_tax_rules_group,is_virtual,cache_default_attribute,date_upd";

    private const string Others =
        "id_manufacturer,id_supplier,id_category_default,supplier_reference,width,height,depth,isbn,upc,mpn,cache_is_pack,product_type,minimal_quantity,low_stock_threshold,available_for_order,"
        + "condition,visibility,meta_description,meta_title,link_rewrite,name,description,description_short";

    private const string Lists = "categories[id],product_features[id,id_feature_value],tags[id],product_bundle[id,id_product_attribute,quantity]";

    /// <summary>The columns that have a field of their own, or that steer the record.</summary>
    public static IReadOnlySet<string> Columns { get; } = $"{Stamped},{Others},state,date_add,id_default_image,id_default_combination".Split(',').ToHashSet(StringComparer.Ordinal);

    /// <summary>The fields of a whole record.</summary>
    public static string Full(ShopData shop, PrestaShopOptions options) => !shop.KnowsColumns ? "full" : $"[{Stamped},{Others}{Custom(options)},{Lists}]";

    /// <summary>The fields of a line of a listing.</summary>
    public static string Listed(PrestaShopOptions options) => $"[{Stamped}{Custom(options)}]";

    /// <summary>The stamp: all columns that PrestaShop may change without bumping the date, and the date for the rest.</summary>
    public static string StampOf(WireRow row, PrestaShopOptions options) => options.CustomFields.Count == 0
        ? Stamp.Of(
            "p1",
            row.Text("reference"), row.Text("price"), row.Text("wholesale_price"), row.Text("weight"), row.Text("ean13"), row.Text("active"),
            row.Text("id_tax_rules_group"), row.Text("is_virtual"), row.Text("cache_default_attribute"), row.Text("date_upd"))
        : Stamp.Of(
            "p1",
            [
                row.Text("reference"), row.Text("price"), row.Text("wholesale_price"), row.Text("weight"), row.Text("ean13"), row.Text("active"),
                row.Text("id_tax_rules_group"), row.Text("is_virtual"), row.Text("cache_default_attribute"), row.Text("date_upd"),
                .. options.CustomFields.Select(row.Text),
            ]);

    /// <summary>Notes what variants and prices need of a product.</summary>
    public static void Remember(WireRow row, RunMemory memory)
    {
        memory.Saw(Resource, row.Id);
        try
        {
            if (row.Text("price") is not null)
                memory.Bases[row.Id] = BaseOf(row);
        }
        catch (ConnectorException)
        {
            // An unreadable price is told with the record itself.
        }
    }

    /// <summary>Price and weight in the shop's own unit, and the taxes.</summary>
    public static ProductBase BaseOf(WireRow row) => new(row.Number("price") ?? 0, row.Number("weight") ?? 0, row.Whole("id_tax_rules_group") ?? 0);

    private static string Custom(PrestaShopOptions options) => string.Concat(options.CustomFields.Select(field => "," + field));
}
