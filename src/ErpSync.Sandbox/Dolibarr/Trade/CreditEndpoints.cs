namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Credit notes become discounts, and discounts pay invoices.</summary>
internal sealed class CreditEndpoints(DolibarrState state)
{
    private const string Place = "api_invoices.class.php";

    /// <summary>One discount for each VAT rate; the note is closed.</summary>
    public Answer Convert(DolibarrInvoice note, InvoiceJson json)
    {
        if (note.IsPaid)
            throw new RestException(500, "Alreay payed") { Place = Place + ":1400" };
        foreach (var group in note.Lines.GroupBy(line => line.VatRate))
        {
            var sum = DolibarrAmounts.Sum(group.Select(line => line.Amounts));
            state.Insert(state.Discounts, new DolibarrDiscount
            {
                SourceId = note.Id,
                ThirdPartyId = note.ThirdPartyId,
                VatRate = group.Key,
                Amounts = new DolibarrAmounts(-sum.Net, -sum.Vat, -sum.LocalTax1, -sum.LocalTax2, -sum.Gross),
            });
        }

        (note.Status, note.IsPaid, note.Modified) = (2, true, state.Now);
        return Answer.Of(w => json.WriteConverted(w, note));
    }

    public Answer Use(ApiCall call, DolibarrInvoice invoice)
    {
        if (state.Discounts.Find(call.Id(3, "discountid")) is not { } discount)
            throw new RestException(404, "Credit not found") { Place = Place + ":1250" };
        if (discount.UsedOn is not null)
            throw new RestException(500, "Credit already used") { Place = Place + ":1255" };
        discount.UsedOn = invoice.Id;
        invoice.CreditUsed += discount.Amounts.Gross;
        invoice.Modified = state.Now;
        return Answer.Number(1);
    }
}
