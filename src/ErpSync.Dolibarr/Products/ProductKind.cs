namespace ErpSync.Dolibarr;

/// <summary>What the connector declares about products.</summary>
internal sealed class ProductKind(DolibarrSession session) : IKind<Product>
{
    public KindProfile<Product> Profile
    {
        get
        {
            var setup = session.Setup;
            var read = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(Product.Reference), nameof(Product.Name), nameof(Product.Description), nameof(Product.PriceNet), nameof(Product.CostNet), nameof(Product.Taxes), nameof(Product.Barcode),
                nameof(Product.WeightKg), nameof(Product.Active), nameof(Product.IsService), nameof(Product.Categories), nameof(Product.Custom),
                nameof(Product.WidthCm), nameof(Product.HeightCm), nameof(Product.DepthCm), nameof(Product.LowStock), nameof(Product.PrivateNote), nameof(Product.Unit),
            };
            if (setup.Units.IsEmpty)
                read.Remove(nameof(Product.Unit));
            if (setup.CustomFields.Count == 0)
                read.Remove(nameof(Product.Custom));
            if (!setup.HasCategories)
                read.Remove(nameof(Product.Categories));
            return new KindProfile<Product>
            {
                ReadFields = read,
                WrittenFields = read.Where(name => name != nameof(Product.IsService)).ToHashSet(StringComparer.Ordinal),
                Normalise = value => ProductMapping.Normalise(value, setup),
                DateTrust = DateTrust.Partial,
                FindBatch = 200,
                WriteBatch = 50,
                Writers = 2,
                RequiredKey = "reference",
                UniqueKey = "reference",
            };
        }
    }
}
