namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A line of an order to be placed.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Quantity">How many.</param>
/// <param name="CombinationId">The combination; 0 for none.</param>
public sealed record PrestaShopOrderLine(int ProductId, int Quantity = 1, int CombinationId = 0)
{
    /// <summary>The price of one piece without tax in the order's currency, before the reduction; null takes the catalogue's.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>The reduction in percent, for example 20.</summary>
    public decimal ReductionPercent { get; init; }

    /// <summary>The reduction of one piece without tax, in the order's currency.</summary>
    public decimal ReductionAmount { get; init; }
}
