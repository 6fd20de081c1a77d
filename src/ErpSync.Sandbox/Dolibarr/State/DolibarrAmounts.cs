namespace ErpSync.Sandbox;

/// <summary>The totals of a line or document, in one currency.</summary>
/// <param name="Net">Without tax.</param>
/// <param name="Vat">The VAT alone.</param>
/// <param name="LocalTax1">The second tax.</param>
/// <param name="LocalTax2">The third tax.</param>
/// <param name="Gross">With all taxes.</param>
public readonly record struct DolibarrAmounts(decimal Net, decimal Vat, decimal LocalTax1, decimal LocalTax2, decimal Gross)
{
    internal static DolibarrAmounts Sum(IEnumerable<DolibarrAmounts> amounts)
    {
        var sum = default(DolibarrAmounts);
        foreach (var amount in amounts)
            sum = new DolibarrAmounts(sum.Net + amount.Net, sum.Vat + amount.Vat, sum.LocalTax1 + amount.LocalTax1, sum.LocalTax2 + amount.LocalTax2, sum.Gross + amount.Gross);
        return sum;
    }
}
