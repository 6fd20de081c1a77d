namespace ErpSync.Dolibarr;

/// <summary>Settings that only some kinds ask for, read when the first of them does.</summary>
/// <param name="MayRead">False when constants may not be read with this key: the others are defaults then.</param>
/// <param name="Moments">When sales move stock.</param>
/// <param name="TotalDecimals">Decimals of totals, <c>MAIN_MAX_DECIMALS_TOT</c>.</param>
/// <param name="RoundsTotals">True when totals are rounded over the document and not per line, <c>MAIN_ROUNDOFTOTAL_NOT_TOTALOFROUND</c>.</param>
/// <param name="AllowsNegativeStock">True when stock may become negative.</param>
internal sealed record TradeSettings(bool MayRead, StockMoments Moments, int TotalDecimals, bool RoundsTotals, bool AllowsNegativeStock)
{
    private static readonly (string Constant, StockMoments Moment)[] Settings =
    [
        ("STOCK_CALCULATE_ON_VALIDATE_ORDER", StockMoments.Order), ("STOCK_CALCULATE_ON_SHIPMENT", StockMoments.Shipment),
        ("STOCK_CALCULATE_ON_SHIPMENT_NEW", StockMoments.ShipmentClosed), ("STOCK_CALCULATE_ON_BILL", StockMoments.Invoice),
    ];

    /// <summary>The names of the constants that are on, for messages.</summary>
    public string MomentNames => string.Join(", ", Settings.Where(setting => Moments.HasFlag(setting.Moment)).Select(setting => setting.Constant));

    public static async Task<TradeSettings> LoadAsync(Constants constants, CancellationToken cancellationToken)
    {
        var moments = StockMoments.None;
        foreach (var (constant, moment) in Settings)
            moments |= await constants.IsOnAsync(constant, cancellationToken) ? moment : StockMoments.None;
        return new TradeSettings(
            constants.MayRead,
            moments,
            await constants.WholeAsync("MAIN_MAX_DECIMALS_TOT", 2, 8, cancellationToken),
            await constants.IsOnAsync("MAIN_ROUNDOFTOTAL_NOT_TOTALOFROUND", cancellationToken),
            await constants.IsOnAsync("STOCK_ALLOW_NEGATIVE_TRANSFER", cancellationToken));
    }
}
