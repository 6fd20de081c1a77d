namespace ErpSync.Recipes;

/// <summary>The shop's payments with the invoice that they pay and the account that their money goes to. Where the shop has no invoices, the invoice is the one that is made of the order.</summary>
internal sealed class ShopPayments(OrderToCashOptions options, InvoiceLookUp? invoices, Func<RemoteId, RemoteId>? invoiceOf) : KindDecorator<Payment>
{
    /// <inheritdoc/>
    public override KindProfile<Payment> Profile(KindProfile<Payment> profile) => profile with
    {
        ReadFields = profile.ReadFields?.Concat([nameof(Payment.Invoice), nameof(Payment.BankAccount)]).ToHashSet(StringComparer.Ordinal),
    };

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<ReadResult<Payment>>> ReadAsync(IReadOnlyList<Remote<Payment>> records, CancellationToken cancellationToken)
    {
        var known = await InvoiceLookUp.OfAsync(invoices, records.Select(record => record.Value.Order), cancellationToken);
        return [.. records.Select(record => ReadResult<Payment>.Of(record with { Value = Adjust(record.Value, known) }))];
    }

    private RemoteId? InvoiceOf(RemoteId order, IReadOnlyDictionary<RemoteId, RemoteId> known) => known.TryGetValue(order, out var invoice) ? invoice : invoiceOf?.Invoke(order);

    private Payment Adjust(Payment payment, IReadOnlyDictionary<RemoteId, RemoteId> known) => payment with
    {
        Invoice = payment.Invoice ?? (payment.Order is { } order && InvoiceOf(order.Id, known) is { } invoice ? new Ref(EntityKind.Invoice, invoice) : null),
        BankAccount = payment.Method is { } method && (options.BankAccounts.Count > 0 || payment.BankAccount is null) ? new Ref(EntityKind.BankAccount, method.Id) : payment.BankAccount,
    };
}
