namespace ErpSync.Dolibarr;

/// <summary>What Dolibarr makes of a line, computed before it is sent: net and gross are rounded, and the VAT is what lies between them.</summary>
/// <param name="UnitDecimals">Decimals of unit prices.</param>
/// <param name="TotalDecimals">Decimals of totals.</param>
/// <param name="Step">The step that totals are rounded to; 0 for none.</param>
internal sealed record PriceMath(int UnitDecimals, int TotalDecimals, decimal Step)
{
    /// <summary>The rules for documents in a currency.</summary>
    public static PriceMath For(CurrencyCode? currency, DolibarrSetup setup, TradeSetup trade) => currency is { } code && trade.Own.TryGetValue(code, out var own)
        ? new PriceMath(own.UnitDecimals, own.TotalDecimals, own.Step)
        : new PriceMath(setup.UnitDecimals, trade.TotalDecimals, trade.Step);

    /// <summary>Net, VAT and local taxes of a line.</summary>
    /// <param name="amount">Quantity times price less the discount, not rounded.</param>
    /// <param name="rate">The row of the VAT dictionary.</param>
    /// <param name="isService">Some local taxes are taken on goods only or on services only.</param>
    public (decimal Net, decimal Vat, decimal Local1, decimal Local2) Line(decimal amount, VatRate rate, bool isService)
    {
        var withVat = Math.Round(amount * (100 + rate.Percent) / 100, UnitDecimals, MidpointRounding.AwayFromZero);
        var net = Total(amount);
        var (compound1, compound2) = (Compound(rate.Local1), Compound(rate.Local2));
        var vat = Total(Total((amount * (100 + rate.Percent) / 100) + compound1 + compound2) - (net + compound1 + compound2));
        var (local1, local2) = (compound1 + Simple(rate.Local1), compound2 + Simple(rate.Local2));
        return Step <= 0 ? (net, vat, local1, local2) : (Stepped(net), Stepped(vat), Stepped(local1), Stepped(local2));

        decimal Compound(LocalTax? tax) => tax is { IsCompound: true } && Applies(tax) ? Total(withVat * tax.Percent / 100) : 0;
        decimal Simple(LocalTax? tax) => tax is { IsCompound: false } && Applies(tax) ? Total(amount * tax.Percent / 100) : 0;
        bool Applies(LocalTax tax) => tax.Type is 1 or 2 || (tax.Type is 3 or 4 ? !isService : isService);
    }

    /// <summary>An amount as totals keep it.</summary>
    public decimal Total(decimal amount) => Math.Round(amount, TotalDecimals, MidpointRounding.AwayFromZero);

    private decimal Stepped(decimal amount) => Total(Math.Round(amount / Step, 0, MidpointRounding.AwayFromZero) * Step);
}
