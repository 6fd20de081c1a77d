using System.Globalization;

namespace ErpSync.Vtiger;

/// <summary>Between sets of taxes and vtiger's fields <c>tax1</c>, <c>tax2</c>…</summary>
internal static class TaxSlots
{
    /// <summary>The rates behind fields with a percentage; those of 0 % do not count.</summary>
    /// <param name="fields">The percentages by field.</param>
    /// <param name="setup">The taxes of the CRM.</param>
    /// <param name="compounds">Whether compound taxes are reckoned as such.</param>
    public static ValueList<TaxRate> Rates(IEnumerable<KeyValuePair<string, decimal>> fields, CrmSetup setup, bool compounds) => fields
        .Where(field => field.Value != 0)
        .Select(field => (Rate: new TaxRate(Plain(field.Value), compounds && setup.Taxes.FirstOrDefault(tax => tax.Field == field.Key)?.IsCompound == true), Number: Number(field.Key)))
        .OrderBy(tax => tax.Rate.Compound).ThenBy(tax => tax.Number)
        .Select(tax => tax.Rate)
        .ToValueList();

    /// <summary>The fields that hold a set of taxes.</summary>
    /// <param name="rates">The taxes.</param>
    /// <param name="setup">The taxes of the CRM.</param>
    /// <param name="compounds">Whether vtiger reckons compound taxes as such there.</param>
    /// <param name="what">The name of the field that holds the set, for the message.</param>
    /// <exception cref="ConnectorException">The CRM lacks a tax.</exception>
    public static IReadOnlyDictionary<string, decimal> Fields(IEnumerable<TaxRate> rates, CrmSetup setup, bool compounds, string what)
    {
        var fields = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var rate in rates.Where(rate => rate.Percent != 0))
        {
            var percent = rate with { Percent = Math.Round(rate.Percent, 3, MidpointRounding.AwayFromZero) };
            var slot = setup.Taxes
                .Where(tax => tax.IsActive && tax.Percent == percent.Percent && !fields.ContainsKey(tax.Field) && (tax.IsCompound == rate.Compound || !compounds))
                .OrderBy(tax => tax.IsCompound != rate.Compound).ThenBy(tax => Number(tax.Field)).FirstOrDefault() ?? throw Missing(rate, what);
            fields[slot.Field] = percent.Percent;
        }

        return fields;
    }

    public static ConnectorException Missing(TaxRate rate, string what) => new(new SyncProblem(
        ProblemKind.Misconfigured,
        VtigerCodes.TaxMissing,
        $"vtiger has no active {(rate.Compound ? "compound tax" : "tax"):tax} of {JsonValues.Invariant(rate.Percent):percent} %.")
    {
        Field = what,
        Remedy = "Create it under Settings, Tax Management.",
    });

    private static int Number(string field) => int.TryParse(field.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;

    private static decimal Plain(decimal percent) => decimal.Parse(JsonValues.Invariant(percent), CultureInfo.InvariantCulture);
}
