using System.Globalization;

namespace ErpSync.PrestaShop.Sales;

/// <summary>How the shop rounded a document: by the document's own columns, else by the settings.</summary>
internal static class Rounding
{
    /// <summary>The rule of an order.</summary>
    public static RoundingRule Of(WireRow order, ShopData shop) => new(
        (order.Whole("round_type") is > 0 and var type ? type : Setting(shop, "PS_ROUND_TYPE")) switch
        {
            1 => RoundingBasis.Item,
            3 => RoundingBasis.Total,
            _ => RoundingBasis.Line,
        },
        (order.Whole("round_type") is > 0 ? order.Whole("round_mode") : Setting(shop, "PS_PRICE_ROUND_MODE")) switch
        {
            0 => RoundingMode.Up,
            1 => RoundingMode.Down,
            3 => RoundingMode.HalfDown,
            4 => RoundingMode.HalfEven,
            5 => RoundingMode.HalfOdd,
            _ => RoundingMode.HalfUp,
        },
        Setting(shop, "PS_PRICE_DISPLAY_PRECISION") is >= 0 and <= 6 and var decimals ? (int)decimals : null);

    private static long? Setting(ShopData shop, string name) =>
        shop.Settings.TryGetValue(name, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
