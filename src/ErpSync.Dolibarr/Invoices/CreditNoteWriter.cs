using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Creates, changes and deletes credit notes. Paid back or used up means in Dolibarr that the amount is made available to the customer.</summary>
internal sealed class CreditNoteWriter(TradeSession session) : BillKindWriter<CreditNote>(session)
{
    protected override Bill ToBill(CreditNote value) => Bill.Of(value);

    protected override Task<Remote<CreditNote>> MapAsync(JsonElement row, DocumentContacts contacts, TradeRun run, Func<long, EntityKind> productKind, CancellationToken cancellationToken) =>
        CreditNoteReader.MapAsync(row, contacts, run, productKind, cancellationToken);
}
