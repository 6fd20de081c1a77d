using ErpSync.PrestaShop.Sales;

namespace ErpSync.PrestaShop.Documents;

/// <summary>Invoices, read only: the shop makes one when an order enters a state that invoices.</summary>
internal sealed class InvoiceKind(PrestaShopClient client, ShopSession session) : DatedKind<Invoice>(client, session, "order_invoices", "date_add"), IKind<Invoice>, IOwnedFinder<Invoice>
{
    /// <inheritdoc/>
    public KindProfile<Invoice> Profile { get; } = new()
    {
        ReadFields = new HashSet<string>(StringComparer.Ordinal)
        {
            nameof(Invoice.Reference), nameof(Invoice.Order), nameof(Invoice.Customer), nameof(Invoice.Date), nameof(Invoice.Lines), nameof(Invoice.Currency), nameof(Invoice.ConversionRate), nameof(Invoice.TotalNet),
            nameof(Invoice.TotalTax), nameof(Invoice.TotalGross), nameof(Invoice.Stage), nameof(Invoice.PaymentMethod), nameof(Invoice.Language), nameof(Invoice.PrivateNote),
        },
        WrittenFields = new HashSet<string>(StringComparer.Ordinal),
        DateTrust = DateTrust.Partial,
        FindBatch = 100,
    };

    /// <summary>Reads the invoices of orders, a request per hundred.</summary>
    public async IAsyncEnumerable<ReadResult<Invoice>> FindByOwnersAsync(IReadOnlyCollection<Ref> owners, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var orders in owners.Where(owner => owner is { Kind: var kind, IsForeign: false } && kind == EntityKind.Order).Select(owner => owner.Id.Value).Distinct().Chunk(100))
        {
            await foreach (var result in WalkAsync(query => query.With("filter[id_order]", $"[{string.Join('|', orders)}]"), cancellationToken))
                yield return result;
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask<Beginning> BeginningAsync(CancellationToken cancellationToken) => new(0, "id_order", await FirstOrder.IdAsync(Client, Session, cancellationToken));

    /// <inheritdoc/>
    protected override string? OwnerColumn => "id_order";

    /// <inheritdoc/>
    protected override Ref? OwnerOf(Invoice record) => record.Order;

    /// <inheritdoc/>
    protected override string Fields(ShopData shop) => InvoiceMapping.Fields;

    /// <inheritdoc/>
    protected override string ListedFields(ShopData shop) => "[id,number,total_paid_tax_incl]";

    /// <summary>A delivery slip of an order without invoice stands in the same table without a number; it becomes the invoice when it is given one.</summary>
    protected override bool IsRecord(WireRow row) => row.Whole("number") is not 0;

    /// <inheritdoc/>
    protected override string? StampOf(WireRow row) => Stamp.Of("i1", row.Text("number"), row.Text("total_paid_tax_incl"));

    /// <inheritdoc/>
    protected override async Task<Func<WireRow, Remote<Invoice>>> PrepareAsync(IReadOnlyList<WireRow> rows, ShopData shop, CancellationToken cancellationToken)
    {
        var reference = await SalesReference.OfAsync(Client, Session, cancellationToken);
        var orders = await OrderHeads.WithKeyAsync(Client, rows.Select(row => row.Whole("id_order") ?? 0), cancellationToken);
        var discounted = rows.Where(row => row.Number("total_discount_tax_incl") is not (null or 0)).Select(row => row.Whole("id_order") ?? 0);
        var parts = await OrderParts.LinesAsync(Client, [.. orders.Values], discounted, cancellationToken);
        var root = PrestaShopAddress.ShopRoot(Client.Options.BaseAddress);
        return row => InvoiceMapping.Read(row, orders.GetValueOrDefault(row.Whole("id_order") ?? 0), parts, reference, shop, root);
    }
}
