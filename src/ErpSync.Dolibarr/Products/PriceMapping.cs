using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>The price of a product or variant in the price mode of the installation.</summary>
internal static class PriceMapping
{
    /// <summary>The price without tax. In level mode the plain price is only the level written last, so the level's own is taken.</summary>
    public static decimal? Net(ProductRow row, DolibarrSetup setup) => UsesLevels(row, setup)
        ? row.Levels.TryGetValue(setup.PriceLevel, out var level) ? level.Net : null
        : row.Price;

    /// <summary>The price without tax as money; null when there is none or the currency is unknown.</summary>
    public static Money? Money(ProductRow row, DolibarrSetup setup) => Money(Net(row, setup), setup);

    public static Money? Money(decimal? amount, DolibarrSetup setup) => amount is { } value && setup.Currency is { } currency ? new Money(value, currency) : null;

    public static Money? Normalise(Money? price, DolibarrSetup setup) => price?.Round(setup.UnitDecimals);

    /// <summary>The amount to send.</summary>
    /// <exception cref="ConnectorException">The currency is not the company's, or Dolibarr would not keep the price.</exception>
    public static decimal Amount(Money price, DolibarrSetup setup, string field)
    {
        RequireCurrency(price, setup, field);
        if (setup.Prices is PriceStore.None or PriceStore.Unknown)
            throw NoPriceMode(setup.Prices, field);
        return price.Round(setup.UnitDecimals).Amount;
    }

    /// <exception cref="ConnectorException">The currency is not the company's.</exception>
    public static void RequireCurrency(Money price, DolibarrSetup setup, string field)
    {
        if (setup.Currency is null || setup.Currency == price.Currency)
            return;
        throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, DolibarrCodes.Currency, $"The amount is in {price.Currency}, but Dolibarr's company keeps its books in {setup.Currency}.")
        {
            Field = field,
            Remedy = "Convert the amounts on the way, or set the option Currency if Dolibarr's setup may not be read.",
        });
    }

    /// <summary>Puts a new price into the body of an update, always as price without tax.</summary>
    /// <param name="body">The body.</param>
    /// <param name="row">The present row, for the other levels.</param>
    /// <param name="net">The price without tax.</param>
    /// <param name="rate">The product's new tax rate; null keeps the present one.</param>
    /// <param name="setup">The setup.</param>
    public static void Write(JsonObject body, ProductRow row, decimal net, VatRate? rate, DolibarrSetup setup)
    {
        if (setup.Prices != PriceStore.Levels)
        {
            var whole = row.Local1 is null && row.Local2 is null && rate?.Local1 is null && rate?.Local2 is null ? Gross(row.PriceBaseType, net, rate?.Percent ?? row.VatPercent, setup) : null;
            body[whole is null ? "price" : "price_ttc"] = JsonValues.Invariant(whole ?? net);
            body["price_base_type"] = whole is null ? "HT" : "TTC";
            return;
        }

        WriteLevel(body, row, setup.PriceLevel, net, rate, setup);
    }

    /// <summary>Puts the price of one level into the body of an update, and all other levels as they are: Dolibarr takes them as a whole.</summary>
    public static void WriteLevel(JsonObject body, ProductRow row, int level, decimal net, VatRate? rate, DolibarrSetup setup)
    {
        var old = row.Levels.GetValueOrDefault(level);
        var percent = rate is null ? old?.Rate ?? RateText(row.VatPercent, row.VatCode) : RateText(rate.Percent, rate.Code);
        var gross = row.Local1 is null && row.Local2 is null && rate?.Local1 is null && rate?.Local2 is null ? Gross(old?.BaseType, net, JsonValues.LeadingNumber(percent), setup) : null;
        var levels = new SortedDictionary<int, PriceLevelRow>(row.Levels)
        {
            [level] = new PriceLevelRow(net, gross is { } whole ? JsonValues.Invariant(whole) : null, gross is null ? "HT" : "TTC", old?.MinNet, old?.MinGross, percent),
        };
        PriceLevelRow.WriteAll(body, levels);
    }

    /// <summary>
    /// The price with tax of a product whose price was entered with tax, so that it stays one: only where Dolibarr comes back to exactly the wanted price without tax from it.
    /// Null otherwise: the price is then written without tax.
    /// </summary>
    private static decimal? Gross(string? baseType, decimal net, decimal percent, DolibarrSetup setup)
    {
        if (baseType is not "TTC")
            return null;
        var gross = Math.Round(net * (1 + (percent / 100)), 2, MidpointRounding.AwayFromZero);
        return Math.Round(gross / (1 + (percent / 100)), setup.UnitDecimals, MidpointRounding.AwayFromZero) == net ? gross : null;
    }

    /// <summary>Puts the first price into the body of a create.</summary>
    public static void WriteFirst(JsonObject body, decimal net, VatRate? rate, DolibarrSetup setup)
    {
        body["price"] = JsonValues.Invariant(net);
        body["price_base_type"] = "HT";
        if (setup.Prices != PriceStore.Levels || setup.PriceLevel == 1)
            return;
        // The plain price of a create becomes level 1; the wanted level is given beside it.
        var level = new PriceLevelRow(net, null, "HT", null, null, RateText(rate?.Percent ?? 0, rate?.Code));
        PriceLevelRow.WriteAll(body, new SortedDictionary<int, PriceLevelRow> { [1] = level, [setup.PriceLevel] = level });
    }

    /// <summary>True when a create alone would lose decimals: it rounds the single price to two.</summary>
    public static bool NeedsSecondWrite(decimal net, DolibarrSetup setup) => setup.Prices == PriceStore.Single && Math.Round(net, 2) != net;

    private static bool UsesLevels(ProductRow row, DolibarrSetup setup) => setup.Prices switch
    {
        PriceStore.Levels => true,
        PriceStore.Unknown => row.Levels.Count > 0,
        _ => false,
    };

    private static string RateText(decimal percent, string? code) => JsonValues.Invariant(percent) + (code is null ? "" : $" ({code})");

    private static ConnectorException NoPriceMode(PriceStore store, string field) => new(new SyncProblem(
        ProblemKind.Misconfigured,
        DolibarrCodes.PriceMode,
        store == PriceStore.None
            ? "Dolibarr has neither PRODUCT_PRICE_UNIQ nor PRODUIT_MULTIPRICES set: it would answer yes to the price and keep the old one, so nothing was sent."
            : "Whether Dolibarr keeps one price or price levels may not be read with this key, so no price was sent.")
    {
        Field = field,
        Remedy = store == PriceStore.None
            ? "Set the constant PRODUCT_PRICE_UNIQ to 1 (Home, Setup, Other setup), or switch price levels on in the setup of the module Products."
            : "Set the option PriceMode, or list the user in API_LOGINS_ALLOWED_FOR_CONST_READ.",
    });
}
