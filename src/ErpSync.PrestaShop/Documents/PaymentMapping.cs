using ErpSync.PrestaShop.Parties;
using ErpSync.PrestaShop.Sales;

namespace ErpSync.PrestaShop.Documents;

/// <summary>Payments: from rows to records. A payment belongs to an order by its reference.</summary>
internal static class PaymentMapping
{
    /// <summary>The fields of a record.</summary>
    public const string Fields = "[id,order_reference,id_currency,amount,payment_method,conversion_rate,transaction_id,date_add]";

    /// <summary>The record in a row.</summary>
    public static Remote<Payment> Read(WireRow row, WireRow? order, SalesReference reference, ShopData shop)
    {
        var currency = reference.Currency(row);
        var amount = row.Number("amount") ?? 0;
        var payment = new Payment
        {
            Number = row.Text("id"),
            Order = OrderHeads.Of(order),
            Customer = OrderHeads.Customer(order),
            Date = CustomerMapping.Day(row.Text("date_add")),
            PaidAt = LocalTime.ToInstant(row.Text("date_add"), shop.Zone),
            Amount = new Money(Math.Abs(amount), currency),
            ConversionRate = currency == shop.Currency ? null : row.Number("conversion_rate"),
            IsRefund = amount < 0,
            Method = order?.Filled("module") is { } module ? new Ref(EntityKind.PaymentMethod, new RemoteId(module)) : null,
            MethodText = row.Filled("payment_method"),
            TransactionId = row.Filled("transaction_id"),
            Stage = PaymentStage.Received,
        };
        return new Remote<Payment>(RemoteId.From(row.Id), payment) { Label = $"{row.Filled("order_reference")} {payment.Amount}".Trim(), Native = row };
    }
}
