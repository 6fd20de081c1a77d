namespace ErpSync;

/// <summary>Spreads a discount that has no tax of its own over the taxes of the goods, as shops do. Pure.</summary>
public static class DiscountSplit
{
    /// <summary>
    /// One discount line per set of taxes among the goods, in proportion to their net amounts. The lines sum exactly to the discount's net amount and tax; what rounding leaves
    /// over goes to the largest share.
    /// </summary>
    /// <param name="discount">The discount with its <see cref="DocumentLine.Net"/> (negative) and <see cref="DocumentLine.Tax"/>.</param>
    /// <param name="goods">The lines it was taken from; those without net amount or taxes do not count.</param>
    /// <returns>The lines; the discount itself when it tells no net amount or there is nothing to spread it over.</returns>
    public static ValueList<DocumentLine> PerTaxes(DocumentLine discount, IEnumerable<DocumentLine> goods)
    {
        ArgumentNullException.ThrowIfNull(discount);
        ArgumentNullException.ThrowIfNull(goods);
        var groups = goods.Where(line => line.Taxes is not null && (line.Net ?? LineAmounts.Net(line)) is not null)
            .GroupBy(line => line.Taxes!)
            .Select(group => (Taxes: group.Key, Net: group.Sum(line => (line.Net ?? LineAmounts.Net(line))!.Value.Amount)))
            .Where(group => group.Net > 0)
            .OrderByDescending(group => group.Net)
            .ToList();
        if (discount.Net is not { } whole || groups.Count == 0)
            return [discount];
        var total = groups.Sum(group => group.Net);
        var shares = groups.ConvertAll(group => Round(whole with { Amount = whole.Amount * group.Net / total }));
        shares[0] = shares[0] with { Amount = shares[0].Amount + whole.Amount - shares.Sum(share => share.Amount) };
        var taxes = groups.Select((group, place) => Round(whole with { Amount = LineAmounts.Taxes(shares[place], group.Taxes).Sum(tax => tax.Amount) })).ToList();
        if (discount.Tax is { } told)
            taxes[0] = taxes[0] with { Amount = taxes[0].Amount + told.Amount - taxes.Sum(tax => tax.Amount) };
        return groups.Select((group, place) => discount with { Quantity = 1, UnitNet = shares[place], UnitGross = null, Net = shares[place], Tax = taxes[place], Taxes = group.Taxes, TaxAmounts = [] }).ToValueList();
    }

    private static Money Round(Money money) => money.Round(money.Currency.Decimals);
}
