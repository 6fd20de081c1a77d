namespace ErpSync.WooCommerce;

/// <summary>What the connector declares about products.</summary>
internal sealed class ProductKind(WooSession session) : IKind<Product>
{
    public KindProfile<Product> Profile
    {
        get
        {
            var setup = session.Setup;
            var read = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(Product.Reference), nameof(Product.Name), nameof(Product.Summary), nameof(Product.Description), nameof(Product.PriceNet), nameof(Product.Taxes), nameof(Product.Barcode),
                nameof(Product.WeightKg), nameof(Product.Active), nameof(Product.IsService), nameof(Product.Categories), nameof(Product.Custom), nameof(Product.Type), nameof(Product.Items),
                nameof(Product.Manufacturer), nameof(Product.Features), nameof(Product.Tags), nameof(Product.WidthCm), nameof(Product.HeightCm), nameof(Product.DepthCm), nameof(Product.Visibility),
                nameof(Product.IsDownloadable), nameof(Product.CountsStock), nameof(Product.Backorders), nameof(Product.LowStock), nameof(Product.SalePriceNet), nameof(Product.SaleFrom),
                nameof(Product.SaleUntil), nameof(Product.ExternalUrl),
            };
            if (setup.CustomFields.Count == 0)
                read.Remove(nameof(Product.Custom));
            if (!setup.HasTaxes || setup.TaxClasses is null)
                read.Remove(nameof(Product.Taxes));
            if (!setup.HasGtin)
                read.Remove(nameof(Product.Barcode));
            if (!setup.HasBrands)
                read.Remove(nameof(Product.Manufacturer));
            return new KindProfile<Product>
            {
                ReadFields = read,
                Normalise = value => ProductMapping.Normalise(value, setup),
                DateTrust = DateTrust.Partial,
                FindBatch = 100,
                WriteBatch = 100,
                Writers = 2,
                WriteTimeout = session.Options.AttemptTimeout,
                UniqueKey = "reference",
            };
        }
    }
}
