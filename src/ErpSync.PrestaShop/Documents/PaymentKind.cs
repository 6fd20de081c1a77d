using ErpSync.PrestaShop.Sales;

namespace ErpSync.PrestaShop.Documents;

/// <summary>Payments, read only: the shop makes one by itself when an order enters a paid state. Its date tells new ones; payments are never changed.</summary>
internal sealed class PaymentKind(PrestaShopClient client, ShopSession session) : DatedKind<Payment>(client, session, "order_payments", "date_add"), IKind<Payment>
{
    /// <inheritdoc/>
    public KindProfile<Payment> Profile { get; } = new()
    {
        ReadFields = new HashSet<string>(StringComparer.Ordinal)
        {
            nameof(Payment.Order), nameof(Payment.Customer), nameof(Payment.Date), nameof(Payment.PaidAt), nameof(Payment.Amount), nameof(Payment.ConversionRate), nameof(Payment.IsRefund), nameof(Payment.Method),
            nameof(Payment.MethodText), nameof(Payment.TransactionId), nameof(Payment.Stage),
        },
        WrittenFields = new HashSet<string>(StringComparer.Ordinal),
        DateTrust = DateTrust.Partial,
        FindBatch = 250,
    };

    /// <summary>Payments name their order by its reference: the first of the day on which reading begins bounds them by id, and what came later for earlier orders is left out one by one.</summary>
    protected override async ValueTask<Beginning> BeginningAsync(CancellationToken cancellationToken)
    {
        var order = await FirstOrder.IdAsync(Client, Session, cancellationToken);
        if (order <= 1)
            return default;
        Session.Memory.FirstPayment ??= await FirstOrder.PaymentAsync(Client, order, cancellationToken);
        return new Beginning(Session.Memory.FirstPayment.Value, null, order);
    }

    /// <inheritdoc/>
    protected override string? OwnerColumn => "order_reference";

    /// <inheritdoc/>
    protected override Ref? OwnerOf(Payment record) => record.Order;

    /// <inheritdoc/>
    protected override bool IsWanted(Payment record, Beginning beginning) => record.Order is not { } order || Rows.Number(order.Id) >= beginning.Owner;

    /// <inheritdoc/>
    protected override string Fields(ShopData shop) => PaymentMapping.Fields;

    /// <inheritdoc/>
    protected override async Task<Func<WireRow, Remote<Payment>>> PrepareAsync(IReadOnlyList<WireRow> rows, ShopData shop, CancellationToken cancellationToken)
    {
        var reference = await SalesReference.OfAsync(Client, Session, cancellationToken);
        var orders = await OrderHeads.ByReferenceAsync(Client, Session.Memory, rows.Select(row => row.Filled("order_reference")).OfType<string>(), cancellationToken);
        return row => PaymentMapping.Read(row, row.Filled("order_reference") is { } code ? orders.GetValueOrDefault(code) : null, reference, shop);
    }
}
