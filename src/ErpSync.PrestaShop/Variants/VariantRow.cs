using System.Globalization;

namespace ErpSync.PrestaShop.Variants;

/// <summary>The columns of combinations that this connector reads; a listing reads the same.</summary>
internal static class VariantRow
{
    /// <summary>The resource.</summary>
    public const string Resource = "combinations";

    /// <summary>The fields of a record.</summary>
    public static string Fields(ShopData shop) => shop.KnowsColumns ? "[id,id_product,reference,ean13,price,weight,default_on,product_option_values[id]]" : "full";

    /// <summary>The product.</summary>
    public static long Product(WireRow row) => row.Whole("id_product") ?? 0;

    /// <summary>The ids of the option values, in order.</summary>
    public static IReadOnlyList<long> ValueIds(WireRow row) => [.. row.Association("product_option_values").Select(value => value.Id).Order()];

    /// <summary>The stamp: there is no date, so it holds everything, the product's price and weight included.</summary>
    public static string StampOf(WireRow row, ProductBase? product) => Stamp.Of(
        "v1",
        row.Text("id_product"),
        row.Text("reference"),
        row.Text("ean13"),
        row.Text("price"),
        row.Text("weight"),
        product?.Price.ToString("0.######", CultureInfo.InvariantCulture),
        product?.Weight.ToString("0.######", CultureInfo.InvariantCulture),
        string.Join(',', ValueIds(row)));
}

/// <summary>What the writer needs of a combination: its row and what its product adds.</summary>
/// <param name="Row">The row.</param>
/// <param name="Base">The product's price and weight; null when the product is gone.</param>
internal sealed record NativeVariant(WireRow Row, ProductBase? Base);
