namespace ErpSync.Recipes;

/// <summary>
/// The shop's credit slips with the invoice that they correct. The credit note of a cancelled order that has slips as well is set aside: what is left to be credited is for a person to say, because
/// money must not go back twice.
/// </summary>
internal sealed class ShopCredits(OrderToCashOptions options, InvoiceLookUp invoices, OrderLookUp orders, IOwnedFinder<CreditNote>? slips) : KindDecorator<CreditNote>
{
    /// <summary>What the ids of credit notes of cancelled orders begin with.</summary>
    public const string Cancelled = "cancelled";

    /// <inheritdoc/>
    public override KindProfile<CreditNote> Profile(KindProfile<CreditNote> profile) => profile with
    {
        ReadFields = profile.ReadFields?.Append(nameof(CreditNote.Invoice)).Append(nameof(CreditNote.Customer)).ToHashSet(StringComparer.Ordinal),
    };

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<ReadResult<CreditNote>>> ReadAsync(IReadOnlyList<Remote<CreditNote>> records, CancellationToken cancellationToken)
    {
        var known = await invoices.OfAsync(records.Select(record => record.Value.Order), cancellationToken);
        var heads = await orders.OfAsync(records.Select(record => record.Value.Order), cancellationToken);
        var credited = await CreditedAsync([.. records.Where(IsCancellation).Select(record => record.Value.Order).OfType<Ref>()], cancellationToken);
        return [.. records.Select(record => IsCancellation(record) && credited.Contains(record.Value.Order!.Value.Id)
            ? ReadResult<CreditNote>.Bad(CreditedAlready(record.Id))
            : ReadResult<CreditNote>.Of(record with { Value = Adjust(record.Value, known, heads) }))];
    }

    private async Task<HashSet<RemoteId>> CreditedAsync(IReadOnlyCollection<Ref> cancelled, CancellationToken cancellationToken)
    {
        var credited = new HashSet<RemoteId>();
        if (slips is null || cancelled.Count == 0)
            return credited;
        await foreach (var result in slips.FindByOwnersAsync(cancelled, cancellationToken))
        {
            if (result.Record is { Value.Order: { } order })
                credited.Add(order.Id);
        }

        return credited;
    }

    private CreditNote Adjust(CreditNote note, IReadOnlyDictionary<RemoteId, Ref> known, IReadOnlyDictionary<RemoteId, Order> heads) => note with
    {
        Invoice = note.Invoice ?? (note.Order is { } order && known.TryGetValue(order.Id, out var invoice) ? invoice : null),
        Customer = note.Customer ?? HeadOf(note, heads)?.Customer,
        Lines = LineRules.Apply(note.Lines, options, options.CarrierNameOnLine ? HeadOf(note, heads)?.CarrierText : null),
    };

    private static Order? HeadOf(CreditNote note, IReadOnlyDictionary<RemoteId, Order> heads) => note.Order is { } order ? heads.GetValueOrDefault(order.Id) : null;

    private static bool IsCancellation(Remote<CreditNote> record) => record.Id.Value.StartsWith(Cancelled + ":", StringComparison.Ordinal) && record.Value.Order is not null;

    private static SyncProblem CreditedAlready(RemoteId id) => new(ProblemKind.Rejected, "order-to-cash.credited-already", "The order was cancelled, and the shop has credit slips of it: what is left to be credited is not told.")
    {
        EntityKind = EntityKind.CreditNote,
        Id = id,
        Remedy = "Credit the rest of the invoice in the ERP by hand, and skip this record.",
    };
}
