namespace ErpSync.WooCommerce;

/// <summary>Between the prices of the shop, which may include tax, and prices without tax.</summary>
internal static class Prices
{
    private const int NetDecimals = 8;
    private const int GrossDecimals = 4;

    /// <summary>The price without tax; null when there is none.</summary>
    public static Money? Net(decimal? price, ShopSetup setup, decimal factor) =>
        price is { } amount && setup.Currency is { } currency ? new Money(setup.PricesIncludeTax ? Math.Round(amount / factor, NetDecimals, MidpointRounding.AwayFromZero) : amount, currency) : null;

    /// <summary>The text that the shop is sent; empty for none.</summary>
    /// <exception cref="ConnectorException">The price is in another currency.</exception>
    public static string ToText(Money? net, ShopSetup setup, decimal factor, string field)
    {
        if (net is not { } price)
            return "";
        if (price.Currency != setup.Currency)
            throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, WooCodes.Currency, $"The price is in {price.Currency}, and the shop's currency is {setup.Currency}.") { Field = field });
        return JsonValues.Invariant(setup.PricesIncludeTax ? Gross(price.Amount, factor) : price.Amount);
    }

    /// <summary>What the shop holds of a price: in a shop with tax included the price with tax is what is kept.</summary>
    public static Money? Normalise(Money? net, ShopSetup setup, decimal factor) =>
        net is { } price && setup.PricesIncludeTax ? price with { Amount = Math.Round(Gross(price.Amount, factor) / factor, NetDecimals, MidpointRounding.AwayFromZero) } : net;

    private static decimal Gross(decimal net, decimal factor) => Math.Round(net * factor, GrossDecimals, MidpointRounding.AwayFromZero);
}
