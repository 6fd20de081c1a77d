namespace ErpSync.Recipes;

/// <summary>The shop's payments with the invoice that they pay and the account that their money goes to.</summary>
internal sealed class ShopPayments(OrderToCashOptions options, InvoiceLookUp invoices) : KindDecorator<Payment>
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

    private Payment Adjust(Payment payment, IReadOnlyDictionary<RemoteId, Ref> known) => payment with
    {
        Invoice = payment.Invoice ?? (payment.Order is { } order && known.TryGetValue(order.Id, out var invoice) ? invoice : null),
        BankAccount = payment.Method is { } method && (options.BankAccounts.Count > 0 || payment.BankAccount is null) ? new Ref(EntityKind.BankAccount, method.Id) : payment.BankAccount,
    };
}
