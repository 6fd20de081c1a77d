namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The lists inside records of parties and sales. Callers hold the gate.</summary>
internal static class SalesLists
{
    public static IEnumerable<string[]> Entries(PrestaShopState state, PrestaShopRecord record, string association) => (record.Resource.Name, association) switch
    {
        ("orders", "order_rows") => state.Sales.Details.Where("id_order", record.Id).Select(Row),
        ("customer_threads", "customer_messages") => state.Sales.CustomerMessages.Where("id_customer_thread", record.Id).Select(message => new[] { Stored.Number(message.Id) }),
        _ => record.Entries(association),
    };

    /// <summary>Replaces a list by what was sent; lists that only show other records are left as they are.</summary>
    public static void Store(Draft draft, PrestaShopRecord record, Association association)
    {
        if (association.Input == AssociationInput.Ignored || draft.Element.Element("associations")?.Element(association.Name) is not { } list)
            return;
        var place = 0;
        record.SetList(association.Name, [.. list.Elements().Select(entry => association.Columns.Select(column => Form(record, association, column, entry.Element(column)?.Value ?? "", ++place)).ToArray())]);
    }

    private static string Form(PrestaShopRecord record, Association association, string column, string text, int place) => (association.Name, column) switch
    {
        ("cart_rows", "id_address_delivery") => "0",
        ("order_slip_details", "id") => Stored.Number((record.Id * 10) + place),
        _ when association.Texts.Contains(column) => decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var amount) ? Stored.Decimal(amount, 6) : "0.000000",
        _ => int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? Stored.Number(number) : "0",
    };

    private static string[] Row(PrestaShopRecord detail) =>
    [
        Stored.Number(detail.Id), detail["product_id"]!, detail["product_attribute_id"]!, detail["product_quantity"]!, detail["product_name"]!, detail["product_reference"]!, detail["product_ean13"]!,
        detail["product_isbn"]!, detail["product_upc"]!, detail["product_price"]!, detail["id_customization"]!, detail["unit_price_tax_incl"]!, detail["unit_price_tax_excl"]!,
    ];
}
