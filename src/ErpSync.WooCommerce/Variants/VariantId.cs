using System.Globalization;

namespace ErpSync.WooCommerce;

/// <summary>The id of a variation names its product too, for WooCommerce writes variations under their product only: <c>21:22</c>.</summary>
internal static class VariantId
{
    public static RemoteId Of(long product, long variation) => new($"{JsonValues.Invariant(product)}:{JsonValues.Invariant(variation)}");

    /// <summary>The two numbers; null when the id is not of this form.</summary>
    public static (long Product, long Variation)? Parse(RemoteId id)
    {
        var at = id.Value.IndexOf(':', StringComparison.Ordinal);
        return at > 0
            && long.TryParse(id.Value.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var product)
            && long.TryParse(id.Value.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var variation)
            ? (product, variation)
            : null;
    }

    /// <summary>The product or variation of an order line.</summary>
    public static Ref? Line(long product, long variation) => product == 0 ? null
        : variation > 0 ? new Ref(EntityKind.ProductVariant, Of(product, variation)) : new Ref(EntityKind.Product, RemoteId.From(product));
}
