using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>Writes registered customers in batches. Guests live inside their orders and are not written.</summary>
internal sealed class CustomerWriter(WooSession session) : ICreator<Customer>, IUpdater<Customer>, IDeleter<Customer>
{
    public async Task<IReadOnlyList<WriteResult<Customer>>> CreateAsync(IReadOnlyList<Creation<Customer>> batch, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        return await Bodies.SendAsync<Customer, Creation<Customer>>(
            session, "customers", "create", batch, _ => null,
            (creation, _) =>
            {
                var body = CustomerMapping.Body(creation.Value, null, null, run.Setup, session.Options);
                var meta = body["meta_data"] as JsonArray ?? [];
                meta.Add(Tokens.Meta(creation.Token));
                body["meta_data"] = meta;
                return Task.FromResult(body);
            },
            (creations, places, token) => Tokens.LookAsync(session.Client, CustomerReader.List, places, place => creations[place].Token, token),
            (row, _) => Map(row),
            cancellationToken);
    }

    public async Task<IReadOnlyList<WriteResult<Customer>>> UpdateAsync(IReadOnlyList<Revision<Customer>> batch, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        return await Bodies.SendAsync<Customer, Revision<Customer>>(
            session, "customers", "update", batch, revision => revision.Current.Id,
            (revision, _) =>
            {
                if (CustomerId.GuestOrder(revision.Current.Id) is not null)
                    throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, WooCodes.GuestFixed, "A guest exists only inside the order and is not changed."));
                var body = CustomerMapping.Body(revision.Wanted, [.. revision.Fields], revision.Current.Native as CustomerRow, run.Setup, session.Options);
                body["id"] = JsonValues.Number(revision.Current.Id) ?? 0;
                return Task.FromResult(body);
            },
            (revisions, places, token) => LookAsync(revisions, places, run, token),
            (row, _) => Map(row),
            cancellationToken);
    }

    public async Task<IReadOnlyList<WriteResult<Customer>>> DeleteAsync(IReadOnlyList<Remote<Customer>> batch, CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        return await Bodies.DeleteAsync(session, "customers", batch, cancellationToken);
    }

    private async Task<IReadOnlyDictionary<int, JsonElement>> LookAsync(IReadOnlyList<Revision<Customer>> revisions, IReadOnlyList<int> places, WooRun run, CancellationToken cancellationToken)
    {
        var found = new Dictionary<int, JsonElement>();
        var byId = places.ToDictionary(place => JsonValues.Number(revisions[place].Current.Id) ?? 0);
        await foreach (var item in RowFinder.FindAsync(session, CustomerReader.List, byId.Keys, (ref Utf8JsonReader row) => JsonElement.ParseValue(ref row), cancellationToken))
        {
            if (item.Problem is not null || !byId.TryGetValue(item.Value.Whole("id") ?? 0, out var place))
                continue;
            var (stored, wanted) = (Map(item.Value).Value, CustomerMapping.Normalise(revisions[place].Wanted, run.Setup));
            if (revisions[place].Fields.All(name => PartyShapes.Customer.Find(name) is { } field && field.AreEqual(stored, wanted)))
                found[place] = item.Value;
        }

        return found;
    }

    private Remote<Customer> Map(JsonElement row) => CustomerMapping.Read(CustomerRow.Read(row, session.Options, isGuest: false));
}
