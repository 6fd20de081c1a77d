using System.Globalization;

namespace ErpSync.PrestaShop.Variants;

/// <summary>The columns of combinations that this connector reads; a listing reads the same.</summary>
internal static class VariantRow
{
    /// <summary>The resource.</summary>
    public const string Resource = "combinations";

    /// <summary>The fields of a record.</summary>
    public static string Fields(ShopData shop) => shop.KnowsColumns ? "[id,id_product,reference,ean13,upc,isbn,mpn,wholesale_price,price,weight,minimal_quantity,low_stock_threshold,default_on,product_option_values[id],images[id]]" : "full";

    /// <summary>The product.</summary>
    public static long Product(WireRow row) => row.Whole("id_product") ?? 0;

    /// <summary>Notes what prices need of a combination.</summary>
    public static void Remember(WireRow row, RunMemory memory)
    {
        memory.Saw(Resource, row.Id);
        try
        {
            memory.Impacts[row.Id] = row.Number("price") ?? 0;
        }
        catch (ConnectorException)
        {
            // An unreadable price is told with the record itself.
        }
    }

    /// <summary>The ids of the option values, in order.</summary>
    public static IReadOnlyList<long> ValueIds(WireRow row) => [.. row.Association("product_option_values").Select(value => value.Id).Order()];

    /// <summary>The stamp: there is no date, so it holds everything, the product's price and weight included.</summary>
    public static string StampOf(WireRow row, ProductBase? product) => Stamp.Of(
        "v2",
        row.Text("id_product"),
        row.Text("reference"),
        row.Text("ean13"),
        row.Text("price"),
        row.Text("weight"),
        row.Text("upc"),
        row.Text("isbn"),
        row.Text("mpn"),
        row.Text("wholesale_price"),
        row.Text("minimal_quantity"),
        row.Text("low_stock_threshold"),
        row.Flag("default_on") == true ? "1" : "0",
        product?.Price.ToString("0.######", CultureInfo.InvariantCulture),
        product?.Weight.ToString("0.######", CultureInfo.InvariantCulture),
        string.Join(',', ValueIds(row)));
}

/// <summary>What the writer needs of a combination: its row and what its product adds.</summary>
/// <param name="Row">The row.</param>
/// <param name="Base">The product's price and weight; null when the product is gone.</param>
internal sealed record NativeVariant(WireRow Row, ProductBase? Base);
