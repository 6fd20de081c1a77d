namespace ErpSync.Dolibarr;

/// <summary>Which row of the VAT dictionary a line falls under.</summary>
internal static class LineTaxes
{
    /// <exception cref="ConnectorException">The country has no such rate; nothing is sent then.</exception>
    public static VatRate RateOf(DocumentLine line, decimal amount, PriceMath math, DolibarrSetup setup)
    {
        if (line.Taxes is { } taxes)
        {
            var rates = taxes.Where(tax => tax.Percent != 0).ToValueList();
            if (rates.Count == 0)
                return new VatRate(0, null, null, null);
            return setup.Rates?.FirstOrDefault(rate => rate.Code == line.TaxCode && line.TaxCode is not null && TaxRatesField.Instance.AreEqual(rate.Taxes, rates)) ?? TaxMapping.Find(rates, setup);
        }

        if (line.Tax is not { } told || told.Amount == 0)
            return new VatRate(0, null, null, null);
        // The line tells its tax but not the rate: the one row that makes the same of it.
        var fitting = (setup.Rates ?? []).Where(rate => Sum(math.Line(amount, rate, line.Kind != LineKind.Product)) == told.Amount).DistinctBy(rate => rate.Taxes).ToList();
        return fitting is [var only] ? only : throw new ConnectorException(new SyncProblem(
            ProblemKind.Rejected,
            DolibarrCodes.TaxRateUnknown,
            $"The line '{line.Label ?? line.Reference ?? line.Kind.ToString()}' bears a tax of {told} on {JsonValues.Invariant(amount)}, and does not tell its rate; {(fitting.Count == 0 ? "no rate" : "more than one rate")} of Dolibarr's VAT dictionary gives that.")
        {
            Field = nameof(Order.Lines),
            Remedy = "Let the source tell the rates of its lines, or add the rate under Home, Setup, Dictionaries, VAT rates.",
        });
    }

    private static decimal Sum((decimal Net, decimal Vat, decimal Local1, decimal Local2) line) => line.Vat + line.Local1 + line.Local2;
}
