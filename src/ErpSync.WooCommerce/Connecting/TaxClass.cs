namespace ErpSync.WooCommerce;

/// <summary>A tax class with its rates at the shop's own address.</summary>
/// <param name="Slug">The slug as products bear it; empty for the standard class.</param>
/// <param name="Rates">The rates in order of application.</param>
internal sealed record TaxClass(string Slug, ValueList<TaxRate> Rates)
{
    /// <summary>By what a price without tax is multiplied.</summary>
    public decimal Factor { get; } = FactorOf(Rates);

    public static decimal FactorOf(IEnumerable<TaxRate> rates)
    {
        var added = 0m;
        foreach (var rate in rates)
            added += (rate.Compound ? 1 + added : 1) * rate.Percent / 100;
        return 1 + added;
    }
}
