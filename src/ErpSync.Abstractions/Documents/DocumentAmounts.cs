namespace ErpSync;

/// <summary>The three totals of a document or line, in one currency.</summary>
/// <param name="Net">Without tax; null when a system does not tell.</param>
/// <param name="Tax">All taxes; null when a system does not tell.</param>
/// <param name="Gross">With tax; null when a system does not tell.</param>
public sealed record DocumentAmounts(Money? Net, Money? Tax, Money? Gross)
{
    /// <summary>The totals that an order tells.</summary>
    /// <param name="order">The order.</param>
    /// <returns>The totals.</returns>
    public static DocumentAmounts Of(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new DocumentAmounts(order.TotalNet, order.TotalTax, order.TotalGross);
    }

    /// <summary>The totals that an invoice tells.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <returns>The totals.</returns>
    public static DocumentAmounts Of(Invoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        return new DocumentAmounts(invoice.TotalNet, invoice.TotalTax, invoice.TotalGross);
    }

    /// <summary>The totals that a credit note tells.</summary>
    /// <param name="note">The credit note.</param>
    /// <returns>The totals.</returns>
    public static DocumentAmounts Of(CreditNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return new DocumentAmounts(note.TotalNet, note.TotalTax, note.TotalGross);
    }
}
