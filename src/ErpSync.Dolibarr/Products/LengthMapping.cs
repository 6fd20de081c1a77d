namespace ErpSync.Dolibarr;

/// <summary>Lengths in Dolibarr's units and in centimetres.</summary>
internal static class LengthMapping
{
    /// <summary>The unit in which lengths are written where a product has none yet: centimetres.</summary>
    public const int Centimetres = -2;

    /// <summary>Centimetres; null for no length, which Dolibarr also writes as 0.</summary>
    public static decimal? ToCentimetres(decimal? length, int? units) => length is { } value && value != 0 ? value * Factor(units) : null;

    /// <summary>The length in a unit.</summary>
    public static decimal FromCentimetres(decimal centimetres, int? units) => centimetres / Factor(units);

    private static decimal Factor(int? units) => units switch
    {
        0 => 100,
        -1 => 10,
        -3 => 0.1m,
        3 => 100_000,
        98 => 30.48m,
        99 => 2.54m,
        _ => 1,
    };
}
