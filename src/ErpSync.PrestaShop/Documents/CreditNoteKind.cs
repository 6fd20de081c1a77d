using ErpSync.PrestaShop.Sales;

namespace ErpSync.PrestaShop.Documents;

/// <summary>Credit slips, read only.</summary>
internal sealed class CreditNoteKind(PrestaShopClient client, ShopSession session) : DatedKind<CreditNote>(client, session, CreditNoteMapping.Resource, "date_upd"), IKind<CreditNote>, IOwnedFinder<CreditNote>
{
    /// <inheritdoc/>
    public KindProfile<CreditNote> Profile { get; } = new()
    {
        ReadFields = new HashSet<string>(StringComparer.Ordinal)
        {
            nameof(CreditNote.Order), nameof(CreditNote.Customer), nameof(CreditNote.Date), nameof(CreditNote.Lines), nameof(CreditNote.Currency), nameof(CreditNote.ConversionRate), nameof(CreditNote.TotalNet),
            nameof(CreditNote.TotalTax), nameof(CreditNote.TotalGross), nameof(CreditNote.Stage),
        },
        WrittenFields = new HashSet<string>(StringComparer.Ordinal),
        DateTrust = DateTrust.Partial,
        FindBatch = 100,
    };

    /// <inheritdoc/>
    protected override async ValueTask<Beginning> BeginningAsync(CancellationToken cancellationToken) => new(0, "id_order", await FirstOrder.IdAsync(Client, Session, cancellationToken));

    /// <summary>Reads the slips of orders, a request per hundred.</summary>
    public async IAsyncEnumerable<ReadResult<CreditNote>> FindByOwnersAsync(IReadOnlyCollection<Ref> owners, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var orders in owners.Where(owner => owner is { Kind: var kind, IsForeign: false } && kind == EntityKind.Order).Select(owner => owner.Id.Value).Distinct().Chunk(100))
        {
            await foreach (var result in WalkAsync(query => query.With("filter[id_order]", $"[{string.Join('|', orders)}]"), cancellationToken))
                yield return result;
        }
    }

    /// <inheritdoc/>
    protected override string? OwnerColumn => "id_order";

    /// <inheritdoc/>
    protected override Ref? OwnerOf(CreditNote record) => record.Order;

    /// <inheritdoc/>
    protected override string Fields(ShopData shop) => "full";

    /// <inheritdoc/>
    protected override async Task<Func<WireRow, Remote<CreditNote>>> PrepareAsync(IReadOnlyList<WireRow> rows, ShopData shop, CancellationToken cancellationToken)
    {
        var reference = await SalesReference.OfAsync(Client, Session, cancellationToken);
        var orders = await OrderHeads.ByIdAsync(Client, Session.Memory, rows.Select(row => row.Whole("id_order") ?? 0), cancellationToken);
        var parts = await OrderParts.LinesAsync(Client, [.. orders.Values], [], cancellationToken);
        return row => CreditNoteMapping.Read(row, orders.GetValueOrDefault(row.Whole("id_order") ?? 0), parts, reference, shop);
    }
}
