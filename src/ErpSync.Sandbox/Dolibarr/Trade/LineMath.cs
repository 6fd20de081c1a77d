namespace ErpSync.Sandbox.Dolibarr;

/// <summary>What one line comes to: the server's calculation of prices, with its own order of roundings.</summary>
/// <param name="UnitDecimals">Decimals of unit prices (MAIN_MAX_DECIMALS_UNIT).</param>
/// <param name="TotalDecimals">Decimals of totals (MAIN_MAX_DECIMALS_TOT).</param>
/// <param name="Step">The rounding step (MAIN_ROUNDING_RULE_TOT); 0 for none.</param>
internal sealed record LineMath(int UnitDecimals, int TotalDecimals, decimal Step)
{
    /// <summary>The totals of a line whose price is without tax. The VAT is what is left of the gross total: it is not rounded by itself.</summary>
    public DolibarrAmounts Of(decimal quantity, decimal unit, decimal discount, decimal vat, DolibarrVatRate? row, bool useLocal1, bool useLocal2, bool isService)
    {
        var exact = unit * quantity * (1m - (discount / 100m));
        var withVat = Unit(exact * (1m + (vat / 100m)));
        var (type1, type2) = (row?.LocalTax1Type ?? 0, row?.LocalTax2Type ?? 0);
        var rate1 = useLocal1 && row is not null ? Rate(row.LocalTax1) : 0m;
        var rate2 = useLocal2 && row is not null ? Rate(row.LocalTax2) : 0m;
        var on1 = Compound(type1, isService) ? Total(withVat * rate1 / 100m) : 0m;
        var on2 = Compound(type2, isService) ? Total(withVat * rate2 / 100m) : 0m;
        var net = Total(exact);
        var gross = Total((exact * (1m + (vat / 100m))) + on1 + on2);
        var tax = Total(gross - (net + on1 + on2));
        var (local1, local2) = (on1, on2);
        if (Simple(type1, isService))
        {
            local1 = Total(exact * rate1 / 100m);
            gross += local1;
        }

        if (Simple(type2, isService))
        {
            local2 = Total(exact * rate2 / 100m);
            gross += local2;
        }

        if (Step <= 0m)
            return new DolibarrAmounts(net, tax, local1, local2, gross);
        (net, tax, local1, local2) = (Stepped(net), Stepped(tax), Stepped(local1), Stepped(local2));
        return new DolibarrAmounts(net, tax, local1, local2, Total(net + tax + local1 + local2));
    }

    public decimal Unit(decimal amount) => Numbers.Round(amount, UnitDecimals);

    /// <summary>The rate of a dictionary row; of a choice like -19:-15:-9 the first number.</summary>
    public static decimal Rate(string text) => Numbers.Leading(text.Split(':')[0]);

    private static bool Compound(int type, bool isService) => type == 2 || (type == 4 && !isService) || (type == 6 && isService);

    private static bool Simple(int type, bool isService) => type == 1 || (type == 3 && !isService) || (type == 5 && isService);

    private decimal Total(decimal amount) => Numbers.Round(amount, TotalDecimals);

    private decimal Stepped(decimal amount) => Total(Numbers.Round(amount / Step, 0) * Step);
}
