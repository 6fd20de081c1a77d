using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Creates, changes and deletes invoices or credit notes, which are one resource.</summary>
/// <typeparam name="T">The record's type.</typeparam>
internal abstract class BillKindWriter<T>(TradeSession session) : ICreator<T>, IUpdater<T>, IDeleter<T>
    where T : class, IEntity
{
    public Task<IReadOnlyList<WriteResult<T>>> CreateAsync(IReadOnlyList<Creation<T>> batch, CancellationToken cancellationToken) => session.EachAsync<T, Creation<T>>(
        batch,
        static _ => null,
        async (creation, run, token) =>
        {
            var bill = ToBill(creation.Value);
            var (id, row, refusal) = await BillWriter.CreateAsync<T>(bill, creation.Token, run, token);
            if (refusal is not null)
                return new WriteResult<T>.Failed(refusal with { Connection = run.Client.Connection });
            var contacts = await DocumentContacts.ReadAsync(row, "invoices", run, token);
            return new WriteResult<T>.Written(RemoteId.From(id), await MapAsync(row, contacts, run, ProductKinds.Of(bill.Lines.Select(line => line.Product)), token));
        },
        cancellationToken);

    public Task<IReadOnlyList<WriteResult<T>>> UpdateAsync(IReadOnlyList<Revision<T>> batch, CancellationToken cancellationToken) => session.EachAsync<T, Revision<T>>(
        batch,
        static revision => revision.Current.Id,
        async (revision, run, token) =>
        {
            await BillUpdate.WriteAsync(revision, ToBill(revision.Wanted), ToBill(revision.Current.Value), run, token);
            return new WriteResult<T>.Written(revision.Current.Id);
        },
        cancellationToken);

    public Task<IReadOnlyList<WriteResult<T>>> DeleteAsync(IReadOnlyList<Remote<T>> batch, CancellationToken cancellationToken) => session.EachAsync<T, Remote<T>>(
        batch,
        static record => record.Id,
        static async (record, run, token) =>
        {
            await BillWriter.DeleteAsync(record.Id, run, token);
            return new WriteResult<T>.Written(record.Id);
        },
        cancellationToken);

    /// <summary>What the two have in common.</summary>
    protected abstract Bill ToBill(T value);

    /// <summary>The record of a row.</summary>
    protected abstract Task<Remote<T>> MapAsync(JsonElement row, DocumentContacts contacts, TradeRun run, Func<long, EntityKind> productKind, CancellationToken cancellationToken);
}
