namespace ErpSync.PrestaShop;

/// <summary>The unit of widths, heights and depths in the shop.</summary>
/// <param name="Centimetres">How many centimetres one unit is.</param>
internal sealed record LengthUnit(decimal Centimetres)
{
    /// <summary>The unit by its name in <c>PS_DIMENSION_UNIT</c>; null when the name is free text that nobody knows.</summary>
    public static LengthUnit? Named(string? name) => name?.Trim().TrimEnd('.').ToLowerInvariant() switch
    {
        null or "" or "cm" => new LengthUnit(1m),
        "mm" => new LengthUnit(0.1m),
        "dm" => new LengthUnit(10m),
        "m" => new LengthUnit(100m),
        "in" or "inch" or "inches" => new LengthUnit(2.54m),
        "ft" or "foot" or "feet" => new LengthUnit(30.48m),
        _ => null,
    };

    /// <summary>A stored length in centimetres; null for 0, which PrestaShop stores for unknown.</summary>
    public decimal? ToCentimetres(decimal? stored) => stored is null or 0 ? null : Math.Round(stored.Value * Centimetres, 9, MidpointRounding.AwayFromZero);

    /// <summary>Centimetres as PrestaShop stores them, six decimals; 0 for unknown.</summary>
    public decimal ToStored(decimal? centimetres) => centimetres is null ? 0 : Math.Round(centimetres.Value / Centimetres, 6, MidpointRounding.AwayFromZero);

    /// <summary>What is read after these centimetres were stored.</summary>
    public decimal? Stored(decimal? centimetres) => ToCentimetres(ToStored(centimetres));
}
