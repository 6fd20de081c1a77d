namespace ErpSync.PrestaShop.Prices;

/// <summary>The columns of specific prices.</summary>
internal static class PriceRow
{
    /// <summary>The resource.</summary>
    public const string Resource = "specific_prices";

    /// <summary>The fields.</summary>
    public const string Fields =
        "[id,id_shop_group,id_shop,id_cart,id_product,id_product_attribute,id_currency,id_country,id_group,id_customer,id_specific_price_rule,price,from_quantity,reduction,reduction_tax,reduction_type,from,to]";

    /// <summary>The product.</summary>
    public static long Product(WireRow row) => row.Whole("id_product") ?? 0;

    /// <summary>The combination; 0 for the product with all of its combinations.</summary>
    public static long Variant(WireRow row) => row.Whole("id_product_attribute") ?? 0;

    /// <summary>
    /// True for a price of a product that holds in the shop in use. Prices of one cart, and those that the shop makes of a catalogue rule and makes anew when the rule changes, are the shop's own affair.
    /// </summary>
    public static bool IsRecord(WireRow row, ShopData shop) =>
        Product(row) > 0
        && row.Whole("id_cart") is null or 0
        && row.Whole("id_specific_price_rule") is null or 0
        && IsOf(row, shop);

    /// <summary>True where the row holds for other shops too, so that it is not one connection's to change.</summary>
    public static bool IsShared(WireRow row, ShopData shop) => shop.IsOneOfMany && row.Whole("id_shop") is null or 0;

    /// <summary>The stamp: there is no date, so it holds everything, the price that is reduced included.</summary>
    public static string StampOf(WireRow row, string? reduced) => Stamp.Of(
        "s1",
        row.Text("id_product"), row.Text("id_product_attribute"), row.Text("id_shop"), row.Text("id_shop_group"), row.Text("id_currency"), row.Text("id_country"), row.Text("id_group"), row.Text("id_customer"),
        row.Text("price"), row.Text("from_quantity"), row.Text("reduction"), row.Text("reduction_tax"), row.Text("reduction_type"), row.Text("from"), row.Text("to"), reduced);

    private static bool IsOf(WireRow row, ShopData shop) => row.Whole("id_shop") switch
    {
        null or 0 => row.Whole("id_shop_group") is null or 0 || shop.ShopGroupId is null || row.Whole("id_shop_group") == shop.ShopGroupId,
        var id => id == shop.ShopId,
    };
}
