using System.Globalization;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Taxes and prices of products and services: everything that a call does not send again is wiped.</summary>
internal static class Prices
{
    public static void Check(VtigerState state, JsonObject element)
    {
        if (element.Text("currency_id").Length > 0 && !state.ActiveCurrencies().Any(currency => currency.Number == Ids.Number(element.Text("currency_id"))))
            throw new VtigerProblem("CURRENCY_INACTIVE", "Provided Curreny is Inactive");
    }

    public static void Write(VtigerState state, VtigerRecord record, JsonObject element, VtigerUser user, bool isNew)
    {
        record.Taxes.Clear();
        foreach (var tax in state.ActiveTaxes())
        {
            if (element.ContainsKey(tax["taxname"]) && element.Text(tax["taxname"]).Length > 0)
                record.Taxes[tax["taxname"]] = Values.Fixed(Values.Leading(element.Text(tax["taxname"])), 3);
        }

        record.Prices.Clear();
        foreach (var currency in state.ActiveCurrencies())
        {
            var given = element.Text("currency" + currency.Number.ToString(CultureInfo.InvariantCulture));
            if (Values.IsNumeric(given))
                record.Prices[currency.Number] = Rounded(given, user);
        }

        if (Ids.Number(element.Text("currency_id")) is { } own)
            record.PriceCurrency = own;
        else if (isNew)
            record.PriceCurrency = state.BaseCurrency;
        else
            return;
        record.Prices[record.PriceCurrency] = Rounded(element.Text("unit_price"), user);
    }

    /// <summary>An edit in the detail view: taxes and prices stay, the unit price moves the price in the product's own currency.</summary>
    public static void WriteUnitPrice(VtigerState state, VtigerRecord record, JsonObject element, VtigerUser user)
    {
        Check(state, element);
        if (element.ContainsKey("unit_price"))
            record.Prices[record.PriceCurrency] = Rounded(element.Text("unit_price"), user);
    }

    private static decimal Rounded(string text, VtigerUser user) => Math.Round(Values.Leading(text), user.Decimals, MidpointRounding.AwayFromZero);
}
