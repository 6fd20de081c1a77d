using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Taxes as Dolibarr keeps them (a VAT rate with up to two local taxes) and as records name them.</summary>
internal static class TaxMapping
{
    /// <summary>The taxes in order of application; none for a plain rate of 0.</summary>
    public static ValueList<TaxRate> Taxes(decimal vat, LocalTax? local1, LocalTax? local2)
    {
        var taxes = new List<TaxRate>(3);
        if (vat != 0)
            taxes.Add(new TaxRate(vat));
        if (local1 is not null)
            taxes.Add(new TaxRate(local1.Percent, local1.IsCompound));
        if (local2 is not null)
            taxes.Add(new TaxRate(local2.Percent, local2.IsCompound));
        return taxes.ToValueList();
    }

    /// <summary>The dictionary row for the taxes. A dictionary that cannot be read lets any plain rate pass.</summary>
    /// <exception cref="ConnectorException">The country has no such rate; nothing is sent then.</exception>
    /// <param name="taxes">The taxes.</param>
    /// <param name="setup">The setup.</param>
    /// <param name="code">The code of the row that is used now: of several rows with these taxes it is kept; else one without a code comes first.</param>
    public static VatRate Find(ValueList<TaxRate> taxes, DolibarrSetup setup, string? code = null)
    {
        if (setup.Rates is null && taxes.Count <= 1)
            return new VatRate(taxes.Count == 0 ? 0 : taxes[0].Percent, null, null, null);
        return setup.Rates?.Where(rate => TaxRatesField.Instance.AreEqual(rate.Taxes, taxes)).OrderBy(rate => string.Equals(rate.Code, code, StringComparison.Ordinal) ? 0 : rate.Code is null ? 1 : 2).FirstOrDefault()
            ?? throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, DolibarrCodes.TaxRateUnknown, $"The tax rate {TaxRatesField.Instance.Display(taxes)} is not in Dolibarr's VAT dictionary of {setup.CountryCode ?? "the company's country"}.")
            {
                Field = nameof(Product.Taxes),
                Remedy = $"Add the rate under Home, Setup, Dictionaries, VAT rates{(setup.Rates is { } known ? $" (known: {string.Join("; ", known.Select(rate => TaxRatesField.Instance.Display(rate.Taxes)).Distinct())})" : "")}.",
            });
    }

    /// <summary>Puts the fields of a rate into a product's body.</summary>
    public static void Write(JsonObject body, VatRate rate)
    {
        body["tva_tx"] = JsonValues.Invariant(rate.Percent);
        body["default_vat_code"] = rate.Code;
        body["localtax1_tx"] = JsonValues.Invariant(rate.Local1?.Percent ?? 0);
        body["localtax1_type"] = JsonValues.Invariant(rate.Local1?.Type ?? 0);
        body["localtax2_tx"] = JsonValues.Invariant(rate.Local2?.Percent ?? 0);
        body["localtax2_type"] = JsonValues.Invariant(rate.Local2?.Type ?? 0);
    }
}
