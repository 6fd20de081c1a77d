namespace ErpSync.Sandbox.Dolibarr;

/// <summary>What was paid of invoices and what is left.</summary>
internal static class InvoiceMoney
{
    /// <summary>What payments brought, in the company's currency and in the invoice's.</summary>
    public static (decimal Amount, decimal Foreign) Paid(DolibarrState state, DolibarrInvoice invoice)
    {
        var (amount, foreign) = (0m, 0m);
        foreach (var part in state.Payments.SelectMany(payment => payment.Amounts).Where(part => part.InvoiceId == invoice.Id))
            (amount, foreign) = (amount + part.Amount, foreign + part.ForeignAmount);
        return (amount, foreign);
    }

    /// <summary>What is left to pay.</summary>
    public static (decimal Amount, decimal Foreign) Rest(DolibarrState state, DolibarrInvoice invoice)
    {
        var (amount, foreign) = Paid(state, invoice);
        // A converted credit note stands open for nothing more.
        return (Numbers.Round(invoice.Amounts.Gross - amount - invoice.CreditUsed, state.TotalDecimals), Numbers.Round(invoice.ForeignAmounts.Gross - foreign - (invoice.CreditUsed * invoice.Rate), state.TotalDecimals));
    }

    /// <summary>Closes an invoice of which nothing is left to pay.</summary>
    public static void CloseIfPaid(DolibarrState state, DolibarrInvoice invoice)
    {
        invoice.Modified = state.Now;
        if (invoice.Status == 1 && Rest(state, invoice).Amount == 0m)
            (invoice.Status, invoice.IsPaid) = (2, true);
    }
}
