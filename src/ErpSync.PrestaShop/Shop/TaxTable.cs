namespace ErpSync.PrestaShop;

/// <summary>The tax rules groups of the shop as lists of rates in one country.</summary>
internal sealed class TaxTable
{
    private readonly Dictionary<long, ValueList<TaxRate>> _rates;
    private readonly List<long> _usable;

    private TaxTable(Dictionary<long, ValueList<TaxRate>> rates, List<long> usable, string country)
    {
        _rates = rates;
        _usable = usable;
        Country = country;
    }

    /// <summary>The country, for messages.</summary>
    public string Country { get; }

    /// <summary>How many groups can be used and have a rate in the country.</summary>
    public int Count => _usable.Count(group => Of(group).Count > 0);

    /// <summary>True when no group has a rate in the country: a sign of a wrong country.</summary>
    public bool IsEmpty => _rates.Values.All(rates => rates.Count == 0);

    /// <summary>Builds the table from the country's rules, the taxes and the groups.</summary>
    public static TaxTable Read(IEnumerable<WireRow> rules, IEnumerable<WireRow> taxes, IEnumerable<WireRow> groups, string country)
    {
        var percent = taxes.ToDictionary(tax => tax.Id, tax => tax.Number("rate") ?? 0);
        var rates = rules
            .Where(IsForWholeCountry)
            .GroupBy(rule => rule.Whole("id_tax_rules_group") ?? 0)
            .ToDictionary(group => group.Key, group => Rates([.. group.OrderBy(rule => rule.Id)], percent));
        var usable = new List<long>();
        foreach (var group in groups.OrderBy(group => group.Id))
        {
            rates.TryAdd(group.Id, []);
            if (group.Flag("active") != false && group.Flag("deleted") != true)
                usable.Add(group.Id);
        }

        return new TaxTable(rates, usable, country);
    }

    /// <summary>The rates of a group; no taxes for the group 0 and for one that is gone.</summary>
    public ValueList<TaxRate> Of(long group) => _rates.GetValueOrDefault(group) ?? [];

    /// <summary>The group with exactly these rates: the present one where it fits, else the oldest; 0 for no tax; null when there is none.</summary>
    public long? Find(ValueList<TaxRate> rates, long? present)
    {
        if (present is { } current && TaxRatesField.Instance.AreEqual(Of(current), rates))
            return current;
        if (rates.All(rate => rate.Percent == 0))
            return 0;
        return _usable.Where(group => TaxRatesField.Instance.AreEqual(Of(group), rates)).Select(group => (long?)group).FirstOrDefault();
    }

    /// <summary>Rates as the shop can hold them: three decimals, none of 0 %.</summary>
    public static ValueList<TaxRate>? Stored(ValueList<TaxRate>? rates) => rates?
        .Select(rate => rate with { Percent = Math.Round(rate.Percent, 3, MidpointRounding.AwayFromZero) })
        .Where(rate => rate.Percent != 0)
        .Select((rate, index) => index == 0 ? rate with { Compound = false } : rate)
        .ToValueList();

    // Rules of states and post codes apply to some customers only.
    private static bool IsForWholeCountry(WireRow rule) =>
        rule.Whole("id_state") is null or 0 && (rule.Filled("zipcode_from") is null or "0") && (rule.Filled("zipcode_to") is null or "0");

    // The first rule says how taxes add up; the first rule "this tax only" ends the list.
    private static ValueList<TaxRate> Rates(IReadOnlyList<WireRow> rules, Dictionary<long, decimal> percent)
    {
        var compound = rules[0].Whole("behavior") == 2;
        var alone = rules.ToList().FindIndex(rule => rule.Whole("behavior") is null or 0);
        return rules
            .Take(alone < 0 ? rules.Count : alone + 1)
            .Select((rule, index) => new TaxRate(percent.GetValueOrDefault(rule.Whole("id_tax") ?? 0), compound && index > 0))
            .Where(rate => rate.Percent != 0)
            .ToValueList();
    }
}
