using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The endpoints of payments.</summary>
internal sealed class PaymentEndpoints
{
    private const string Place = "api_invoices.class.php";

    private readonly DolibarrState _state;
    private readonly RecordTemplate<DolibarrPayment> _template;

    public PaymentEndpoints(DolibarrState state)
    {
        _state = state;
        _template = new RecordTemplate<DolibarrPayment>(BankTemplates.Payment23, new Dictionary<string, Action<Utf8JsonWriter, DolibarrPayment>>(StringComparer.Ordinal)
        {
            ["id"] = static (w, p) => w.WriteStringValue(Numbers.Text(p.Id)),
            ["ref_ext"] = static (w, p) => w.WriteStringValue(p["ref_ext"] ?? ""),
            ["fk_account"] = static (w, p) => w.WriteStringValue(Numbers.Text(p.AccountId)),
            ["bank_account"] = static (w, p) => w.WriteStringValue(Numbers.Text(p.AccountId)),
            ["bank_line"] = static (w, p) => w.WriteStringValue(Numbers.Text(p.Id + 2)),
            ["datepaye"] = static (w, p) => w.WriteNumberValue(p.Date.ToUnixTimeSeconds()),
            ["date"] = static (w, p) => w.WriteNumberValue(p.Date.ToUnixTimeSeconds()),
            ["montant"] = static (w, p) => w.WriteStringValue(Numbers.Eight(p.Amounts.Sum(part => part.Amount))),
            ["amount"] = static (w, p) => w.WriteStringValue(Numbers.Eight(p.Amounts.Sum(part => part.Amount))),
            ["multicurrency_amount"] = static (w, p) => w.WriteStringValue(Numbers.Eight(p.Amounts.Sum(part => part.ForeignAmount))),
            ["type_code"] = static (w, p) => w.WriteText(Type(p).Code),
            ["type_label"] = static (w, p) => w.WriteText(Type(p).Label),
        });
    }

    public Answer? Route(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("GET", [_]) => List(call),
        ("GET", [_, _]) => One(call),
        _ => null,
    };

    public Answer OfInvoice(DolibarrInvoice invoice) => Answer.Of(w =>
    {
        w.WriteStartArray();
        foreach (var (payment, part) in _state.Payments.SelectMany(payment => payment.Amounts.Where(part => part.InvoiceId == invoice.Id).Select(part => (payment, part))))
        {
            w.WriteStartObject();
            w.WriteString("amount", Numbers.Eight(part.Amount));
            w.WriteString("type", Type(payment).Code);
            if (!_state.Is18)
                w.WriteString("typeline", "payment");
            w.WriteString("date", _state.Local(payment.Date));
            w.WriteString("num", payment["num_payment"] ?? "");
            w.WriteString("ref", payment["ref"]);
            w.WriteString("ref_ext", payment["ref_ext"] ?? "");
            w.WriteString("fk_bank_line", Numbers.Text(payment.Id + 2));
            w.WriteEndObject();
        }

        w.WriteEndArray();
    });

    /// <summary>
    /// Pays "the rest" of one invoice, in words. With the multi-currency module on, the foreign amounts are the whole total, and those decide: the invoice is booked in full once more.
    /// </summary>
    public Answer PostFull(ApiCall call, DolibarrInvoice invoice)
    {
        call.Need("datepaye", "paymentid", "closepaidinvoices", "accountid");
        var rest = InvoiceMoney.Rest(_state, invoice).Amount;
        var sign = invoice.Type == 2 ? -1m : 1m;
        var amount = (_state.Modules.Contains("multicurrency") ? Numbers.Round(invoice.ForeignAmounts.Gross / invoice.Rate, _state.TotalDecimals) : rest) * sign;
        return Book(call, [(invoice, amount, Numbers.Round(amount * invoice.Rate, _state.TotalDecimals))]);
    }

    /// <summary>Pays the amounts that are named.</summary>
    public Answer PostDistributed(ApiCall call)
    {
        call.Need("arrayofamounts", "datepaye", "paymentid", "closepaidinvoices", "accountid");
        Access.Need(call, _state, DolibarrRights.InvoiceWrite, "facture", Place + ":1790");
        var parts = new List<(DolibarrInvoice, decimal, decimal)>();
        foreach (var entry in call.Body.Element("arrayofamounts") is { ValueKind: JsonValueKind.Object } map ? map.EnumerateObject().ToList() : throw new RestException(400, "Invalid value specified for `arrayofamounts`") { Place = Place + ":1800" })
        {
            var invoice = _state.Invoices.Find(Numbers.ReadInt(entry.Name)) ?? throw new RestException(404, $"Invoice ID {entry.Name} not found") { Place = Place + ":1830" };
            parts.Add(Part(call, invoice, Text(entry.Value, "amount"), Text(entry.Value, "multicurrency_amount")));
        }

        return Book(call, parts);
    }

    private (DolibarrInvoice Invoice, decimal Amount, decimal Foreign) Part(ApiCall call, DolibarrInvoice invoice, string amount, string foreign)
    {
        if ((amount.Length == 0 && foreign.Length == 0) || (amount.Length > 0 && foreign.Length > 0))
            throw new RestException(400, $"Payment in both currency and main currency is not allowed on invoice ID {invoice.Id}") { Place = Place + ":1840" };
        var isForeign = foreign.Length > 0;
        var rest = isForeign ? InvoiceMoney.Rest(_state, invoice).Foreign : InvoiceMoney.Rest(_state, invoice).Amount;
        var text = isForeign ? foreign : amount;
        var paid = text == "remain" ? rest : Numbers.Round(Numbers.Read(text), _state.TotalDecimals);
        if (paid > rest && !(call.Body.Text("accepthigherpayment") is "1" or "true"))
            throw new RestException(400, $"Payment amount on invoice ID {invoice.Id} ({Numbers.Short(paid)}) is higher than remain to pay ({Numbers.Short(rest)})") { Place = Place + ":1869" };
        if (invoice.Type == 2)
            paid = -paid;
        return isForeign
            ? (invoice, Numbers.Round(paid / invoice.Rate, _state.TotalDecimals), paid)
            : (invoice, paid, Numbers.Round(paid * invoice.Rate, _state.TotalDecimals));
    }

    private Answer Book(ApiCall call, IReadOnlyList<(DolibarrInvoice Invoice, decimal Amount, decimal Foreign)> parts)
    {
        var type = call.Body.Int("paymentid");
        if (_state.BankAccounts.Find(call.Body.Int("accountid")) is null)
            throw new RestException(400, "Bank account not found") { Place = Place + ":1810" };
        if (TradeDictionaries.PaymentTypes.FirstOrDefault(known => known.Id == type).Code == "CHQ" && string.IsNullOrEmpty(call.Body.Text("chqemetteur")))
            throw new RestException(400, "Emetteur is mandatory when payment code is CHQ") { Place = Place + ":1815" };
        var date = long.TryParse(call.Body.Text("datepaye"), System.Globalization.CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : _state.Now;
        var payment = new DolibarrPayment { Date = date, AccountId = call.Body.Int("accountid"), TypeId = type };
        payment["num_payment"] = call.Body.Text("num_payment") ?? "";
        payment["note_private"] = call.Body.Text("comment") ?? "";
        payment["ref_ext"] = call.Body.Text("ref_ext") ?? "";
        foreach (var (invoice, amount, foreign) in parts)
            payment.Amounts.Add((invoice.Id, amount, foreign));
        payment["ref"] = TradeInput.Number("PAY", DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(date, _state.Options.TimeZone).DateTime), _state.Payments.Select(other => other["ref"]));
        _state.Insert(_state.Payments, payment);
        if (call.Body.Text("closepaidinvoices") == "yes")
        {
            foreach (var (invoice, _, _) in parts)
                InvoiceMoney.CloseIfPaid(_state, invoice);
        }

        return Answer.Number(payment.Id);
    }

    private Answer List(ApiCall call)
    {
        Access.Need(call, _state, DolibarrRights.InvoiceRead, "facture", "api_paiements.class.php:100");
        var request = ListRequest.From(call, _state, "t.rowid");
        return new RowQuery<DolibarrPayment>(_state, TradeColumns.Payments(_state), "paiement", "api_paiements.class.php:140")
            .Answer(_state.Payments, request, (w, payment) => _template.Write(w, payment, request.Properties), paginates: true);
    }

    private Answer One(ApiCall call)
    {
        Access.Need(call, _state, DolibarrRights.InvoiceRead, "facture", "api_paiements.class.php:60");
        var payment = _state.Payments.Find(call.Id(1)) ?? throw new RestException(404, "paiement not found") { Place = "api_paiements.class.php:66" };
        return Answer.Of(w => _template.Write(w, payment));
    }

    private static (int Id, string Code, string Label) Type(DolibarrPayment payment) => TradeDictionaries.PaymentTypes.FirstOrDefault(type => type.Id == payment.TypeId);

    private static string Text(JsonElement part, string name) => part.ValueKind == JsonValueKind.Object && part.TryGetProperty(name, out var value) ? RequestBody.Text(value) ?? "" : "";
}
