using System.Globalization;
using ErpSync.PrestaShop.Parties;
using ErpSync.PrestaShop.Sales;

namespace ErpSync.PrestaShop.Documents;

/// <summary>Invoices: from rows to records. They have totals of their own and take the lines of their order.</summary>
internal static class InvoiceMapping
{
    /// <summary>The fields of a record.</summary>
    public const string Fields =
        "[id,id_order,number,total_discount_tax_excl,total_discount_tax_incl,total_paid_tax_excl,total_paid_tax_incl,total_shipping_tax_excl,total_shipping_tax_incl,total_wrapping_tax_excl,total_wrapping_tax_incl,note,date_add]";

    /// <summary>The record in a row.</summary>
    public static Remote<Invoice> Read(WireRow row, WireRow? order, OrderParts parts, SalesReference reference, ShopData shop, Uri? root)
    {
        var currency = order is null ? shop.Currency : reference.Currency(order);
        var money = DocumentMoney.OfInvoice(row);
        var rounding = Rounding.Of(order ?? row, shop);
        var id = row.Whole("id_order") ?? 0;
        var details = parts.Details[id].ToList();
        var own = details.Where(detail => detail.Whole("id_order_invoice") == row.Id).ToList();
        var isPaid = order is not null && (reference.OrderStates.IsPaid(order.Whole("current_state") ?? 0) || order.Number("total_paid_real") >= money.Gross);
        var invoice = new Invoice
        {
            Number = Number(row, shop),
            Reference = order?.Filled("reference"),
            Order = OrderHeads.Of(order),
            Customer = OrderHeads.Customer(order),
            Date = CustomerMapping.Day(row.Text("date_add")),
            Lines = new LineBuilder(reference, shop, currency).Build(own.Count > 0 ? own : details, parts, id, money, order?.Number("carrier_tax_rate"), rounding),
            Currency = currency,
            ConversionRate = currency == shop.Currency ? null : order?.Number("conversion_rate"),
            TotalNet = new Money(money.Net, currency),
            TotalTax = new Money(money.Gross - money.Net, currency),
            TotalGross = new Money(money.Gross, currency),
            Stage = isPaid ? InvoiceStage.Paid : InvoiceStage.Open,
            PaymentMethod = order?.Filled("module") is { } module ? new Ref(EntityKind.PaymentMethod, new RemoteId(module)) : null,
            Language = shop.Languages.FirstOrDefault(language => language.Id == order?.Whole("id_lang"))?.Code,
            PrivateNote = row.Filled("note"),
            HasPdf = row.Whole("number") is > 0,
            PdfLink = order?.Filled("secure_key") is { } key && root is not null && row.Whole("number") is > 0 ? new Uri(root, InvoicePdf.Paths(shop, id, key)[0]).ToString() : null,
            Rounding = rounding,
        };
        return new Remote<Invoice>(RemoteId.From(row.Id), invoice) { Label = invoice.Number, Stamp = Stamp.Of("i1", row.Text("number"), row.Text("total_paid_tax_incl")), Native = row };
    }

    /// <summary>The number as the shop prints it: prefix, year where the shop wants one, six digits.</summary>
    public static string Number(WireRow row, ShopData shop)
    {
        var number = (row.Whole("number") ?? 0).ToString("000000", CultureInfo.InvariantCulture);
        var prefix = shop.Settings.GetValueOrDefault("PS_INVOICE_PREFIX") ?? "#IN";
        if (shop.Settings.GetValueOrDefault("PS_INVOICE_USE_YEAR") != "1" || row.Text("date_add") is not { Length: >= 4 } date)
            return prefix + number;
        return shop.Settings.GetValueOrDefault("PS_INVOICE_YEAR_POS") == "1" ? $"{prefix}{date[..4]}/{number}" : $"{prefix}{number}/{date[..4]}";
    }
}
