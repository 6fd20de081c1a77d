using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The dictionaries of payment terms, payment types and shipping methods.</summary>
internal static class TradeDictionaryEndpoints
{
    public static Answer? Route(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("GET", [_, "dictionary", "payment_terms"]) => Rows(TradeDictionaries.PaymentTerms, static (w, term) => Texts(w, ("id", Numbers.Text(term.Id)), ("code", term.Code), ("sortorder", Numbers.Text(term.Id)), ("label", term.Label), ("descr", term.Description), ("type_cdr", "0"), ("nbjour", Numbers.Text(term.Days)), ("decalage", null), ("module", null))),
        ("GET", [_, "dictionary", "payment_types"]) => Rows(TradeDictionaries.PaymentTypes, static (w, type) => Texts(w, ("id", Numbers.Text(type.Id)), ("code", type.Code), ("type", "2"), ("label", type.Label), ("module", null))),
        ("GET", [_, "dictionary", "shipping_methods"]) => Rows(TradeDictionaries.ShippingMethods, static (w, method) => Texts(w, ("id", Numbers.Text(method.Id)), ("code", method.Code), ("label", method.Label), ("description", method.Description), ("tracking", method.Tracking ?? ""), ("module", null))),
        _ => null,
    };

    private static ListAnswer<TRow> Rows<TRow>(TRow[] rows, Action<Utf8JsonWriter, TRow> write) => new(rows, write);

    private static void Texts(Utf8JsonWriter writer, params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in fields)
            writer.WriteString(name, value);
        writer.WriteEndObject();
    }
}
