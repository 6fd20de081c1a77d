namespace ErpSync.Dolibarr;

/// <summary>Creates, changes and deletes credit notes. Paid back or used up means in Dolibarr that the amount is made available to the customer.</summary>
internal sealed class CreditNoteWriter(TradeSession session) : ICreator<CreditNote>, IUpdater<CreditNote>, IDeleter<CreditNote>
{
    public Task<IReadOnlyList<WriteResult<CreditNote>>> CreateAsync(IReadOnlyList<Creation<CreditNote>> batch, CancellationToken cancellationToken) => session.EachAsync<CreditNote, Creation<CreditNote>>(
        batch,
        static _ => null,
        static async (creation, run, token) =>
        {
            var (id, row, refusal) = await BillWriter.CreateAsync<CreditNote>(Bill.Of(creation.Value), creation.Token, run, token);
            if (refusal is not null)
                return new WriteResult<CreditNote>.Failed(refusal with { Connection = run.Client.Connection });
            var contacts = await DocumentContacts.ReadAsync(row, "invoices", run, token);
            return new WriteResult<CreditNote>.Written(RemoteId.From(id), await CreditNoteReader.MapAsync(row, contacts, run, ProductKinds.Of(creation.Value.Lines.Select(line => line.Product)), token));
        },
        cancellationToken);

    public Task<IReadOnlyList<WriteResult<CreditNote>>> UpdateAsync(IReadOnlyList<Revision<CreditNote>> batch, CancellationToken cancellationToken) => session.EachAsync<CreditNote, Revision<CreditNote>>(
        batch,
        static revision => revision.Current.Id,
        static async (revision, run, token) =>
        {
            await BillUpdate.WriteAsync(revision, Bill.Of(revision.Wanted), Bill.Of(revision.Current.Value), run, token);
            return new WriteResult<CreditNote>.Written(revision.Current.Id);
        },
        cancellationToken);

    public Task<IReadOnlyList<WriteResult<CreditNote>>> DeleteAsync(IReadOnlyList<Remote<CreditNote>> batch, CancellationToken cancellationToken) => session.EachAsync<CreditNote, Remote<CreditNote>>(
        batch,
        static record => record.Id,
        static async (record, run, token) =>
        {
            await BillWriter.DeleteAsync(record.Id, run, token);
            return new WriteResult<CreditNote>.Written(record.Id);
        },
        cancellationToken);
}
