namespace ErpSync.PrestaShop.Products;

/// <summary>The columns of products that this connector reads.</summary>
internal static class ProductRow
{
    /// <summary>The resource.</summary>
    public const string Resource = "products";

    private const string Stamped = "id,reference,price,wholesale_price,weight,ean13,active,id_tax_rules_group,is_virtual,cache_default_attribute,date_upd";

    /// <summary>The columns that have a field of their own, or that steer the record.</summary>
    public static IReadOnlySet<string> Columns { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "id", "reference", "price", "wholesale_price", "weight", "ean13", "active", "id_tax_rules_group", "is_virtual", "product_type", "state", "date_upd", "date_add",
        "name", "description", "description_short", "link_rewrite", "id_category_default", "cache_default_attribute", "id_default_image", "id_default_combination",
    };

    /// <summary>The fields of a whole record.</summary>
    public static string Full(ShopData shop, PrestaShopOptions options) => !shop.KnowsColumns ? "full"
        : $"[{Stamped},id_category_default,product_type,name,description,description_short{Custom(options)},categories[id]]";

    /// <summary>The fields of a line of a listing.</summary>
    public static string Listed(PrestaShopOptions options) => $"[{Stamped}{Custom(options)}]";

    /// <summary>The stamp: all columns that PrestaShop may change without bumping the date, and the date for the rest.</summary>
    public static string StampOf(WireRow row, PrestaShopOptions options) => Stamp.Of(
        "p1",
        [
            row.Text("reference"), row.Text("price"), row.Text("wholesale_price"), row.Text("weight"), row.Text("ean13"), row.Text("active"),
            row.Text("id_tax_rules_group"), row.Text("is_virtual"), row.Text("cache_default_attribute"), row.Text("date_upd"),
            .. options.CustomFields.Select(row.Text),
        ]);

    /// <summary>Notes what variants need of a product.</summary>
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

    /// <summary>Price and weight in the shop's own unit.</summary>
    public static ProductBase BaseOf(WireRow row) => new(row.Number("price") ?? 0, row.Number("weight") ?? 0);

    private static string Custom(PrestaShopOptions options) => string.Concat(options.CustomFields.Select(field => "," + field));
}
