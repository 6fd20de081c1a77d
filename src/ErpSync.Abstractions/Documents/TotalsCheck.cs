namespace ErpSync;

/// <summary>The outcome of a check of totals.</summary>
/// <param name="Verdict">What was found.</param>
/// <param name="Expected">The totals that should be.</param>
/// <param name="Found">The totals that are.</param>
/// <param name="Net">By how much the net totals differ (expected less found); zero when one of them is not told.</param>
/// <param name="Tax">By how much the taxes differ.</param>
/// <param name="Gross">By how much the gross totals differ.</param>
public sealed record TotalsCheck(TotalsVerdict Verdict, DocumentAmounts Expected, DocumentAmounts Found, decimal Net, decimal Tax, decimal Gross)
{
    /// <summary>
    /// The untaxed line that makes the found gross total the expected one; null unless the verdict is <see cref="TotalsVerdict.WithinRounding"/> and the gross totals
    /// differ (a cent that only moves between net and tax needs no line).
    /// </summary>
    public DocumentLine? RoundingLine => Verdict == TotalsVerdict.WithinRounding && Gross != 0 && (Expected.Gross ?? Found.Gross) is { } total
        ? new DocumentLine
        {
            Kind = LineKind.Rounding,
            UnitNet = total with { Amount = Gross },
            Taxes = [],
            Net = total with { Amount = Gross },
            Tax = total with { Amount = 0 },
        }
        : null;
}
