using System.Globalization;
using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>How documents are rounded, and which currencies are in use.</summary>
/// <param name="TotalDecimals">Decimals of totals, <c>MAIN_MAX_DECIMALS_TOT</c>; 2 where constants may not be read.</param>
/// <param name="Step">The step that totals are rounded to, <c>MAIN_ROUNDING_RULE_TOT</c>; 0 for none.</param>
/// <param name="RoundsTotals">True when the VAT of a rate is rounded over the document, <c>MAIN_ROUNDOFTOTAL_NOT_TOTALOFROUND</c>.</param>
/// <param name="Currencies">The foreign currencies in use with their rates: units per unit of the company's currency.</param>
/// <param name="Own">The decimals and steps of foreign currencies that have rules of their own.</param>
internal sealed record TradeSetup(int TotalDecimals, decimal Step, bool RoundsTotals, IReadOnlyDictionary<CurrencyCode, decimal> Currencies, IReadOnlyDictionary<CurrencyCode, (int UnitDecimals, int TotalDecimals, decimal Step)> Own)
{
    public static TradeSetup Default { get; } = new(2, 0, false, new Dictionary<CurrencyCode, decimal>(), new Dictionary<CurrencyCode, (int UnitDecimals, int TotalDecimals, decimal Step)>());

    public static async Task<TradeSetup> LoadAsync(DolibarrClient client, DolibarrSetup setup, CancellationToken cancellationToken)
    {
        var mayRead = true;
        var total = Whole(await ConstantAsync("MAIN_MAX_DECIMALS_TOT")) ?? 2;
        var step = Number(await ConstantAsync("MAIN_ROUNDING_RULE_TOT"));
        var roundsTotals = await ConstantAsync("MAIN_ROUNDOFTOTAL_NOT_TOTALOFROUND") is { Length: > 0 } and not "0";
        var currencies = await CurrenciesAsync(client, setup, cancellationToken);
        var own = new Dictionary<CurrencyCode, (int, int, decimal)>();
        foreach (var currency in currencies.Keys)
        {
            // Decimals of a foreign currency count only where its rounding rule is set too.
            if (await ConstantAsync($"MAIN_ROUNDING_RULE_TOT_{currency}") is { Length: > 0 } rule)
                own[currency] = (Whole(await ConstantAsync($"MAIN_MAX_DECIMALS_UNIT_{currency}")) ?? 0, Whole(await ConstantAsync($"MAIN_MAX_DECIMALS_TOT_{currency}")) ?? 0, Number(rule));
        }

        return new TradeSetup(Math.Clamp(total, 0, 8), step, roundsTotals, currencies, own);

        async Task<string?> ConstantAsync(string name)
        {
            if (!mayRead)
                return null;
            try
            {
                return (await client.GetAsync($"setup/conf/{name}", cancellationToken, RequestPurpose.Reference)).AsText();
            }
            catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.Misconfigured or ProblemKind.Unsupported)
            {
                mayRead = false;
                return null;
            }
            catch (ConnectorException fault) when (DolibarrClient.IsMissing(fault) || fault.Problem.Message.Contains("unknown value", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }
    }

    private static async Task<Dictionary<CurrencyCode, decimal>> CurrenciesAsync(DolibarrClient client, DolibarrSetup setup, CancellationToken cancellationToken)
    {
        var known = new Dictionary<CurrencyCode, decimal>();
        if (setup.Modules?.Contains("multicurrency") == false)
            return known;
        try
        {
            foreach (var row in await client.ListAsync("multicurrencies?limit=500", cancellationToken, RequestPurpose.Reference))
            {
                if (row.Currency("code") is { } currency && currency != setup.Currency)
                    known[currency] = Number(row.Get("rate").Text("rate"));
            }
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.Misconfigured or ProblemKind.Unsupported)
        {
            // Without the module every document is in the company's currency.
        }

        return known;
    }

    private static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal Number(string? text) => text is not null && JsonValues.TryNumber(text, out var number) ? number : 0;
}
