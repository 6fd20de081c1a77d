namespace ErpSync.Vtiger;

/// <summary>What all documents with lines tell.</summary>
/// <param name="Currency">The currency of its amounts; null when its id names none.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record DocumentContent(CurrencyCode? Currency, ValueList<DocumentLine> Lines)
{
    /// <summary>vtiger keeps eight decimals and rounds nothing.</summary>
    public static RoundingRule Rounding { get; } = new(RoundingBasis.Total);

    public decimal? Rate { get; init; }

    public Money? Net { get; init; }

    public Money? Tax { get; init; }

    public Money? Gross { get; init; }

    public PostalAddress? BillTo { get; init; }

    public PostalAddress? DeliverTo { get; init; }

    public static async Task<DocumentContent> ReadAsync(RowReader row, InventoryRow document, VtigerRun run, CancellationToken cancellationToken)
    {
        var (setup, filling) = (run.Setup, run.Options.TextDefault);
        var home = setup.Base;
        var currency = row.Text("currency_id") is { } id && id != "0" ? setup.CurrencyOf(id) : home;
        if (currency?.Code is not { } code)
            throw row.Unreadable("currency_id", $"The document's currency {row.Text("currency_id")} is none of vtiger's with an ISO 4217 code.");
        var lines = await LineMapping.ReadAsync(document, code, run, cancellationToken);
        var gross = new Money(Math.Round(row.Decimal("hdnGrandTotal") ?? 0, 8), code).Round(code.Decimals);
        var net = new Money(lines.Sum(line => line.Net?.Amount ?? 0), code).Round(code.Decimals);
        return new DocumentContent(code, lines)
        {
            Rate = currency == home ? null : row.Decimal("conversion_rate"),
            Net = net,
            Tax = gross with { Amount = gross.Amount - net.Amount },
            Gross = gross,
            BillTo = PlaceFields.Billing.Read(row, filling),
            DeliverTo = PlaceFields.Shipping.Read(row, filling),
        };
    }
}
