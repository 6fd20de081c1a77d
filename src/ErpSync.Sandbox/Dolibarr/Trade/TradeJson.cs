using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>What the JSON of orders and invoices has in common.</summary>
internal static class TradeJson
{
    public static Dictionary<string, Action<Utf8JsonWriter, T>> Writers<T>(DolibarrState state, string element)
        where T : DolibarrTradeDocument => new(StringComparer.Ordinal)
        {
            ["id"] = static (w, d) => w.WriteStringValue(Numbers.Text(d.Id)),
            ["array_options"] = (w, d) => RecordInput.WriteExtraFields(w, d, element, state),
            ["statut"] = static (w, d) => w.WriteStringValue(Numbers.Text(d.Status)),
            ["status"] = static (w, d) => w.WriteStringValue(Numbers.Text(d.Status)),
            ["socid"] = static (w, d) => w.WriteStringValue(Numbers.Text(d.ThirdPartyId)),
            ["ref_customer"] = static (w, d) => w.WriteText(d["ref_client"]),
            ["date"] = (w, d) => w.WriteNumberValue(RecordInput.Seconds(d.Date, state)),
            ["date_creation"] = static (w, d) => w.WriteNumberValue(d.Created.ToUnixTimeSeconds()),
            ["date_modification"] = static (w, d) => w.WriteNumberValue(Later(d.Modified, d.ExtraFieldsModified).ToUnixTimeSeconds()),
            ["fk_multicurrency"] = (w, d) => w.WriteStringValue(Numbers.Text(d.Currency == state.CompanyCurrency ? 0 : state.Currencies.FirstOrDefault(c => c.Code == d.Currency)?.Id ?? 0)),
            ["multicurrency_code"] = static (w, d) => w.WriteStringValue(d.Currency),
            ["multicurrency_tx"] = static (w, d) => w.WriteStringValue(Numbers.Eight(d.Rate)),
            ["multicurrency_total_ht"] = static (w, d) => w.WriteStringValue(Numbers.Eight(d.ForeignAmounts.Net)),
            ["multicurrency_total_tva"] = static (w, d) => w.WriteStringValue(Numbers.Eight(d.ForeignAmounts.Vat)),
            ["multicurrency_total_ttc"] = static (w, d) => w.WriteStringValue(Numbers.Eight(d.ForeignAmounts.Gross)),
            ["total_ht"] = static (w, d) => w.WriteStringValue(Numbers.Eight(d.Amounts.Net)),
            ["total_tva"] = static (w, d) => w.WriteStringValue(Numbers.Eight(d.Amounts.Vat)),
            ["total_localtax1"] = static (w, d) => w.WriteStringValue(Numbers.Eight(d.Amounts.LocalTax1)),
            ["total_localtax2"] = static (w, d) => w.WriteStringValue(Numbers.Eight(d.Amounts.LocalTax2)),
            ["total_ttc"] = static (w, d) => w.WriteStringValue(Numbers.Eight(d.Amounts.Gross)),
            ["cond_reglement_code"] = (w, d) => w.WriteText(Term(d)?.Code),
            ["cond_reglement_doc"] = (w, d) => w.WriteText(Term(d)?.Label),
            ["mode_reglement_code"] = (w, d) => w.WriteText(TradeDictionaries.PaymentTypes.FirstOrDefault(type => type.Id == d.Int("mode_reglement_id")).Code),
        };

    public static void WriteIds(Utf8JsonWriter writer, IEnumerable<int> ids)
    {
        writer.WriteStartArray();
        foreach (var id in ids)
            writer.WriteStringValue(Numbers.Text(id));
        writer.WriteEndArray();
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;

    private static (int Id, string Code, string Label, string Description, int Days)? Term(DolibarrTradeDocument document)
    {
        var term = TradeDictionaries.PaymentTerms.FirstOrDefault(term => term.Id == document.Int("cond_reglement_id"));
        return term.Id == 0 ? null : term;
    }
}
