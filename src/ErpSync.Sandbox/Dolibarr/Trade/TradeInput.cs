namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The header fields of orders and invoices that a body may set.</summary>
internal static class TradeInput
{
    private static readonly HashSet<string> Columns = new(StringComparer.Ordinal)
    {
        "ref_client", "ref_ext", "note_public", "note_private", "cond_reglement_id", "mode_reglement_id", "shipping_method_id", "demand_reason_id", "fk_account", "model_pdf",
    };

    /// <summary>Applies the columns. Ids that are none stay empty.</summary>
    public static void Apply(DolibarrTradeDocument document, RequestBody body, DolibarrState state)
    {
        RecordInput.Apply(document, body, Columns, state);
        foreach (var id in new[] { "cond_reglement_id", "mode_reglement_id", "shipping_method_id", "demand_reason_id", "fk_account" })
        {
            if (body.Has(id) && document.Int(id) <= 0)
                document[id] = null;
        }

        if (RecordInput.Day(body.Text("date"), state) is { } day)
            document.Date = day;
        if (body.Has("delivery_date"))
            document["delivery_date"] = RecordInput.Day(body.Text("delivery_date"), state) is { } delivery ? RecordInput.Seconds(delivery, state).ToString(System.Globalization.CultureInfo.InvariantCulture) : "";
        if (body.Text("ref_customer") is { } customer && !body.Has("ref_client"))
            document["ref_client"] = RecordInput.Clean("ref_client", customer, state);
    }

    /// <summary>The currency and rate of a new document. A currency that is not in use is the company's own.</summary>
    public static void Currency(DolibarrTradeDocument document, RequestBody body, DolibarrState state)
    {
        document.Currency = state.CompanyCurrency;
        if (body.Text("multicurrency_code") is not { Length: > 0 } code || code == state.CompanyCurrency || !state.Modules.Contains("multicurrency"))
            return;
        if (state.Currencies.FirstOrDefault(currency => currency.Code == code) is not { } known)
            return;
        document.Currency = code;
        document.Rate = Numbers.Read(body.Text("multicurrency_tx")) is var rate and > 0m ? rate : known.Rate;
    }

    /// <summary>The next number of a series: the prefix, year and month of the document, a count.</summary>
    public static string Number(string prefix, DateOnly day, IEnumerable<string?> taken)
    {
        var series = prefix + day.ToString("yyMM", System.Globalization.CultureInfo.InvariantCulture) + "-";
        var last = taken.Where(reference => reference?.StartsWith(series, StringComparison.Ordinal) == true).Select(reference => Numbers.ReadInt(reference![series.Length..])).DefaultIfEmpty().Max();
        return series + (last + 1).ToString("0000", System.Globalization.CultureInfo.InvariantCulture);
    }

    public static bool IsProvisional(DolibarrRecord record) => record["ref"]?.StartsWith("(PROV", StringComparison.Ordinal) != false;

    /// <summary>The refusal of a third party that does not exist, in the words of the database.</summary>
    public static RestException UnknownThirdParty(string what, string table, string place) => new(
        500,
        $"Error creating {what}",
        $"Cannot add or update a child row: a foreign key constraint fails (`doli`.`llx_{table}`, CONSTRAINT `fk_{table}_fk_soc` FOREIGN KEY (`fk_soc`) REFERENCES `llx_societe` (`rowid`))")
    { Place = place };
}
