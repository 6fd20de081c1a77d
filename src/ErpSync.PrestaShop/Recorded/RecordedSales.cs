using ErpSync.Http;
using ErpSync.PrestaShop.Documents;
using ErpSync.PrestaShop.Parties;
using ErpSync.PrestaShop.Reference;
using ErpSync.PrestaShop.Sales;

namespace ErpSync.PrestaShop;

/// <summary>Turns recorded rows of parties, documents and reference data into records, with what a recording alone can tell of the rest.</summary>
internal static class RecordedSales
{
    private static readonly SalesReference References = SalesReference.Of(RecordedRecords.Shop, [], [], [Row(("id", "1"), ("iso_code", "EUR")), Row(("id", "2"), ("iso_code", "USD"))], [], [Row(("id", "8"), ("iso_code", "FR")), Row(("id", "21"), ("iso_code", "US"))], []);

    /// <summary>The record of a row in a few words, or why it cannot be read; null for a row that is none of these or holds too little.</summary>
    public static (string Label, SyncProblem? Problem)? One(string resource, WireRow row, string connection)
    {
        var shop = RecordedRecords.Shop;
        return resource switch
        {
            "customers" when Has(row, "lastname", "firstname", "email") => Map(row, connection, one => CustomerMapping.Read(one, shop)),
            "addresses" when Has(row, "id_country", "alias", "city") => Map(row, connection, one => AddressMapping.Read(one, References, shop)),
            "orders" when Has(row, "id_currency", "total_paid", "date_add") => Map(row, connection, one => OrderMapping.Read(one, Parts(one), References, shop)),
            "order_payments" when Has(row, "id_currency", "amount") => Map(row, connection, one => PaymentMapping.Read(one, null, References, shop)),
            "order_invoices" when Has(row, "number", "total_paid_tax_incl") => Map(row, connection, one => InvoiceMapping.Read(one, null, Parts(one), References, shop, null)),
            "order_carriers" when Has(row, "id_order", "id_carrier") => Map(row, connection, one => ShipmentMapping.Read(one, null, References, shop)),
            "order_slip" when Has(row, "id_order", "total_products_tax_incl") => Map(row, connection, one => CreditNoteMapping.Read(one, null, Parts(one), References, shop)),
            "order_details" when Has(row, "product_quantity", "total_price_tax_excl") => (Line(row), null),
            _ => ReferenceData(resource, row, connection, shop),
        };
    }

    private static (string Label, SyncProblem? Problem)? ReferenceData(string resource, WireRow row, string connection, ShopData shop) => resource switch
    {
        "order_states" when Has(row, "name", "paid") => Map(row, connection, one => Of(one, ReferenceMapping.Status(one, new OrderStateTable([one], shop), shop))),
        "carriers" when Has(row, "id_reference", "name") => Map(row, connection, one => Of(one, ReferenceMapping.Carrier(one))),
        "tax_rule_groups" when Has(row, "name", "active") => Map(row, connection, one => Of(one, ReferenceMapping.Tax(one, shop))),
        "currencies" when Has(row, "iso_code", "conversion_rate") => Map(row, connection, one => Of(one, ReferenceMapping.Currency(one, shop))),
        "languages" when Has(row, "iso_code", "name") => Map(row, connection, one => Of(one, ReferenceMapping.Language(one, shop))),
        "countries" when Has(row, "iso_code", "name") => Map(row, connection, one => Of(one, ReferenceMapping.Country(one, shop))),
        "groups" when Has(row, "name", "price_display_method") => Map(row, connection, one => Of(one, ReferenceMapping.Group(one, shop))),
        _ => null,
    };

    // Without its details an order tells its lines in an association, less fully.
    private static OrderParts Parts(WireRow row) =>
        OrderParts.Of(row.Association("order_rows").ToLookup(_ => row.Id), Array.Empty<WireRow>().ToLookup(static one => one.Id));

    private static string Line(WireRow row)
    {
        var line = new LineBuilder(References, RecordedRecords.Shop, RecordedRecords.Shop.Currency).Goods(row, Parts(row));
        return $"{row.Id} {line.Quantity} x {line.Reference ?? line.Label}";
    }

    private static Remote<T> Of<T>(WireRow row, T value)
        where T : class, IEntity => new(RemoteId.From(row.Id), value) { Label = row.Filled("name") ?? row.Filled("iso_code") };

    private static (string Label, SyncProblem? Problem) Map<T>(WireRow row, string connection, Func<WireRow, Remote<T>> map)
        where T : class, IEntity
    {
        var result = Rows.Map(new JsonItem<WireRow>(0, row, null), connection, map);
        return result.Record is { } record ? ($"{T.Kind} {record.Id} {record.Label}".Trim(), null) : ("", result.Problem);
    }

    private static bool Has(WireRow row, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (!row.Fields.Contains(field))
                return false;
        }

        return true;
    }

    private static WireRow Row(params ReadOnlySpan<(string Field, string Text)> fields)
    {
        var row = new WireRow();
        foreach (var (field, text) in fields)
            row.Set(field, text);
        return row;
    }
}
