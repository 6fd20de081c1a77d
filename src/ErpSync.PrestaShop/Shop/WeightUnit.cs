namespace ErpSync.PrestaShop;

/// <summary>The unit of weights in the shop.</summary>
/// <param name="Kilograms">How many kilograms one unit is.</param>
internal sealed record WeightUnit(decimal Kilograms)
{
    /// <summary>The unit by its name in <c>PS_WEIGHT_UNIT</c>; null when the name is free text that nobody knows.</summary>
    public static WeightUnit? Named(string? name) => name?.Trim().TrimEnd('.').ToLowerInvariant() switch
    {
        null or "" or "kg" or "kgs" or "kilo" or "kilogram" or "kilograms" => new WeightUnit(1m),
        "g" or "gr" or "gram" or "grams" => new WeightUnit(0.001m),
        "mg" => new WeightUnit(0.000001m),
        "t" => new WeightUnit(1000m),
        "lb" or "lbs" or "pound" or "pounds" => new WeightUnit(0.45359237m),
        "oz" or "ounce" or "ounces" => new WeightUnit(0.028349523125m),
        _ => null,
    };

    /// <summary>A stored weight in kilograms; null for 0, which PrestaShop stores for unknown.</summary>
    public decimal? ToKilograms(decimal? stored) => stored is null or 0 ? null : Math.Round(stored.Value * Kilograms, 9, MidpointRounding.AwayFromZero);

    /// <summary>Kilograms as PrestaShop stores them, six decimals; 0 for unknown.</summary>
    public decimal ToStored(decimal? kilograms) => kilograms is null ? 0 : Math.Round(kilograms.Value / Kilograms, 6, MidpointRounding.AwayFromZero);

    /// <summary>What is read after these kilograms were stored.</summary>
    public decimal? Stored(decimal? kilograms) => ToKilograms(ToStored(kilograms));
}
