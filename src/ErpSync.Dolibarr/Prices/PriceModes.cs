namespace ErpSync.Dolibarr;

/// <summary>Which prices beside the product's own there are, and how the price levels are called.</summary>
/// <param name="Levels">The name per level, from 1; empty where there are no levels.</param>
/// <param name="HasCustomerPrices">Prices for single customers are on.</param>
/// <param name="HasQuantityPrices">Prices by quantity are on.</param>
internal sealed record PriceModes(IReadOnlyDictionary<int, string> Levels, bool HasCustomerPrices, bool HasQuantityPrices)
{
    private const int MostLevels = 50;

    /// <summary>The level that a group's name means: its name, or its number; null for none.</summary>
    public int? LevelOf(string? group)
    {
        foreach (var (level, name) in Levels)
        {
            if (string.Equals(name, group?.Trim(), StringComparison.OrdinalIgnoreCase))
                return level;
        }

        return int.TryParse(group, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && Levels.ContainsKey(number) ? number : null;
    }

    public static async Task<PriceModes> LoadAsync(Constants constants, DolibarrSetup setup, DolibarrOptions options, CancellationToken cancellationToken)
    {
        var levels = new SortedDictionary<int, string>();
        var count = setup.Prices == PriceStore.Levels ? await constants.WholeAsync("PRODUIT_MULTIPRICES_LIMIT", 5, MostLevels, cancellationToken) : 0;
        for (var level = 1; level <= count; level++)
        {
            var name = options.PriceLevelNames.TryGetValue(level, out var own) ? own : await constants.GetAsync($"PRODUIT_MULTIPRICES_LABEL{JsonValues.Invariant(level)}", cancellationToken);
            levels[level] = name is { Length: > 0 } ? name : $"Level {JsonValues.Invariant(level)}";
        }

        return new PriceModes(
            levels,
            await constants.IsOnAsync("PRODUIT_CUSTOMER_PRICES", cancellationToken) || await constants.IsOnAsync("PRODUIT_CUSTOMER_PRICES_AND_MULTIPRICES", cancellationToken),
            await constants.IsOnAsync("PRODUIT_CUSTOMER_PRICES_BY_QTY", cancellationToken));
    }
}
