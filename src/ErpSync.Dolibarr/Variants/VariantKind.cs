namespace ErpSync.Dolibarr;

/// <summary>What the connector declares about variants.</summary>
internal sealed class VariantKind(DolibarrSession session) : IKind<ProductVariant>
{
    private static readonly HashSet<string> Written = [nameof(ProductVariant.Reference), nameof(ProductVariant.PriceNet), nameof(ProductVariant.Barcode), nameof(ProductVariant.WeightKg)];

    private static readonly HashSet<string> Read = [.. Written, nameof(ProductVariant.Options)];

    public KindProfile<ProductVariant> Profile
    {
        get
        {
            var setup = session.Setup;
            return new KindProfile<ProductVariant>
            {
                ReadFields = Read,
                WrittenFields = Written,
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
