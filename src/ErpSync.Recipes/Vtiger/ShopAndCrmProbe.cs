namespace ErpSync.Recipes;

/// <summary>What only both systems together tell: that their base currencies are the same, and that the CRM has the shop's currencies.</summary>
internal sealed class ShopAndCrmProbe(Connector crm, Func<Connector> shop) : IProbe
{
    private readonly IProbe _own = crm.Get<IProbe>();
    private readonly IReader<Currency> _currencies = crm.Get<IReader<Currency>>();

    public async Task<IReadOnlyList<Finding>> ProbeAsync(IReadOnlyCollection<Need> needs, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>(await _own.ProbeAsync(needs, cancellationToken));
        if (findings.Any(finding => finding.Severity == FindingSeverity.Error) || shop().Find<IReader<Currency>>() is not { } reader)
            return findings;
        try
        {
            var (there, here) = (await ReadAsync(_currencies, cancellationToken), await ReadAsync(reader, cancellationToken));
            if (here.Find(currency => currency.IsBase) is { } home && there.Find(currency => currency.IsBase) is { } other && home.Code != other.Code)
            {
                findings.Add(new Finding(FindingSeverity.Error, "recipes.base-currency", (MessageText)$"The shop's prices are in {home.Code.Value:shop}, vtiger's in {other.Code.Value:crm}: products are refused.")
                {
                    Connection = crm.Name,
                    Remedy = "Give both the same base currency.",
                });
            }

            foreach (var currency in here.Where(currency => currency.Active != false && !there.Exists(known => known.Code == currency.Code && known.Active != false)))
            {
                findings.Add(new Finding(FindingSeverity.Warning, "recipes.currency-missing", (MessageText)$"The shop sells in {currency.Code.Value:currency}, which vtiger lacks or has switched off.")
                {
                    Connection = crm.Name,
                    Remedy = "Create or activate it under Settings, Currencies, or let CreateCurrencies do it with the first order.",
                });
            }
        }
        catch (ConnectorException fault)
        {
            findings.Add(Finding.From(FindingSeverity.Warning, fault.Problem));
        }

        return findings;
    }

    private static async Task<List<Currency>> ReadAsync(IReader<Currency> reader, CancellationToken cancellationToken)
    {
        var currencies = new List<Currency>();
        await foreach (var result in reader.ReadAsync(cancellationToken))
        {
            if (result.Record is { } record)
                currencies.Add(record.Value);
        }

        return currencies;
    }
}
