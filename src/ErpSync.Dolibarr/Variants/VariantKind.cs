namespace ErpSync.Dolibarr;

/// <summary>What the connector declares about variants.</summary>
internal sealed class VariantKind(DolibarrSession session) : IKind<ProductVariant>
{
    private static readonly HashSet<string> Written = [nameof(ProductVariant.Reference), nameof(ProductVariant.PriceNet), nameof(ProductVariant.Barcode), nameof(ProductVariant.WeightKg), nameof(ProductVariant.CostNet), nameof(ProductVariant.Active), nameof(ProductVariant.LowStock), nameof(ProductVariant.Custom)];

    private static readonly HashSet<string> Read = [.. Written, nameof(ProductVariant.Options)];

    public KindProfile<ProductVariant> Profile
    {
        get
        {
            var setup = session.Setup;
            var left = setup.CustomFields.Count == 0 ? nameof(ProductVariant.Custom) : "";
            return new KindProfile<ProductVariant>
            {
                ReadFields = Read.Where(name => name != left).ToHashSet(StringComparer.Ordinal),
                WrittenFields = Written.Where(name => name != left).ToHashSet(StringComparer.Ordinal),
                Normalise = value => VariantMapping.Normalise(value, setup),
                DateTrust = DateTrust.Partial,
                FindBatch = 200,
                WriteBatch = 50,
                Writers = 1,
                RequiredKey = setup.VariantsAs == DolibarrVariantsAs.SeparateProducts ? "reference" : null,
                UniqueKey = "reference",
            };
        }
    }
}
