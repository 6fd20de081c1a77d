using System.Text;
using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Reads what the bodies of webhooks point at.</summary>
internal static class SignalBody
{
    private static readonly (string Prefix, EntityKind Kind, string IdField)[] Known =
    [
        ("PRODUCT_", EntityKind.Product, "id"),
        ("CATEGORY_", EntityKind.Category, "id"),
        ("STOCK_MOVEMENT", EntityKind.StockLevel, "product_id"),
        ("COMPANY_", EntityKind.Customer, "id"),
        ("CONTACT_", EntityKind.Contact, "id"),
        ("LINEORDER_", EntityKind.Order, "fk_commande"),
        ("ORDER_SUPPLIER_", new EntityKind("supplier-order"), "id"),
        ("ORDER_", EntityKind.Order, "id"),
        ("LINEBILL_", EntityKind.Invoice, "fk_facture"),
        ("BILL_SUPPLIER_", new EntityKind("supplier-invoice"), "id"),
        ("BILL_", EntityKind.Invoice, "id"),
        ("PAYMENT_CUSTOMER_", EntityKind.Payment, "id"),
        ("LINESHIPPING_", EntityKind.Shipment, "fk_expedition"),
        ("SHIPPING_", EntityKind.Shipment, "id"),
    ];

    /// <summary>Reads a body: JSON, or the form that version 20 and older can be told to post.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> body, bool perWarehouse, out IReadOnlyList<DolibarrSignal> signals)
    {
        signals = [];
        try
        {
            using var document = JsonDocument.Parse(Json(body));
            if (document.RootElement.Text("triggercode") is not { } trigger)
                return false;
            var record = document.RootElement.Get("object");
            signals = record.ValueKind == JsonValueKind.Object ? [.. Read(trigger, record, perWarehouse)] : [];
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IEnumerable<DolibarrSignal> Read(string trigger, JsonElement record, bool perWarehouse)
    {
        var (_, kind, field) = Known.FirstOrDefault(known => trigger.StartsWith(known.Prefix, StringComparison.Ordinal));
        if (field is null || record.Whole(field) is not { } id || id <= 0)
            return [];
        var caller = record.Get("context").Text("caller");
        return Points(trigger, kind, id, record, perWarehouse).Select(point => new DolibarrSignal(point.Kind, point.Id, trigger) { Caller = caller });
    }

    private static IEnumerable<(EntityKind Kind, RemoteId Id)> Points(string trigger, EntityKind kind, long id, JsonElement record, bool perWarehouse)
    {
        var warehouse = perWarehouse ? record.Whole("warehouse_id") : null;
        if (kind == EntityKind.StockLevel)
            return [(kind, StockId.Of(id, isVariant: false, warehouse)), (kind, StockId.Of(id, isVariant: true, warehouse))];
        var own = (kind, RemoteId.From(id));
        if (kind == EntityKind.Product)
            return [own, (EntityKind.ProductVariant, RemoteId.From(id))];
        if (kind == EntityKind.Customer)
            return [own, (EntityKind.Supplier, RemoteId.From(id))];
        // A link or its end is told as a change of the category; the product that it concerns stands in the context.
        if (kind == EntityKind.Category)
            return [own, .. Linked(record, "linkto"), .. Linked(record, "unlinkoff")];
        if (trigger.StartsWith("BILL_", StringComparison.Ordinal) && record.Text("type") is "2")
            return [(EntityKind.CreditNote, RemoteId.From(id))];
        if (kind == EntityKind.Payment)
            return [own, .. record.Entries("amounts").Where(entry => long.TryParse(entry.Name, out _)).Select(entry => (EntityKind.Invoice, new RemoteId(entry.Name)))];
        if (kind == EntityKind.Shipment && record.Whole("origin_id") is { } order and > 0)
            return [own, (EntityKind.Order, RemoteId.From(order))];
        return [own];
    }

    private static IEnumerable<(EntityKind Kind, RemoteId Id)> Linked(JsonElement record, string name) =>
        record.Get("context").Get(name) is { ValueKind: JsonValueKind.Object } linked && linked.Whole("id") is { } id and > 0 && linked.Text("element") is null or "product"
            ? [(EntityKind.Product, RemoteId.From(id))]
            : [];

    private static ReadOnlyMemory<byte> Json(ReadOnlyMemory<byte> body)
    {
        if (!body.Span.StartsWith("triggercode="u8))
            return body;
        string? trigger = null, record = null;
        foreach (var part in Encoding.UTF8.GetString(body.Span).Split('&'))
        {
            if (part.StartsWith("triggercode=", StringComparison.Ordinal))
                trigger = Decoded(part["triggercode=".Length..]);
            else if (part.StartsWith("object=", StringComparison.Ordinal))
                record = Decoded(part["object=".Length..]);
        }

        return Encoding.UTF8.GetBytes($"{{\"triggercode\":\"{JsonEncodedText.Encode(trigger ?? "")}\",\"object\":{record ?? "null"}}}");
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
