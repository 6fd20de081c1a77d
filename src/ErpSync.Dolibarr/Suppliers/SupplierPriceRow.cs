using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>One price of a supplier, as the server gives it: under the product's id, with its own beside.</summary>
/// <param name="Id">The price's id.</param>
/// <param name="Product">The product or variant.</param>
/// <param name="Supplier">The third party.</param>
/// <param name="SupplierName">Its name.</param>
/// <param name="Reference">Its own article number; null for none.</param>
/// <param name="Quantity">From which quantity on.</param>
/// <param name="UnitPrice">The price of one unit without tax, in the company's currency.</param>
/// <param name="Currency">The currency that it was entered in; null for the company's.</param>
/// <param name="CurrencyUnitPrice">The price of one unit in that currency.</param>
/// <param name="VatPercent">The rate; null where none is kept.</param>
/// <param name="LeadTimeDays">The delivery time; null when unknown, which Dolibarr also writes as 0.</param>
internal sealed record SupplierPriceRow(
    long Id, long Product, long? Supplier, string? SupplierName, string? Reference, decimal Quantity, decimal UnitPrice, string? Currency, decimal CurrencyUnitPrice, decimal? VatPercent, decimal? LeadTimeDays)
{
    /// <summary>When the price was last written; null when unknown.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    public RemoteId RemoteId => new($"{JsonValues.Invariant(Product)}/{JsonValues.Invariant(Id)}");

    /// <summary>The product and the price of an id; null when it is not of this form.</summary>
    public static (long Product, long Price)? Parse(RemoteId id) =>
        id.Value.Split('/') is [var product, var price] && Numbers.Of(new RemoteId(product)) is { } owner && Numbers.Of(new RemoteId(price)) is { } row ? (owner, row) : null;

    /// <exception cref="ConnectorException">A field cannot be read; the problem names it.</exception>
    public static SupplierPriceRow Read(JsonElement json)
    {
        var row = new RowReader(json, EntityKind.SupplierPrice);
        var quantity = row.Number("fourn_qty") ?? 1;
        return new SupplierPriceRow(
            row.Whole("product_fourn_price_id") ?? throw row.Unreadable("product_fourn_price_id", "The supplier price has no id."),
            row.Id,
            row.Whole("fourn_id") is { } supplier and > 0 ? supplier : null,
            row.Text("fourn_name") is { } name ? System.Net.WebUtility.HtmlDecode(name) : null,
            row.Text("fourn_ref"),
            quantity > 0 ? quantity : 1,
            row.Number("fourn_unitprice") ?? 0,
            row.Text("fourn_multicurrency_code"),
            row.Number("fourn_multicurrency_unitprice") ?? 0,
            row.Number("fourn_tva_tx"),
            row.Number("delivery_time_days") is { } days && days > 0 ? days : null)
        {
            ModifiedAt = row.Instant("fourn_date_modification", null),
        };
    }
}
