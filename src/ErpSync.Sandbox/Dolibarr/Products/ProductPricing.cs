namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Computes and stores prices as the server does.</summary>
internal static class ProductPricing
{
    /// <summary>Fills what seeding left empty.</summary>
    public static void Complete(DolibarrProduct product, DolibarrState state)
    {
        if (product.PriceTtc == 0m && product.Price != 0m)
            product.PriceTtc = Numbers.Round(product.Price * Factor(product.VatRate), state.UnitDecimals);
        else if (product.Price == 0m && product.PriceTtc != 0m)
            product.Price = Numbers.Round(product.PriceTtc / Factor(product.VatRate), state.UnitDecimals);
        if (!state.LevelPrices)
            return;
        if (product.PriceLevels.Count == 0)
            product.PriceLevels[1] = LevelOf(product);
        foreach (var level in product.PriceLevels.Values.Where(l => l.PriceTtc == 0m))
            level.PriceTtc = Numbers.Round(level.Price * Factor(level.VatRate), state.UnitDecimals);
    }

    /// <summary>The price of a new product: two decimals in the product, all unit decimals in level 1.</summary>
    public static void Create(DolibarrProduct product, PriceWish wish, DolibarrState state)
    {
        var (price, withTax) = wish.IsTtc
            ? (Positive(wish.PriceTtc) / Factor(product.VatRate), Positive(wish.PriceTtc))
            : (Positive(wish.Price), Positive(wish.Price) * Factor(product.VatRate));
        product.PriceBaseType = wish.Base;
        product.PriceMin = Numbers.Round(wish.PriceMin, state.TotalDecimals);
        product.PriceMinTtc = Numbers.Round(wish.PriceMin * Factor(product.VatRate), state.TotalDecimals);
        if (state.LevelPrices)
        {
            product.Price = Numbers.Round(price, state.UnitDecimals);
            product.PriceTtc = Numbers.Round(withTax, state.UnitDecimals);
            product.PriceLevels[1] = LevelOf(product);
        }

        product.Price = Numbers.Round(price, state.TotalDecimals);
        product.PriceTtc = Numbers.Round(withTax, state.TotalDecimals);
    }

    /// <summary>Writes a price into the product, and into its level when price levels are on.</summary>
    /// <param name="product">The product.</param>
    /// <param name="wish">The price.</param>
    /// <param name="rate">The tax rate in per cent.</param>
    /// <param name="level">The level; 0 is logged as level 1.</param>
    /// <param name="logged">False leaves the level as it is: the price is written again without a new entry in its history.</param>
    /// <param name="state">The state.</param>
    /// <returns>False when the price is below the lowest one.</returns>
    public static bool Write(DolibarrProduct product, PriceWish wish, decimal rate, int level, bool logged, DolibarrState state)
    {
        var entered = wish.IsTtc ? wish.PriceTtc : wish.Price;
        var lowest = wish.IsTtc ? wish.PriceMinTtc : wish.PriceMin;
        if (lowest > entered)
            return false;
        var before = (product.Price, product.PriceTtc, product.PriceMin, product.PriceMinTtc, product.PriceBaseType, product.VatRate);
        product.Price = Numbers.Round(wish.IsTtc ? entered / Factor(rate) : entered, state.UnitDecimals);
        product.PriceTtc = Numbers.Round(wish.IsTtc ? entered : entered * Factor(rate), state.UnitDecimals);
        product.PriceMin = Numbers.Round(wish.IsTtc ? lowest / Factor(rate) : lowest, state.UnitDecimals);
        product.PriceMinTtc = Numbers.Round(wish.IsTtc ? lowest : lowest * Factor(rate), state.UnitDecimals);
        product.PriceBaseType = wish.Base;
        product.VatRate = rate;
        if (before != (product.Price, product.PriceTtc, product.PriceMin, product.PriceMinTtc, product.PriceBaseType, product.VatRate))
            product.Modified = state.Now;
        if (state.LevelPrices && logged)
            product.PriceLevels[Math.Max(1, level)] = LevelOf(product);
        return true;
    }

    public static DolibarrPriceLevel LevelOf(DolibarrProduct product) => new()
    {
        Price = product.Price,
        PriceTtc = product.PriceTtc,
        PriceMin = product.PriceMin,
        PriceMinTtc = product.PriceMinTtc,
        PriceBaseType = product.PriceBaseType,
        VatRate = product.VatRate,
    };

    private static decimal Factor(decimal rate) => 1m + (rate / 100m);

    private static decimal Positive(decimal value) => Math.Max(0m, value);
}
