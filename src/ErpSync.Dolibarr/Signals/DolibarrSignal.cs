using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>
/// A webhook of Dolibarr: a hint that a record changed. It is sent before the change is committed and shows the state before, so only what it points at is kept:
/// the record is read again later. The payload's content, which can hold the acting user's API key, is dropped.
/// </summary>
/// <param name="Kind">The kind of the record; kinds that this connector does not carry appear under their own names, for example <c>order</c>.</param>
/// <param name="Id">The record's id. For stock levels the owner is written as <c>product:12</c>, though it may be a variant.</param>
/// <param name="Trigger">Dolibarr's code, for example <c>PRODUCT_PRICE_MODIFY</c>.</param>
public sealed record DolibarrSignal(EntityKind Kind, RemoteId Id, string Trigger)
{
    private static readonly (string Prefix, EntityKind Kind, string IdField)[] Known =
    [
        ("PRODUCT_", EntityKind.Product, "id"),
        ("CATEGORY_", EntityKind.Category, "id"),
        ("STOCK_MOVEMENT", EntityKind.StockLevel, "product_id"),
        ("COMPANY_", new EntityKind("customer"), "id"),
        ("CONTACT_", new EntityKind("contact"), "id"),
        ("LINEORDER_", new EntityKind("order"), "fk_commande"),
        ("ORDER_SUPPLIER_", new EntityKind("supplier-order"), "id"),
        ("ORDER_", new EntityKind("order"), "id"),
        ("LINEBILL_", new EntityKind("invoice"), "fk_facture"),
        ("BILL_SUPPLIER_", new EntityKind("supplier-invoice"), "id"),
        ("BILL_", new EntityKind("invoice"), "id"),
        ("PAYMENT_CUSTOMER_", new EntityKind("payment"), "id"),
        ("SHIPPING_", new EntityKind("shipment"), "id"),
    ];

    /// <summary>True when the record is gone.</summary>
    public bool IsDelete => Trigger.EndsWith("_DELETE", StringComparison.Ordinal);

    /// <summary>The mark that the writer of the change gave (<c>caller</c>): <c>erpsync</c> for changes made by this connector; null for none.</summary>
    public string? Caller { get; init; }

    /// <summary>Reads the body of a webhook.</summary>
    /// <param name="body">The JSON body, UTF-8.</param>
    /// <returns>The signal; null when the body is not one, or its trigger means no record that is known.</returns>
    public static DolibarrSignal? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var trigger = document.RootElement.Text("triggercode");
            var (_, kind, field) = Known.FirstOrDefault(known => trigger?.StartsWith(known.Prefix, StringComparison.Ordinal) == true);
            var record = document.RootElement.Get("object");
            if (trigger is null || field is null || record.Whole(field) is not { } id || id <= 0)
                return null;
            return new DolibarrSignal(kind, kind == EntityKind.StockLevel ? StockId.Of(id, isVariant: false) : RemoteId.From(id), trigger) { Caller = record.Get("context").Text("caller") };
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
