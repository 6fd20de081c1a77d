using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Writes invoices and credit notes, as each endpoint shows them.</summary>
internal sealed class InvoiceJson
{
    private const string PayPage = "http://127.0.0.1:8101/public/payment/newpayment.php?source=invoice&ref=";

    private readonly DolibarrState _state;
    private readonly LineJson _lines;
    private readonly RecordTemplate<DolibarrInvoice> _template;

    public InvoiceJson(DolibarrState state)
    {
        _state = state;
        _lines = new LineJson(state, isOrder: false);
        var writers = TradeJson.Writers<DolibarrInvoice>(state, "facture");
        writers["type"] = static (w, i) => w.WriteStringValue(Numbers.Text(i.Type));
        writers["paye"] = static (w, i) => w.WriteStringValue(Numbers.Flag(i.IsPaid));
        writers["datem"] = writers["date_modification"];
        writers["date_validation"] = (w, i) => WriteDay(w, i.Validated is null ? null : i.Date);
        writers["date_lim_reglement"] = (w, i) => WriteDay(w, i.DueDate);
        foreach (var name in new[] { "user_validation_id", "fk_user_valid", "user_valid" })
            writers[name] = static (w, i) => w.WriteText(i.Validated is null ? null : "2");
        if (state.Is18)
            writers["user_validation_id"] = static (w, _) => w.WriteNullValue();
        foreach (var (name, column) in new[] { ("mode_reglement_id", "mode_reglement_id"), ("cond_reglement_id", "cond_reglement_id") })
            writers[name] = (w, i) => w.WriteStringValue(i[column] ?? "0");
        writers["fk_facture_source"] = static (w, i) => w.WriteText(i.SourceId is { } source ? Numbers.Text(source) : null);
        writers["totalpaid"] = (w, i) => w.WriteRawValue(Numbers.Short(InvoiceMoney.Paid(state, i).Amount));
        writers["remaintopay"] = (w, i) => w.WriteStringValue(Numbers.Short(InvoiceMoney.Rest(state, i).Amount));
        writers["totalcreditnotes"] = static (w, i) => w.WriteText(i.CreditUsed == 0m ? null : Numbers.Eight(i.CreditUsed));
        writers["creditnote_ids"] = (w, i) => TradeJson.WriteIds(w, state.Invoices.Where(note => note.Type == 2 && note.SourceId == i.Id).Select(note => note.Id));
        if (state.Is18)
            writers["sumpayed"] = (w, i) => w.WriteText(InvoiceMoney.Paid(state, i).Amount is var paid and not 0m ? Numbers.Eight(paid) : null);
        writers["lines"] = WriteLines;
        writers["online_payment_url"] = static (w, i) => w.WriteStringValue(PayPage + Uri.EscapeDataString(i["ref"] ?? ""));
        _template = new RecordTemplate<DolibarrInvoice>(state.Is18 ? InvoiceTemplates.Of18 : InvoiceTemplates.Of23, writers);
    }

    public LineJson Lines => _lines;

    /// <summary>An invoice in a list: links only where they are asked for.</summary>
    public void WriteListed(Utf8JsonWriter writer, DolibarrInvoice invoice, IReadOnlySet<string>? properties, bool withLinks) => _template.Write(writer, invoice, properties, With(
        ("contacts_ids", w => TradeJson.WriteIds(w, invoice.Contacts.Select(contact => contact.ContactId))),
        ("linkedObjectsIds", withLinks ? w => ObjectLinks.Write(w, _state, "facture", invoice.Id) : static w => w.WriteNullValue())));

    /// <summary>An invoice by its id.</summary>
    public void WriteOne(Utf8JsonWriter writer, DolibarrInvoice invoice, int contactList) => _template.Write(writer, invoice, null, With(
        ("linkedObjectsIds", w => ObjectLinks.Write(w, _state, "facture", invoice.Id)),
        ("contacts_ids", contactList switch
        {
            < 0 => static w => w.WriteNullValue(),
            0 => w => ContactJson.WriteRoles(w, _state, invoice),
            _ => w => TradeJson.WriteIds(w, invoice.Contacts.Select(contact => contact.ContactId)),
        })));

    /// <summary>An invoice as the answer to an update: what was paid is loaded.</summary>
    public void WriteChanged(Utf8JsonWriter writer, DolibarrInvoice invoice) => _template.Write(
        writer,
        invoice,
        null,
        With(("actiontypecode", null), ("linkedObjectsIds", w => ObjectLinks.Write(w, _state, "facture", invoice.Id)), ("contacts_ids", w => TradeJson.WriteIds(w, invoice.Contacts.Select(contact => contact.ContactId)))),
        w => w.WriteString("trackid", "inv" + Numbers.Text(invoice.Id)));

    /// <summary>An invoice as the answer to an action: neither links nor payments are loaded.</summary>
    public void WriteAfter(Utf8JsonWriter writer, DolibarrInvoice invoice)
    {
        var nothing = _state.Is18 ? (string[])["totalpaid", "remaintopay", "linkedObjectsIds"] : ["totalpaid", "remaintopay", "contacts_ids", "creditnote_ids", "linkedObjectsIds"];
        var instead = Empty.Of(nothing);
        if (_state.Is18)
        {
            instead["contacts_ids"] = static w => w.WriteNullValue();
            instead["brouillon"] = static w => w.WriteNumberValue(0);
            instead["oldref"] = w => w.WriteStringValue($"(PROV{invoice.Id})");
        }
        else
        {
            instead["actiontypecode"] = null;
        }

        _template.Write(writer, invoice, null, instead, w => w.WriteString("trackid", "inv" + Numbers.Text(invoice.Id)));
    }

    /// <summary>A credit note as the answer to its conversion: the new status as numbers, and no pay page.</summary>
    public void WriteConverted(Utf8JsonWriter writer, DolibarrInvoice note)
    {
        var instead = Empty.Of("totalpaid", "remaintopay", "contacts_ids", "creditnote_ids", "linkedObjectsIds", "online_payment_url");
        instead["actiontypecode"] = null;
        instead["statut"] = static w => w.WriteStringValue("1");
        instead["status"] = static w => w.WriteNumberValue(2);
        instead["paye"] = static w => w.WriteNumberValue(1);
        _template.Write(writer, note, null, instead, w => w.WriteString("trackid", "inv" + Numbers.Text(note.Id)));
    }

    private void WriteLines(Utf8JsonWriter writer, DolibarrInvoice invoice)
    {
        writer.WriteStartArray();
        foreach (var line in invoice.Lines)
            _lines.Write(writer, line, invoice);
        writer.WriteEndArray();
    }

    private void WriteDay(Utf8JsonWriter writer, DateOnly? day)
    {
        if (day is { } date)
            writer.WriteNumberValue(RecordInput.Seconds(date, _state));
        else
            writer.WriteStringValue("");
    }

    private static Dictionary<string, Action<Utf8JsonWriter>?> With(params ReadOnlySpan<(string Name, Action<Utf8JsonWriter>? Write)> fields)
    {
        var map = new Dictionary<string, Action<Utf8JsonWriter>?>(StringComparer.Ordinal);
        foreach (var (name, write) in fields)
            map[name] = write;
        return map;
    }
}
