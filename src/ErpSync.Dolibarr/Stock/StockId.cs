using System.Globalization;

namespace ErpSync.Dolibarr;

/// <summary>Ids of stock levels: the owner's kind and id, <c>product:12</c> or <c>variant:45</c>.</summary>
internal static class StockId
{
    private const string OfProduct = "product:";
    private const string OfVariant = "variant:";

    public static RemoteId Of(long product, bool isVariant) => new((isVariant ? OfVariant : OfProduct) + JsonValues.Invariant(product));

    /// <summary>The product row that the level belongs to; null when the id is not of this form.</summary>
    public static long? ProductOf(RemoteId id)
    {
        var start = id.Value.StartsWith(OfProduct, StringComparison.Ordinal) ? OfProduct.Length : id.Value.StartsWith(OfVariant, StringComparison.Ordinal) ? OfVariant.Length : -1;
        return start > 0 && long.TryParse(id.Value.AsSpan(start), NumberStyles.None, CultureInfo.InvariantCulture, out var product) ? product : null;
    }
}
