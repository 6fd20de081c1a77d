namespace ErpSync;

/// <summary>What a line comes to by its quantity, price, discount and taxes. Pure; nothing is rounded unless a rule is given.</summary>
public static class LineAmounts
{
    /// <summary>Quantity times price less the discount, not rounded.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The net amount; null when the line tells no unit price.</returns>
    public static Money? Net(DocumentLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.UnitNet is { } unit ? unit with { Amount = Discounted(line, unit.Amount * line.Quantity, line.DiscountAmount?.Amount) } : null;
    }

    /// <summary>The amount of each tax on a net amount, not rounded: a compound tax is taken on the net amount plus the taxes before it.</summary>
    /// <param name="net">The net amount.</param>
    /// <param name="rates">The taxes in order of application.</param>
    /// <returns>One amount per tax.</returns>
    public static ValueList<Money> Taxes(Money net, ValueList<TaxRate> rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        var before = 0m;
        var amounts = new Money[rates.Count];
        for (var place = 0; place < amounts.Length; place++)
        {
            var amount = (rates[place].Compound ? net.Amount + before : net.Amount) * rates[place].Percent / 100;
            before += amount;
            amounts[place] = net with { Amount = amount };
        }

        return amounts.ToValueList();
    }

    /// <summary>The line's totals under a rule: what the line tells, and the rest computed. A rule with <see cref="RoundingBasis.Total"/> leaves the line unrounded.</summary>
    /// <param name="line">The line.</param>
    /// <param name="rule">How the system rounds.</param>
    /// <returns>The totals; null parts when the line tells neither totals nor prices.</returns>
    public static DocumentAmounts Of(DocumentLine line, RoundingRule rule)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(rule);
        if (line.Kind == LineKind.Text)
            return new DocumentAmounts(null, null, null);
        var exact = line.Net is null ? Net(line) : line.Net;
        if (line.Net is null && rule.Basis == RoundingBasis.Item && line.Quantity != 0 && exact is { } whole)
            exact = Times(rule.Round(whole with { Amount = whole.Amount / line.Quantity }), line.Quantity);
        if (exact is not { } net)
            return new DocumentAmounts(null, null, null);
        var tax = line.Tax ?? (line.Taxes is { } rates ? Tax(line, net, rates, rule) : null);
        if (line.Net is null && rule.Basis == RoundingBasis.Line)
            net = rule.Round(net);
        return new DocumentAmounts(net, tax, tax is { } amount ? net with { Amount = net.Amount + amount.Amount } : null);
    }

    /// <summary>Each tax is rounded by itself, as the systems do.</summary>
    private static Money Tax(DocumentLine line, Money net, ValueList<TaxRate> rates, RoundingRule rule) => rule.Basis switch
    {
        RoundingBasis.Total => Sum(net, Taxes(net, rates)),
        RoundingBasis.Item when line.Quantity != 0 => Times(Sum(net, Taxes(net with { Amount = net.Amount / line.Quantity }, rates).Select(rule.Round)), line.Quantity),
        _ => Sum(net, Taxes(net, rates).Select(rule.Round)),
    };

    private static decimal Discounted(DocumentLine line, decimal amount, decimal? discount) => (amount * (1 - ((line.DiscountPercent ?? 0) / 100))) - (discount ?? 0);

    private static Money Times(Money money, decimal quantity) => money with { Amount = money.Amount * quantity };

    private static Money Sum(Money like, IEnumerable<Money> amounts) => like with { Amount = amounts.Sum(amount => amount.Amount) };
}
