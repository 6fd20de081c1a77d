namespace ErpSync.Recipes;

/// <summary>
/// The shop's credit slips with the invoice that they correct. Money must not go back twice: of slips and the cancellation of one order, what was booked first counts. A cancellation behind
/// slips is set aside, because what is left to be credited is for a person to say (nothing is said where they credited all); a slip behind a booked cancellation is set aside, because that
/// credited the whole invoice.
/// </summary>
internal sealed class ShopCredits(OrderToCashOptions options, InvoiceLookUp invoices, OrderLookUp orders, IOwnedFinder<CreditNote>? slips, CreditLinks links) : KindDecorator<CreditNote>
{
    /// <summary>What the ids of credit notes of cancelled orders begin with.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>True for the credit note that is made of a cancelled order.</summary>
    public static bool IsCancellation(Remote<CreditNote> record) => record.Id.Value.StartsWith(Cancelled + ":", StringComparison.Ordinal) && record.Value.Order is not null;

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
        var booked = await links.LinkedAsync([.. records.Select(record => record.Id).Concat(records.Select(record => record.Value.Order).OfType<Ref>().Select(CancellationOf)).Distinct()], cancellationToken);
        var credited = await CreditedAsync([.. records.Where(record => IsCancellation(record) && !booked.Contains(record.Id)).Select(record => record.Value.Order).OfType<Ref>()], cancellationToken);
        return [.. records.Select(record => Result(record, Adjust(record.Value, known, heads), booked, credited))];
    }

    private static ReadResult<CreditNote> Result(Remote<CreditNote> record, CreditNote value, IReadOnlySet<RemoteId> booked, Dictionary<RemoteId, decimal> credited)
    {
        if (booked.Contains(record.Id) || value.Order is not { } order)
            return ReadResult<CreditNote>.Of(record with { Value = value });
        if (!IsCancellation(record))
            return booked.Contains(CancellationOf(order)) ? ReadResult<CreditNote>.Bad(CancelledAlready(record.Id)) : ReadResult<CreditNote>.Of(record with { Value = value });
        if (!credited.TryGetValue(order.Id, out var sum))
            return ReadResult<CreditNote>.Of(record with { Value = value });
        var rest = Math.Round((value.TotalGross?.Amount ?? 0) - sum, value.Currency?.Decimals ?? 2, MidpointRounding.AwayFromZero);
        // A credit note without an invoice is left out by the pair: slips that credited everything leave nothing to do.
        return rest <= 0 ? ReadResult<CreditNote>.Of(record with { Value = value with { Invoice = null } }) : ReadResult<CreditNote>.Bad(CreditedAlready(record.Id, rest));
    }

    /// <summary>What slips credited, by order.</summary>
    private async Task<Dictionary<RemoteId, decimal>> CreditedAsync(IReadOnlyCollection<Ref> cancelled, CancellationToken cancellationToken)
    {
        var credited = new Dictionary<RemoteId, decimal>();
        if (slips is null || cancelled.Count == 0)
            return credited;
        await foreach (var result in slips.FindByOwnersAsync(cancelled, cancellationToken))
        {
            // A slip that cannot be read may have credited something: nothing is concluded.
            if (result.Problem is { } unreadable)
                throw new ConnectorException(unreadable);
            if (result.Record is { Value: { Order: { } order } slip })
                credited[order.Id] = credited.GetValueOrDefault(order.Id) + (slip.TotalGross?.Amount ?? 0);
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

    private static RemoteId CancellationOf(Ref order) => new($"{Cancelled}:{order.Id.Value}");

    private static SyncProblem CreditedAlready(RemoteId id, decimal rest) => new(ProblemKind.Rejected, "order-to-cash.credited-already", $"The order was cancelled, and the shop has credit slips of it; {rest:rest} of it were not credited, and nobody told that they should be.")
    {
        EntityKind = EntityKind.CreditNote,
        Id = id,
        Remedy = "Credit the rest of the invoice in the ERP by hand if it is to be credited, and skip this record.",
    };

    private static SyncProblem CancelledAlready(RemoteId id) => new(ProblemKind.Rejected, "order-to-cash.cancelled-already", "The order was cancelled and its whole invoice credited; this slip would credit a part of it again.")
    {
        EntityKind = EntityKind.CreditNote,
        Id = id,
        Remedy = "Nothing is left to be credited: skip this record. What was paid back is booked in the ERP against the credit note of the cancellation.",
    };
}
