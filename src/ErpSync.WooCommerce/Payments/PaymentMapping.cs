using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>
/// Between what WooCommerce knows of money and payments: an order is paid in full or not at all, <c>1047:paid</c>, and a refund that the payment provider carried out pays back, <c>1047:1053</c>.
/// A refund that was only booked moved no money that the shop knows of.
/// </summary>
internal static class PaymentMapping
{
    /// <summary>The key of meta data that tells the token of a payment that was told to the shop.</summary>
    public const string TokenKey = "_erpsync_payment";

    /// <summary>The key of meta data that tells the day on which it was paid, for the shop dates it by the moment at which it hears of it.</summary>
    public const string PaidKey = "_erpsync_paid_at";

    private const string Paid = ":paid";

    public static RemoteId Id(long order) => new(JsonValues.Invariant(order) + Paid);

    /// <summary>The order of a payment; null when the id is of a refund.</summary>
    public static long? OrderOf(RemoteId id) => id.Value.EndsWith(Paid, StringComparison.Ordinal) ? JsonValues.Number(new RemoteId(id.Value[..^Paid.Length])) : null;

    /// <summary>The payment of an order; null when it is not paid or costs nothing.</summary>
    /// <exception cref="ConnectorException">A value cannot be read; it is named.</exception>
    public static Remote<Payment>? Read(JsonElement order, ShopSetup setup)
    {
        var row = new RowReader(order, EntityKind.Payment);
        if (row.Instant("date_paid_gmt") is not { } booked)
            return null;
        var currency = OrderLineMapping.Currency(row);
        if (OrderLineMapping.Amount(order, "total", currency) is not { Amount: > 0 } total)
            return null;
        var meta = row.Meta([TokenKey, PaidKey]).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        var paid = JsonValues.Instant(meta.GetValueOrDefault(PaidKey)) ?? booked;
        var customer = order.Whole("customer_id") ?? 0;
        return new Remote<Payment>(Id(row.Id), new Payment
        {
            Order = new Ref(EntityKind.Order, RemoteId.From(row.Id)),
            Customer = new Ref(EntityKind.Customer, customer > 0 ? RemoteId.From(customer) : CustomerId.OfGuest(row.Id)),
            Date = setup.DayOf(paid),
            PaidAt = paid,
            Amount = total,
            IsRefund = false,
            Method = row.Text("payment_method") is { } method ? new Ref(EntityKind.PaymentMethod, new RemoteId(method)) : null,
            MethodText = ProductMapping.Trimmed(Texts.Plain(row.Text("payment_method_title"))),
            TransactionId = row.Text("transaction_id"),
            Stage = PaymentStage.Received,
            Token = meta.GetValueOrDefault(TokenKey),
        })
        {
            ModifiedAt = row.Instant("date_modified_gmt"),
            Label = row.Text("transaction_id") ?? row.Text("number"),
        };
    }

    /// <summary>What a refund paid back; null when it was only booked.</summary>
    /// <exception cref="ConnectorException">A value cannot be read; it is named.</exception>
    public static Remote<Payment>? ReadBack(JsonElement refund, long order, CurrencyCode currency, ShopSetup setup)
    {
        var row = new RowReader(refund, EntityKind.Payment);
        if (!refund.Flag("refunded_payment") || OrderLineMapping.Amount(refund, "amount", currency) is not { Amount: > 0 } amount)
            return null;
        var paid = row.Instant("date_created_gmt");
        return new Remote<Payment>(VariantId.Of(order, row.Id), new Payment
        {
            Order = new Ref(EntityKind.Order, RemoteId.From(order)),
            CreditNote = new Ref(EntityKind.CreditNote, VariantId.Of(order, row.Id)),
            Date = paid is { } at ? setup.DayOf(at) : null,
            PaidAt = paid,
            Amount = amount,
            IsRefund = true,
            Stage = PaymentStage.Received,
            Note = row.Text("reason") is { } reason ? Texts.Plain(reason) : null,
        })
        {
            ModifiedAt = paid,
            Label = JsonValues.Invariant(row.Id),
        };
    }

    public static Payment Normalise(Payment value, ShopSetup setup)
    {
        var paid = ProductMapping.Seconds(value.PaidAt ?? OrderBodies.Noon(value.Date, setup));
        return value with
        {
            PaidAt = paid,
            Date = paid is { } at ? setup.DayOf(at) : null,
            IsRefund = value.IsRefund ?? false,
            MethodText = ProductMapping.Trimmed(value.MethodText),
            TransactionId = ProductMapping.Trimmed(value.TransactionId),
            Stage = PaymentStage.Received,
        };
    }
}
