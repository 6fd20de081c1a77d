namespace ErpSync.Recipes;

/// <summary>The shop's invoices as the ERP is to get them: open, because what is paid follows from payments there, with their order's reference and carrier.</summary>
internal sealed class ShopInvoices(OrderToCashOptions options, OrderLookUp orders) : KindDecorator<Invoice>
{
    /// <inheritdoc/>
    public override KindProfile<Invoice> Profile(KindProfile<Invoice> profile) => profile with
    {
        Normalise = value => Open(profile.Normalise(value)),
    };

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<ReadResult<Invoice>>> ReadAsync(IReadOnlyList<Remote<Invoice>> records, CancellationToken cancellationToken)
    {
        var known = await orders.OfAsync(records.Select(record => record.Value.Order), cancellationToken);
        return [.. records.Select(record => ReadResult<Invoice>.Of(record with { Value = Adjust(record.Value, record.Value.Order is { } order ? known.GetValueOrDefault(order.Id) : null) }))];
    }

    private Invoice Adjust(Invoice invoice, Order? order) => Open(invoice) with
    {
        Reference = order is null ? invoice.Reference : order.Reference,
        Lines = LineRules.Apply(invoice.Lines, options, order?.CarrierText),
    };

    private static Invoice Open(Invoice invoice) => invoice.Stage is InvoiceStage.PartlyPaid or InvoiceStage.Paid ? invoice with { Stage = InvoiceStage.Open } : invoice;
}
