namespace ErpSync.PrestaShop.Supply;

/// <summary>What is declared about supplier prices.</summary>
internal sealed class SupplyKind(PrestaShopOptions options) : IKind<SupplierPrice>
{
    /// <inheritdoc/>
    public KindProfile<SupplierPrice> Profile => new()
    {
        ReadFields = new HashSet<string>(StringComparer.Ordinal) { nameof(SupplierPrice.Supplier), nameof(SupplierPrice.Reference), nameof(SupplierPrice.Net) },
        Normalise = SupplyMapping.Normalise,
        FindBatch = 500,
        WriteBatch = options.PriceBatch,
    };
}
