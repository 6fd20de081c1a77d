namespace ErpSync.Vtiger;

/// <summary>How vtiger rounds money: to the decimals of the user who writes.</summary>
internal static class Prices
{
    public static decimal Rounded(decimal amount, CrmSetup setup) => Math.Round(amount, setup.PriceDecimals, MidpointRounding.AwayFromZero);

    public static decimal Quantity(decimal quantity, CrmSetup setup) => Math.Round(quantity, setup.QuantityDecimals, MidpointRounding.AwayFromZero);

    /// <summary>A user whose decimals were never set rounds 11.90 to 12 and may write no prices.</summary>
    /// <exception cref="ConnectorException">The user has fewer than two decimals.</exception>
    public static void Demand(CrmSetup setup)
    {
        if (setup.Decimals is < 2)
            throw new ConnectorException(Decimals(setup.Decimals.Value));
    }

    public static SyncProblem Decimals(int decimals) => new(ProblemKind.Misconfigured, VtigerCodes.Decimals, $"The user rounds prices to {decimals} decimals: 11.90 would become 12. No prices are written.")
    {
        Field = "no_of_currency_decimals",
        Remedy = "Set \"Number of currency decimals\" to 5 in the preferences of ErpSync's own user.",
    };

    /// <exception cref="ConnectorException">The price is not in the base currency: copied as it is, it would mean another value.</exception>
    public static void DemandCurrency(Money price, CrmSetup setup)
    {
        if (setup.BaseCode is { } home && price.Currency != home)
        {
            throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, VtigerCodes.BaseCurrency, $"The price is in {price.Currency.Value:currency}, and vtiger's base currency is {home.Value:home}; it is neither copied nor converted.")
            {
                Field = nameof(Product.PriceNet),
                Remedy = "Give both systems the same base currency, or leave PriceNet out of the pair.",
            });
        }
    }
}
