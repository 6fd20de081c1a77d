using System.Globalization;

namespace ErpSync.Dolibarr;

/// <summary>Ids of stock levels: the owner's kind and id, <c>product:12</c> or <c>variant:45</c>, and where levels are carried per warehouse its id, <c>product:12@3</c>.</summary>
internal static class StockId
{
    private const string OfProduct = "product:";
    private const string OfVariant = "variant:";

    public static RemoteId Of(long product, bool isVariant, long? warehouse = null) =>
        new((isVariant ? OfVariant : OfProduct) + JsonValues.Invariant(product) + (warehouse is { } id ? "@" + JsonValues.Invariant(id) : ""));

    /// <summary>The product row that the level belongs to; null when the id is not of this form.</summary>
    public static long? ProductOf(RemoteId id)
    {
        var start = id.Value.StartsWith(OfProduct, StringComparison.Ordinal) ? OfProduct.Length : id.Value.StartsWith(OfVariant, StringComparison.Ordinal) ? OfVariant.Length : -1;
        return start > 0 ? Number(id.Value.AsSpan(start).ToString().Split('@')[0]) : null;
    }

    /// <summary>The warehouse of the level; null for a sum.</summary>
    public static long? WarehouseOf(RemoteId id) => id.Value.Split('@') is [_, var warehouse] ? Number(warehouse) : null;

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
