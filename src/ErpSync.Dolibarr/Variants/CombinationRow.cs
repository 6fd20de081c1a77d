using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>One combination of a parent: which child product it is, and its features by id.</summary>
/// <param name="Id">The combination's id.</param>
/// <param name="ParentId">The parent product.</param>
/// <param name="ChildId">The child product.</param>
/// <param name="PriceImpact">What is added to the parent's price.</param>
/// <param name="IsPercent">True when the impact is a percentage of the parent's price.</param>
/// <param name="Features">Attribute id to value id.</param>
internal sealed record CombinationRow(long Id, long ParentId, long ChildId, decimal PriceImpact, bool IsPercent, IReadOnlyDictionary<long, long> Features)
{
    /// <summary>True when the combination has exactly these features.</summary>
    public bool Has(IReadOnlyDictionary<long, long> features) =>
        Features.Count == features.Count && features.All(feature => Features.TryGetValue(feature.Key, out var value) && value == feature.Value);

    /// <summary>Everything that a sweep compares.</summary>
    public string Print => $"{ChildId}:{string.Join('+', Features.OrderBy(feature => feature.Key).Select(feature => $"{JsonValues.Invariant(feature.Key)}={JsonValues.Invariant(feature.Value)}"))}";

    public static CombinationRow Read(JsonElement json)
    {
        var reader = new RowReader(json, EntityKind.ProductVariant);
        var features = new Dictionary<long, long>();
        foreach (var attribute in json.Get("attributes").Items())
        {
            if (attribute.Whole("fk_prod_attr") is { } name && attribute.Whole("fk_prod_attr_val") is { } value)
                features[name] = value;
        }

        return new CombinationRow(
            reader.Id,
            reader.Whole("fk_product_parent") ?? throw reader.Unreadable("fk_product_parent", "The combination names no parent."),
            reader.Whole("fk_product_child") ?? throw reader.Unreadable("fk_product_child", "The combination names no child."),
            reader.Number("variation_price") ?? 0,
            reader.Flag("variation_price_percentage"),
            features);
    }
}
