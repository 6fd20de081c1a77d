namespace ErpSync.PrestaShop.Sales;

/// <summary>The totals that an order or invoice tells, whatever its columns are called.</summary>
/// <param name="ShippingNet">Shipping without tax.</param>
/// <param name="ShippingGross">Shipping with tax.</param>
/// <param name="WrappingNet">Gift wrapping without tax.</param>
/// <param name="WrappingGross">Gift wrapping with tax.</param>
/// <param name="DiscountNet">Discounts without tax, positive.</param>
/// <param name="DiscountGross">Discounts with tax, positive.</param>
/// <param name="Net">The total without tax.</param>
/// <param name="Gross">The total with tax.</param>
internal sealed record DocumentMoney(decimal ShippingNet, decimal ShippingGross, decimal WrappingNet, decimal WrappingGross, decimal DiscountNet, decimal DiscountGross, decimal Net, decimal Gross)
{
    /// <summary>Those of an order.</summary>
    public static DocumentMoney OfOrder(WireRow row) => Of(row, "total_discounts_tax");

    /// <summary>Those of an invoice.</summary>
    public static DocumentMoney OfInvoice(WireRow row) => Of(row, "total_discount_tax");

    private static DocumentMoney Of(WireRow row, string discount) => new(
        row.Number("total_shipping_tax_excl") ?? 0,
        row.Number("total_shipping_tax_incl") ?? 0,
        row.Number("total_wrapping_tax_excl") ?? 0,
        row.Number("total_wrapping_tax_incl") ?? 0,
        row.Number(discount + "_excl") ?? 0,
        row.Number(discount + "_incl") ?? 0,
        row.Number("total_paid_tax_excl") ?? 0,
        row.Number("total_paid_tax_incl") ?? row.Number("total_paid") ?? 0);
}
