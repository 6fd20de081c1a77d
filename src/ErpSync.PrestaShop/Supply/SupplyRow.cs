namespace ErpSync.PrestaShop.Supply;

/// <summary>The columns of what suppliers ask.</summary>
internal static class SupplyRow
{
    /// <summary>The resource.</summary>
    public const string Resource = "product_suppliers";

    /// <summary>The fields.</summary>
    public const string Fields = "[id,id_product,id_product_attribute,id_supplier,id_currency,product_supplier_reference,product_supplier_price_te]";

    /// <summary>The stamp: there is no date, so it holds everything, the supplier's name included.</summary>
    public static string StampOf(WireRow row, string? supplier) => Stamp.Of(
        "q1",
        row.Text("id_product"), row.Text("id_product_attribute"), row.Text("id_supplier"), row.Text("id_currency"), row.Text("product_supplier_reference"), row.Text("product_supplier_price_te"), supplier);
}
