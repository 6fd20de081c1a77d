using System.Globalization;

namespace ErpSync.PrestaShop.Stock;

/// <summary>The columns of stock rows, and the ids of stock levels, which name the owner: <c>product:12</c>, <c>variant:45</c>.</summary>
internal static class StockRow
{
    /// <summary>The resource.</summary>
    public const string Resource = "stock_availables";

    /// <summary>The fields.</summary>
    public const string Fields = "[id,id_product,id_product_attribute,id_shop,id_shop_group,quantity,depends_on_stock]";

    private const string ProductPrefix = "product:";
    private const string VariantPrefix = "variant:";

    /// <summary>The product.</summary>
    public static long Product(WireRow row) => row.Whole("id_product") ?? 0;

    /// <summary>The combination; 0 for the product itself, or for the sum of its combinations.</summary>
    public static long Variant(WireRow row) => row.Whole("id_product_attribute") ?? 0;

    /// <summary>True when the row counts for the shop in use: its own, or its group's where the group shares stock.</summary>
    public static bool IsOf(WireRow row, ShopData shop) => row.Whole("id_shop") switch
    {
        null => true,
        > 0 and var id => id == shop.ShopId,
        _ => shop.ShopGroupId is not { } group || row.Whole("id_shop_group") == group,
    };

    /// <summary>The id of the stock level.</summary>
    public static RemoteId Id(WireRow row) => Variant(row) is > 0 and var variant ? Of(VariantPrefix, variant) : Of(ProductPrefix, Product(row));

    /// <summary>The product that an id names; null when it names none.</summary>
    public static long? ProductOf(RemoteId id) => NumberOf(id, ProductPrefix);

    /// <summary>The combination that an id names; null when it names none.</summary>
    public static long? VariantOf(RemoteId id) => NumberOf(id, VariantPrefix);

    /// <summary>The stamp: the quantity.</summary>
    public static string StampOf(WireRow row) => "s1:" + row.Text("quantity");

    private static RemoteId Of(string prefix, long number) => new(prefix + number.ToString(CultureInfo.InvariantCulture));

    private static long? NumberOf(RemoteId id, string prefix) =>
        id.Value.StartsWith(prefix, StringComparison.Ordinal) && Rows.Number(new RemoteId(id.Value[prefix.Length..])) is > 0 and var number ? number : null;
}
