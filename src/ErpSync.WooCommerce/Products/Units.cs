namespace ErpSync.WooCommerce;

/// <summary>Weights and lengths in the shop's units.</summary>
internal static class Units
{
    private const int ShopDecimals = 6;
    private const int OwnDecimals = 9;

    public static decimal Weight(string unit) => unit switch { "g" => 0.001m, "lbs" => 0.45359237m, "oz" => 0.028349523125m, _ => 1m };

    public static decimal Length(string unit) => unit switch { "m" => 100m, "mm" => 0.1m, "in" => 2.54m, "yd" => 91.44m, _ => 1m };

    public static decimal? Read(decimal? value, decimal unit) => value is { } number ? Math.Round(number * unit, OwnDecimals, MidpointRounding.AwayFromZero) / 1.000000000000000000000000000m : null;

    public static string ToText(decimal? value, decimal unit) => value is { } number ? JsonValues.Invariant(Shop(number, unit)) : "";

    public static decimal? Normalise(decimal? value, decimal unit) => value is { } number ? Read(Shop(number, unit), unit) : null;

    private static decimal Shop(decimal value, decimal unit) => Math.Round(value / unit, ShopDecimals, MidpointRounding.AwayFromZero);
}
