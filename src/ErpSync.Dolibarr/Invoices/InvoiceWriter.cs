using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Creates, changes and deletes invoices and deposits.</summary>
internal sealed class InvoiceWriter(TradeSession session) : BillKindWriter<Invoice>(session)
{
    protected override Bill ToBill(Invoice value) => Bill.Of(value);

    protected override Task<Remote<Invoice>> MapAsync(JsonElement row, DocumentContacts contacts, TradeRun run, Func<long, EntityKind> productKind, CancellationToken cancellationToken) =>
        InvoiceReader.MapAsync(row, contacts, run, productKind, cancellationToken);
}
