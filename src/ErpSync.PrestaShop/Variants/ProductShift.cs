using System.Globalization;
using System.Xml.Linq;

namespace ErpSync.PrestaShop.Variants;

/// <summary>How a write moves what a product's combinations add to.</summary>
/// <param name="Place">The product's place in its batch.</param>
/// <param name="Before">Price and weight before.</param>
/// <param name="After">Price and weight after.</param>
internal readonly record struct ProductShift(int Place, ProductBase Before, ProductBase After)
{
    /// <summary>True when nothing moves.</summary>
    public bool IsNone => Before == After;

    /// <summary>The shift between a product's row and what is written over it.</summary>
    public static ProductShift Between(WireRow before, XElement written, int place)
    {
        var old = Products.ProductRow.BaseOf(before);
        return new ProductShift(place, old, old with { Price = Number(written, "price") ?? old.Price, Weight = Number(written, "weight") ?? old.Weight });
    }

    private static decimal? Number(XElement record, string field) =>
        record.Element(field) is { Value.Length: > 0 } element ? decimal.Parse(element.Value, CultureInfo.InvariantCulture) : null;
}
