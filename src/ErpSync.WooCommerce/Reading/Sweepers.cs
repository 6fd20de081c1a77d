using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>The sweeps: which fields of which lists bear no date when they change. Before 10.3 there is no list of all variations to sweep; their products' stock and meta data are.</summary>
internal static class Sweepers
{
    private const string Quantities = "context=edit&_fields=id,parent_id,manage_stock,stock_quantity";
    private const string Pictures = "context=edit&_fields=id,parent_id,images,image";

    public static RowSweeper<Product> Products(WooSession session) => new(session, static _ => [ProductReader.List], static row => [RemoteId.From(Id(row))]);

    public static RowSweeper<ProductVariant> Variants(WooSession session) =>
        new(session, static setup => setup.HasVariationsRoute ? [VariantRows.List] : ["products?type=variable&context=edit&_fields=id,variations,attributes"], static row => row.Whole("parent_id") is { } parent
            ? [VariantId.Of(parent, Id(row))]
            : row.Get("variations").Items().Select(variation => VariantId.Of(Id(row), variation.AsWhole() ?? 0)));

    public static RowSweeper<StockLevel> Stock(WooSession session) =>
        new(session, static setup => setup.HasVariationsRoute ? ["products?" + Quantities, "variations?" + Quantities] : ["products?" + Quantities], static row => row.Whole("parent_id") is { } parent and > 0 ? [VariantId.Of(parent, Id(row))] : [RemoteId.From(Id(row))]);

    public static RowSweeper<ProductImage> Images(WooSession session) =>
        new(session, static setup => setup.HasVariationsRoute ? ["products?" + Pictures, "variations?" + Pictures] : ["products?" + Pictures], static row => row.Whole("parent_id") is { } parent and > 0
            ? PictureRow.ReadOne(row.Get("image")).Select(picture => ImageMapping.Id(parent, picture.Id))
            : PictureRow.ReadAll(row.Get("images")).Select(picture => ImageMapping.Id(Id(row), picture.Id)));

    private static long Id(JsonElement row) => row.Whole("id") ?? 0;
}
