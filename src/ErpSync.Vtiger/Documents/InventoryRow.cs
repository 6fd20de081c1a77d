using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>A document with lines: the header and its lines, wherever they were read.</summary>
/// <param name="Header">The row of the document's module.</param>
/// <param name="Lines">The rows of its lines, in order.</param>
internal sealed record InventoryRow(JsonElement Header, IReadOnlyList<JsonElement> Lines)
{
    /// <summary>The header's own columns; the module also offers those of one arbitrary line, which make a page count lines instead of documents.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "id", "modifiedtime", "subject", "account_id", "contact_id", "potential_id", "currency_id", "conversion_rate", "description", "terms_conditions", "carrier", "duedate", "vtiger_purchaseorder",
        "hdnTaxType", "hdnSubTotal", "hdnGrandTotal", "pre_tax_total", "hdnDiscountAmount", "hdnDiscountPercent", "hdnS_H_Amount", "txtAdjustment", .. PlaceFields.Billing.All, .. PlaceFields.Shipping.All,
    ];

    public static bool HasLines(JsonElement row) => row.Get("LineItems").ValueKind is JsonValueKind.Array;

    public static InventoryRow Of(JsonElement row) => new(row, [.. row.Get("LineItems").Items()]);
}
