using System.Globalization;
using ErpSync.PrestaShop.Parties;
using ErpSync.PrestaShop.Sales;

namespace ErpSync.PrestaShop.Documents;

/// <summary>Credit slips: from rows to records. The amounts are those that were stored; the shop reckons nothing.</summary>
internal static class CreditNoteMapping
{
    /// <summary>The resource.</summary>
    public const string Resource = "order_slip";

    /// <summary>The record in a row.</summary>
    public static Remote<CreditNote> Read(WireRow row, WireRow? order, OrderParts parts, SalesReference reference, ShopData shop)
    {
        var currency = order is null ? shop.Currency : reference.Currency(order);
        var (net, gross) = (row.Number("total_products_tax_excl") ?? 0, row.Number("total_products_tax_incl") ?? 0);
        var (shippingNet, shippingGross) = (row.Number("total_shipping_tax_excl") ?? 0, row.Number("total_shipping_tax_incl") ?? 0);
        var builder = new LineBuilder(reference, shop, currency);
        var details = parts.Details[row.Whole("id_order") ?? 0].ToDictionary(detail => detail.Id);
        var lines = row.Association("order_slip_details").OrderBy(detail => detail.Id).Select(detail => Line(detail, details.GetValueOrDefault(detail.Whole("id_order_detail") ?? 0), builder, parts, currency)).ToList();
        if (lines.Count == 0 && (net != 0 || gross != 0))
            lines.Add(new DocumentLine { Kind = LineKind.Service, Label = "Credit", UnitNet = new Money(net, currency), Net = new Money(net, currency), Tax = new Money(gross - net, currency), Taxes = builder.Charge(LineKind.Service, net, gross, null) is [var charge] ? charge.Taxes : [] });
        lines.AddRange(builder.Charge(LineKind.Shipping, shippingNet, shippingGross, order?.Number("carrier_tax_rate")));
        var note = new CreditNote
        {
            Number = (shop.Settings.GetValueOrDefault("PS_CREDIT_SLIP_PREFIX") ?? "") + row.Id.ToString("000000", CultureInfo.InvariantCulture),
            Order = OrderHeads.Of(order),
            Customer = row.Whole("id_customer") is > 0 and var customer ? new Ref(EntityKind.Customer, RemoteId.From(customer)) : null,
            Date = CustomerMapping.Day(row.Text("date_add")),
            Lines = lines.ToValueList(),
            Currency = currency,
            ConversionRate = currency == shop.Currency ? null : row.Number("conversion_rate"),
            TotalNet = new Money(net + shippingNet, currency),
            TotalTax = new Money(gross + shippingGross - net - shippingNet, currency),
            TotalGross = new Money(gross + shippingGross, currency),
            Stage = InvoiceStage.Open,
            Rounding = Rounding.Of(order ?? row, shop),
        };
        return new Remote<CreditNote>(RemoteId.From(row.Id), note)
        {
            ModifiedAt = LocalTime.ToInstant(row.Text("date_upd"), shop.Zone),
            Label = $"{order?.Filled("reference")} {note.TotalGross}".Trim(),
            Native = row,
        };
    }

    private static DocumentLine Line(WireRow slip, WireRow? detail, LineBuilder builder, OrderParts parts, CurrencyCode currency)
    {
        var quantity = slip.Number("product_quantity") ?? 0;
        var (net, gross) = (slip.Number("amount_tax_excl") ?? 0, slip.Number("amount_tax_incl") ?? 0);
        var sold = detail is null ? new DocumentLine { Taxes = gross == net ? [] : null } : builder.Goods(detail, parts);
        return sold with
        {
            Id = slip.Text("id"),
            Quantity = quantity,
            UnitNet = quantity == 0 ? null : new Money(Math.Round(net / quantity, 6, MidpointRounding.AwayFromZero), currency),
            UnitGross = null,
            DiscountPercent = null,
            DiscountAmount = null,
            Net = new Money(net, currency),
            Tax = new Money(gross - net, currency),
        };
    }
}
