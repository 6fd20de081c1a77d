using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Writes sales orders, as each endpoint shows them.</summary>
internal sealed class OrderJson
{
    private const string PayPage = "http://127.0.0.1:8101/public/payment/newpayment.php?source=order&ref=";

    private readonly DolibarrState _state;
    private readonly LineJson _lines;
    private readonly RecordTemplate<DolibarrOrder> _template;

    public OrderJson(DolibarrState state)
    {
        _state = state;
        _lines = new LineJson(state, isOrder: true);
        var writers = TradeJson.Writers<DolibarrOrder>(state, "commande");
        writers["date_commande"] = writers["date"];
        writers["date_validation"] = static (w, o) => WriteInstant(w, o.Validated);
        writers["user_validation_id"] = static (w, o) => w.WriteText(o.Validated is null ? null : "2");
        writers["billed"] = static (w, o) => w.WriteStringValue(Numbers.Flag(o.IsBilled));
        writers["lines"] = WriteLines;
        writers["online_payment_url"] = static (w, o) => w.WriteStringValue(PayPage + Uri.EscapeDataString(o["ref"] ?? ""));
        _template = new RecordTemplate<DolibarrOrder>(state.Is18 ? OrderTemplates.Of18 : OrderTemplates.Of23, writers);
    }

    public LineJson Lines => _lines;

    /// <summary>An order in a list: with the ids of its contacts, and its links only where they are asked for.</summary>
    public void WriteListed(Utf8JsonWriter writer, DolibarrOrder order, IReadOnlySet<string>? properties, bool withLinks) => _template.Write(writer, order, properties, With(
        ("contacts_ids", w => TradeJson.WriteIds(w, order.Contacts.Select(contact => contact.ContactId))),
        ("linkedObjectsIds", w => WriteLinks(w, order, withLinks))));

    /// <summary>An order by its id: with its contacts in full (0), their ids (1) or none (-1).</summary>
    public void WriteOne(Utf8JsonWriter writer, DolibarrOrder order, int contactList) => _template.Write(writer, order, null, contactList switch
    {
        < 0 => With(("linkedObjectsIds", w => WriteLinks(w, order, true))),
        0 => With(("linkedObjectsIds", w => WriteLinks(w, order, true)), ("contacts_ids", w => ContactJson.WriteRoles(w, _state, order)), ("contacts_ids_internal", static w => w.WriteEmptyArray())),
        _ => With(("linkedObjectsIds", w => WriteLinks(w, order, true)), ("contacts_ids", w => TradeJson.WriteIds(w, order.Contacts.Select(contact => contact.ContactId))), ("contacts_ids_internal", static w => w.WriteEmptyArray())),
    });

    /// <summary>An order as the answer to an action.</summary>
    public void WriteAfter(Utf8JsonWriter writer, DolibarrOrder order, bool withPayPage)
    {
        var instead = With(("actiontypecode", null), ("linkedObjectsIds", w => WriteLinks(w, order, true)));
        if (_state.Is18)
        {
            instead["contacts_ids"] = static w => w.WriteNullValue();
            foreach (var (name, text) in new[] { ("oldref", $"(PROV{order.Id})"), ("user_modification", "1"), ("user_modification_id", "1"), ("user_valid", "1") })
                instead[name] = w => w.WriteStringValue(text);
        }

        if (!withPayPage)
            instead["online_payment_url"] = static w => w.WriteNullValue();
        _template.Write(writer, order, null, instead, w => w.WriteString("trackid", "ord" + Numbers.Text(order.Id)));
    }

    /// <summary>An order as the answer to a change of a line.</summary>
    public void WriteAfterLine(Utf8JsonWriter writer, DolibarrOrder order) => _template.Write(writer, order, null, With(
        ("line", null),
        ("totalpaid", null),
        ("linkedObjectsIds", w => WriteLinks(w, order, true)),
        ("lines", w => WriteLines(w, order, afterChange: true))));

    private void WriteLines(Utf8JsonWriter writer, DolibarrOrder order) => WriteLines(writer, order, afterChange: false);

    private void WriteLines(Utf8JsonWriter writer, DolibarrOrder order, bool afterChange)
    {
        writer.WriteStartArray();
        foreach (var line in order.Lines)
            _lines.Write(writer, line, order, afterChange: afterChange);
        writer.WriteEndArray();
    }

    private void WriteLinks(Utf8JsonWriter writer, DolibarrOrder order, bool isLoaded)
    {
        if (isLoaded)
            ObjectLinks.Write(writer, _state, "commande", order.Id);
        else
            writer.WriteNullValue();
    }

    private static void WriteInstant(Utf8JsonWriter writer, DateTimeOffset? instant)
    {
        if (instant is { } at)
            writer.WriteNumberValue(at.ToUnixTimeSeconds());
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
