namespace ErpSync;

/// <summary>Checks that a document's money adds up (promise 7). Pure: no clock, no I/O.</summary>
public static class DocumentTotals
{
    /// <summary>What the lines come to under a system's rounding: the sum of what they tell, and of what must be computed.</summary>
    /// <param name="lines">The lines, all in one currency.</param>
    /// <param name="rule">How the system rounds.</param>
    /// <returns>The totals; null parts when a line tells too little or there are no lines.</returns>
    public static DocumentAmounts Sum(IEnumerable<DocumentLine> lines, RoundingRule rule)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(rule);
        var amounts = lines.Where(line => line.Kind != LineKind.Text).Select(line => LineAmounts.Of(line, rule)).ToList();
        var net = Add(amounts.ConvertAll(line => line.Net), rule);
        var gross = Add(amounts.ConvertAll(line => line.Gross), rule);
        return new DocumentAmounts(net, net is { } one && gross is { } other ? other with { Amount = other.Amount - one.Amount } : null, gross);
    }

    /// <summary>Checks a document against itself: lines against the totals that its own system tells.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="told">The totals that the system tells.</param>
    /// <param name="rule">How the system rounds; null takes halves up, line by line, in the currency's smallest unit.</param>
    /// <returns>The outcome; the told totals are the expected ones.</returns>
    public static TotalsCheck Check(IReadOnlyCollection<DocumentLine> lines, DocumentAmounts told, RoundingRule? rule = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(told);
        return Compare(told, Sum(lines, rule ?? new RoundingRule(RoundingBasis.Line)), Count(lines));
    }

    /// <summary>Compares the totals of the source with what the target made of the same document.</summary>
    /// <param name="expected">The source's totals.</param>
    /// <param name="found">The target's totals.</param>
    /// <param name="lines">How many lines with an amount the document has.</param>
    /// <returns>The outcome.</returns>
    public static TotalsCheck Compare(DocumentAmounts expected, DocumentAmounts found, int lines)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(found);
        var known = new[] { expected.Net, expected.Tax, expected.Gross, found.Net, found.Tax, found.Gross }.OfType<Money>().ToList();
        if (known.Select(money => money.Currency).Distinct().Count() != 1 || expected.Gross is null || found.Gross is null)
            return new TotalsCheck(TotalsVerdict.Unknown, expected, found, 0, 0, 0);
        var currency = known[0].Currency;
        var net = Difference(expected.Net, found.Net);
        var tax = Difference(expected.Tax, found.Tax);
        var gross = Difference(expected.Gross, found.Gross);
        var largest = Math.Max(Math.Abs(gross), Math.Max(Math.Abs(net), Math.Abs(tax)));
        var verdict = largest == 0 ? TotalsVerdict.Equal : largest <= currency.MinorUnit * Math.Max(lines, 1) ? TotalsVerdict.WithinRounding : TotalsVerdict.Different;
        return new TotalsCheck(verdict, expected, found, net, tax, gross);
    }

    /// <summary>How many lines have an amount.</summary>
    /// <param name="lines">The lines.</param>
    /// <returns>The count, without lines of text.</returns>
    public static int Count(IEnumerable<DocumentLine> lines) => lines.Count(line => line.Kind != LineKind.Text);

    private static decimal Difference(Money? expected, Money? found) =>
        expected is { } one && found is { } other ? one.Round(one.Currency.Decimals).Amount - other.Round(other.Currency.Decimals).Amount : 0;

    private static Money? Add(List<Money?> amounts, RoundingRule rule)
    {
        if (amounts.Count == 0 || amounts.Exists(amount => amount is null) || amounts.Select(amount => amount!.Value.Currency).Distinct().Count() != 1)
            return null;
        var sum = amounts[0]!.Value with { Amount = amounts.Sum(amount => amount!.Value.Amount) };
        return rule.Basis == RoundingBasis.Total ? rule.Round(sum) : sum;
    }
}
