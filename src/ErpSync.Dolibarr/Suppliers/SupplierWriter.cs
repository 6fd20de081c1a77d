using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Creates, changes and deletes suppliers. A third party may be a customer as well: taking the supplier away leaves the customer.</summary>
internal sealed class SupplierWriter(DolibarrSession session) : ICreator<Supplier>, IUpdater<Supplier>, IDeleter<Supplier>
{
    private readonly DolibarrClient _client = session.Client;

    public Task<IReadOnlyList<WriteResult<Supplier>>> CreateAsync(IReadOnlyList<Creation<Supplier>> batch, CancellationToken cancellationToken) =>
        OneAsync(batch, static _ => null, CreateAsync, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Supplier>>> UpdateAsync(IReadOnlyList<Revision<Supplier>> batch, CancellationToken cancellationToken) =>
        OneAsync(batch, static revision => revision.Current.Id, UpdateAsync, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Supplier>>> DeleteAsync(IReadOnlyList<Remote<Supplier>> batch, CancellationToken cancellationToken) =>
        OneAsync(batch, static record => record.Id, DeleteAsync, cancellationToken);

    // Codes are given in turn: two creates at once race for one.
    private async Task<IReadOnlyList<WriteResult<Supplier>>> OneAsync<TItem>(IReadOnlyList<TItem> batch, Func<TItem, RemoteId?> id, Func<TItem, CancellationToken, Task<WriteResult<Supplier>>> write, CancellationToken cancellationToken)
    {
        await session.OneWriter.WaitAsync(cancellationToken);
        try
        {
            return await Writes.EachAsync<Supplier, TItem>(batch, id, write, _client.Connection, cancellationToken);
        }
        finally
        {
            session.OneWriter.Release();
        }
    }

    private async Task<WriteResult<Supplier>> CreateAsync(Creation<Supplier> creation, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var value = creation.Value;
        var body = SupplierMapping.Body(value, static _ => true, null, run.Setup, await run.Countries.GetAsync(cancellationToken));
        body["fournisseur"] = 1;
        body["client"] = 0;
        body["code_fournisseur"] = SupplierMapping.Normalise(value, run.Setup).Code ?? "auto";
        body["ref_ext"] = creation.Token;
        var answer = await Writes.ExplainedAsync(() => _client.PostAsync("thirdparties", body, cancellationToken), Texts(value));
        return new WriteResult<Supplier>.Written(RemoteId.From(CreatedId.Read(answer, _client.Connection, Supplier.Kind)));
    }

    private async Task<WriteResult<Supplier>> UpdateAsync(Revision<Supplier> revision, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var id = Numbers.Of(revision.Current.Id) ?? throw Gone(revision.Current.Id);
        var locale = revision.Current.Native is JsonElement row ? row.Text("default_lang") : null;
        var body = SupplierMapping.Body(revision.Wanted, name => revision.Fields.Contains(name, StringComparer.Ordinal), locale, run.Setup, await run.Countries.GetAsync(cancellationToken));
        if (body.Count > 1)
            await Writes.ExplainedAsync(() => _client.PutAsync(Path(id), body, cancellationToken), Texts(revision.Wanted));
        return new WriteResult<Supplier>.Written(revision.Current.Id);
    }

    private async Task<WriteResult<Supplier>> DeleteAsync(Remote<Supplier> record, CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        if (Numbers.Of(record.Id) is not { } id || await _client.FindAsync(Path(id), cancellationToken) is not { } present)
            return new WriteResult<Supplier>.Written(record.Id);
        if (present.Whole("client") is > 0)
            await _client.PutAsync(Path(id), new JsonObject { ["fournisseur"] = 0, ["caller"] = "erpsync" }, cancellationToken);
        else
            await _client.DeleteAsync(Path(id), cancellationToken);
        return new WriteResult<Supplier>.Written(record.Id);
    }

    private static IEnumerable<string> Texts(Supplier value) => new[] { value.Name, value.PrivateNote, value.Address?.Line1, value.Address?.City }.OfType<string>();

    private static string Path(long id) => $"thirdparties/{JsonValues.Invariant(id)}";

    private static ConnectorException Gone(RemoteId id) => new(new SyncProblem(ProblemKind.NotFound, DolibarrCodes.NotFound, "Dolibarr has no such supplier any more.") { EntityKind = Supplier.Kind, Id = id });
}
