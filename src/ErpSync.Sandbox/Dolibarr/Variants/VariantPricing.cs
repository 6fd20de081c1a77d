namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The price of a child: its parent's price and the impact of its combination.</summary>
internal static class VariantPricing
{
    /// <summary>Writes the child's prices after an update of its parent.</summary>
    /// <param name="state">The state.</param>
    /// <param name="variant">The combination.</param>
    /// <param name="parent">The parent.</param>
    /// <param name="child">The child.</param>
    /// <param name="parentPrice">The parent's price as the update asks for it.</param>
    /// <param name="parentLevel">The parent's price per level as the update asks for it; null for none.</param>
    public static void Follow(DolibarrState state, DolibarrVariant variant, DolibarrProduct parent, DolibarrProduct child, PriceWish parentPrice, Func<int, decimal?> parentLevel)
    {
        child.WasUpdated = true;
        Weigh(variant, parent, child, state);
        if (state.ProductExtraFields.Count > 0)
            child.ExtraFieldsModified = state.Now;
        if (!state.LevelPrices)
        {
            Write(state, child, parentPrice.Base, Impact(variant, parentPrice.IsTtc ? parentPrice.PriceTtc : parentPrice.Price), parent.VatRate, 0);
            return;
        }

        // Only level 1 knows the impact; the other levels were stored with an impact of 0 and are written even where the parent has no price.
        for (var level = 1; level <= state.PriceLevelCount; level++)
        {
            var price = parentLevel(level) ?? 0m;
            Write(state, child, BaseOf(parent, level), level == 1 ? Impact(variant, price) : price, parent.VatRate, level);
        }
    }

    /// <summary>Writes the prices of a new child: only levels in which the parent has a price. From level 2 on a per cent impact counts as an amount.</summary>
    public static void Begin(DolibarrState state, DolibarrVariant variant, DolibarrProduct parent, DolibarrProduct child)
    {
        Weigh(variant, parent, child, state);
        if (!state.LevelPrices)
        {
            var price = PriceWish.Of(parent);
            Write(state, child, price.Base, Impact(variant, price.IsTtc ? price.PriceTtc : price.Price), parent.VatRate, 0);
            return;
        }

        foreach (var (level, price) in parent.PriceLevels)
            Write(state, child, BaseOf(parent, level), level == 1 ? Impact(variant, price.Price) : price.Price + variant.PriceImpact, parent.VatRate, level);
    }

    private static void Write(DolibarrState state, DolibarrProduct child, string priceBase, decimal price, decimal rate, int level)
    {
        var isTtc = priceBase == "TTC";
        ProductPricing.Write(child, new PriceWish(priceBase, isTtc ? 0m : price, isTtc ? price : 0m, 0m, 0m), rate, level, logged: true, state);
    }

    private static string BaseOf(DolibarrProduct parent, int level) =>
        parent.PriceLevels.GetValueOrDefault(level)?.PriceBaseType is { Length: > 0 } known ? known : "HT";

    private static decimal Impact(DolibarrVariant variant, decimal price) =>
        variant.PriceImpactIsPercent ? price * (1m + (variant.PriceImpact / 100m)) : price + variant.PriceImpact;

    private static void Weigh(DolibarrVariant variant, DolibarrProduct parent, DolibarrProduct child, DolibarrState state)
    {
        var weight = parent.Weight is null && variant.WeightImpact == 0m ? (decimal?)null : (parent.Weight ?? 0m) + variant.WeightImpact;
        if (weight != child.Weight)
            child.Modified = state.Now;
        child.Weight = weight;
        child.WeightUnits = parent.WeightUnits;
    }
}
