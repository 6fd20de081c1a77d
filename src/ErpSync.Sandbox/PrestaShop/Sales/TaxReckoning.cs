namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The taxes of a group in a country: their ids, how they add up, and the factor they come to. Callers hold the gate.</summary>
internal sealed record TaxReckoning(int[] TaxIds, int Method, decimal Factor)
{
    public static TaxReckoning Of(PrestaShopState state, int group, int country)
    {
        var rules = state.TaxRules.Where("id_tax_rules_group", group).Where(rule => rule["id_country"] == Stored.Number(country)).ToList();
        if (rules.Count == 0)
            return new TaxReckoning([], 0, 1m);
        var method = int.Parse(rules[0]["behavior"] ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        if (method == 0)
            rules = rules[..1];
        var rates = rules.ConvertAll(rule => state.Taxes[int.Parse(rule["id_tax"]!, System.Globalization.CultureInfo.InvariantCulture)].Rate / 100m);
        var factor = method == 2 ? rates.Aggregate(1m, (whole, rate) => whole * (1 + rate)) : 1m + rates.Sum();
        return new TaxReckoning([.. rules.Select(rule => int.Parse(rule["id_tax"]!, System.Globalization.CultureInfo.InvariantCulture))], method, factor);
    }
}
