namespace ErpSync.Dolibarr;

/// <summary>A line as it will be sent, with what Dolibarr will make of it.</summary>
/// <param name="Source">The record's line.</param>
/// <param name="Rate">The row of the VAT dictionary.</param>
/// <param name="Unit">The price of one unit without tax in the document's currency, before the discount.</param>
/// <param name="Subprice">The same in the company's currency: what is sent.</param>
/// <param name="Quantity">The quantity.</param>
/// <param name="Percent">The discount in per cent.</param>
/// <param name="Net">The net total that Dolibarr will show, in the document's currency.</param>
/// <param name="Tax">All taxes that it will show.</param>
internal sealed record PlannedLine(DocumentLine Source, VatRate Rate, decimal Unit, decimal Subprice, decimal Quantity, decimal Percent, decimal Net, decimal Tax)
{
    public LineKind Kind => Source.Kind;

    public bool IsService => Kind != LineKind.Product;
}
