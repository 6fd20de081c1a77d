namespace ErpSync.PrestaShop.Prices;

/// <summary>What is declared about prices.</summary>
internal sealed class PriceKind(PrestaShopOptions options) : IKind<Price>
{
    /// <inheritdoc/>
    public KindProfile<Price> Profile => new()
    {
        Normalise = PriceMapping.Normalise,
        FindBatch = 500,
        WriteBatch = options.PriceBatch,
    };
}
