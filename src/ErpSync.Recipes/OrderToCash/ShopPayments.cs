namespace ErpSync.Recipes;

/// <summary>The shop's payments with the invoice that they pay and the account that their money goes to, and the ERP's payments as the shop is told them: for an order.</summary>
internal sealed class ShopPayments(OrderToCashOptions options, InvoiceLookUp invoices, OrderLookUp orders) : KindDecorator<Payment>
{
    /// <inheritdoc/>
    public override KindProfile<Payment> Profile(KindProfile<Payment> profile) => profile with
    {
        ReadFields = profile.ReadFields?.Concat([nameof(Payment.Invoice), nameof(Payment.BankAccount)]).ToHashSet(StringComparer.Ordinal),
    };

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<ReadResult<Payment>>> ReadAsync(IReadOnlyList<Remote<Payment>> records, CancellationToken cancellationToken)
    {
        var known = await invoices.OfAsync(records.Select(record => record.Value.Order), cancellationToken);
        return [.. records.Select(record => ReadResult<Payment>.Of(record with { Value = Adjust(record.Value, known) }))];
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<Creation<Payment>>> CreateAsync(IReadOnlyList<Creation<Payment>> batch, CancellationToken cancellationToken)
    {
        var paid = await invoices.OrdersOfAsync(batch.Select(creation => creation.Value.Invoice), cancellationToken);
        var heads = await orders.OfAsync(paid.Values.Select(order => (Ref?)order), cancellationToken);
        return [.. batch.Select(creation => creation.Value.Invoice is { } invoice && paid.TryGetValue(invoice.Id, out var order)
            ? creation with { Value = Told(creation.Value, order, heads.GetValueOrDefault(order.Id)), MayMail = options.MailPayments }
            : creation)];
    }

    private Payment Adjust(Payment payment, IReadOnlyDictionary<RemoteId, Ref> known) => payment with
    {
        Invoice = payment.Invoice ?? (payment.Order is { } order && known.TryGetValue(order.Id, out var invoice) ? invoice : null),
        BankAccount = payment.Method is { } method && (options.BankAccounts.Count > 0 || payment.BankAccount is null) ? new Ref(EntityKind.BankAccount, method.Id) : payment.BankAccount,
    };

    /// <summary>
    /// Only payments of invoices that are paid in full come here. A shop knows one payment of a whole order: where the invoice was paid in parts or by a credit as well, it is told the whole.
    /// </summary>
    private static Payment Told(Payment payment, Ref order, Order? head) => payment with
    {
        Order = order,
        Amount = head?.TotalGross is { } total && payment.Amount is { } amount && amount.Currency == total.Currency && amount.Amount < total.Amount ? total : payment.Amount,
    };
}
