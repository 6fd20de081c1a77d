namespace ErpSync.Dolibarr;

/// <summary>Weights in Dolibarr's units and in kilograms.</summary>
internal static class WeightMapping
{
    private const decimal Pound = 0.45359237m;
    private const decimal Ounce = 0.028349523125m;

    /// <summary>Kilograms; null for no weight, which Dolibarr also writes as 0.</summary>
    public static decimal? ToKilograms(decimal? weight, int? units) => weight is { } value && value != 0 ? value * Factor(units) : null;

    /// <summary>The weight in a unit.</summary>
    public static decimal FromKilograms(decimal kilograms, int? units) => kilograms / Factor(units);

    /// <summary>The column is a 4-byte float: six significant digits come back.</summary>
    public static decimal? Normalise(decimal? kilograms)
    {
        if (kilograms is not { } value || value == 0)
            return null;
        var digits = 6;
        for (var size = Math.Abs(value); size >= 1; size /= 10)
            digits--;
        for (var size = Math.Abs(value); size < 0.1m; size *= 10)
            digits++;
        return digits < 0 ? Math.Round(value, 0) : Math.Round(value, Math.Min(digits, 20), MidpointRounding.ToEven);
    }

    private static decimal Factor(int? units) => units switch
    {
        null => 1,
        98 => Ounce,
        99 => Pound,
        >= 0 and <= 9 => Power(units.Value),
        >= -9 and < 0 => 1 / Power(-units.Value),
        _ => 1,
    };

    private static decimal Power(int exponent)
    {
        var result = 1m;
        for (var i = 0; i < exponent; i++)
            result *= 10;
        return result;
    }
}
