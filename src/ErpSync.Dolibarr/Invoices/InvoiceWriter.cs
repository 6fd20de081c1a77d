namespace ErpSync.Dolibarr;

/// <summary>Creates, changes and deletes invoices and deposits.</summary>
internal sealed class InvoiceWriter(TradeSession session) : ICreator<Invoice>, IUpdater<Invoice>, IDeleter<Invoice>
{
    public Task<IReadOnlyList<WriteResult<Invoice>>> CreateAsync(IReadOnlyList<Creation<Invoice>> batch, CancellationToken cancellationToken) => session.EachAsync<Invoice, Creation<Invoice>>(
        batch,
        static _ => null,
        static async (creation, run, token) =>
        {
            var (id, row, refusal) = await BillWriter.CreateAsync<Invoice>(Bill.Of(creation.Value), creation.Token, run, token);
            if (refusal is not null)
                return new WriteResult<Invoice>.Failed(refusal with { Connection = run.Client.Connection });
            var contacts = await DocumentContacts.ReadAsync(row, "invoices", run, token);
            return new WriteResult<Invoice>.Written(RemoteId.From(id), await InvoiceReader.MapAsync(row, contacts, run, ProductKinds.Of(creation.Value.Lines.Select(line => line.Product)), token));
        },
        cancellationToken);

    public Task<IReadOnlyList<WriteResult<Invoice>>> UpdateAsync(IReadOnlyList<Revision<Invoice>> batch, CancellationToken cancellationToken) => session.EachAsync<Invoice, Revision<Invoice>>(
        batch,
        static revision => revision.Current.Id,
        static async (revision, run, token) =>
        {
            await BillUpdate.WriteAsync(revision, Bill.Of(revision.Wanted), Bill.Of(revision.Current.Value), run, token);
            return new WriteResult<Invoice>.Written(revision.Current.Id);
        },
        cancellationToken);

    public Task<IReadOnlyList<WriteResult<Invoice>>> DeleteAsync(IReadOnlyList<Remote<Invoice>> batch, CancellationToken cancellationToken) => session.EachAsync<Invoice, Remote<Invoice>>(
        batch,
        static record => record.Id,
        static async (record, run, token) =>
        {
            await BillWriter.DeleteAsync(record.Id, run, token);
            return new WriteResult<Invoice>.Written(record.Id);
        },
        cancellationToken);
}
