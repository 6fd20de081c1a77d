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
            if (rates.Count > 1 && setup.CountryCode == "ES")
                return Spanish(rates, line, setup);
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

    // Lines that come by the API get no local tax in Spain, whatever customer and company are: one row of the dictionary must hold both.
    private static VatRate Spanish(ValueList<TaxRate> rates, DocumentLine line, DolibarrSetup setup)
    {
        var whole = rates.Any(rate => rate.Compound) ? 0 : rates.Sum(rate => rate.Percent);
        return setup.Rates?.FirstOrDefault(rate => rate.Percent == whole && rate.Local1 is null && rate.Local2 is null) ?? throw new ConnectorException(new SyncProblem(
            ProblemKind.Misconfigured,
            DolibarrCodes.TaxRateUnknown,
            $"The line '{line.Label ?? line.Reference ?? line.Kind.ToString()}' bears {TaxRatesField.Instance.Display(rates)}, and Dolibarr's API puts no second tax on lines in Spain: the document would come out too low.")
        {
            Field = nameof(Order.Lines),
            Remedy = $"Add one row of {JsonValues.Invariant(whole)} % without local taxes under Home, Setup, Dictionaries, VAT rates.",
        });
    }

    private static decimal Sum((decimal Net, decimal Vat, decimal Local1, decimal Local2) line) => line.Vat + line.Local1 + line.Local2;
}
