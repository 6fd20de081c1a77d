namespace ErpSync.Recipes;

/// <summary>The shop's credit slips with the invoice that they correct.</summary>
internal sealed class ShopCredits(OrderToCashOptions options, InvoiceLookUp? invoices, OrderLookUp orders, Func<RemoteId, RemoteId>? invoiceOf) : KindDecorator<CreditNote>
{
    /// <inheritdoc/>
    public override KindProfile<CreditNote> Profile(KindProfile<CreditNote> profile) => profile with
    {
        ReadFields = profile.ReadFields?.Append(nameof(CreditNote.Invoice)).ToHashSet(StringComparer.Ordinal),
    };

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<ReadResult<CreditNote>>> ReadAsync(IReadOnlyList<Remote<CreditNote>> records, CancellationToken cancellationToken)
    {
        var known = await InvoiceLookUp.OfAsync(invoices, records.Select(record => record.Value.Order), cancellationToken);
        var heads = options.CarrierNameOnLine ? await orders.OfAsync(records.Select(record => record.Value.Order), cancellationToken) : new Dictionary<RemoteId, Order>();
        return [.. records.Select(record => ReadResult<CreditNote>.Of(record with { Value = Adjust(record.Value, known, heads) }))];
    }

    private RemoteId? InvoiceOf(RemoteId order, IReadOnlyDictionary<RemoteId, RemoteId> known) => known.TryGetValue(order, out var invoice) ? invoice : invoiceOf?.Invoke(order);

    private CreditNote Adjust(CreditNote note, IReadOnlyDictionary<RemoteId, RemoteId> known, IReadOnlyDictionary<RemoteId, Order> heads) => note with
    {
        Invoice = note.Invoice ?? (note.Order is { } order && InvoiceOf(order.Id, known) is { } invoice ? new Ref(EntityKind.Invoice, invoice) : null),
        Lines = LineRules.Apply(note.Lines, options, note.Order is { } pointer ? heads.GetValueOrDefault(pointer.Id)?.CarrierText : null),
    };
}
