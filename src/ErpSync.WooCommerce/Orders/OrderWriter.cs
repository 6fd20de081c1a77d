using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>Writes orders in batches. An order whose line lost its product is taken back: WooCommerce accepts a number that does not exist and keeps an empty line.</summary>
internal sealed class OrderWriter(WooSession session) : ICreator<Order>, IUpdater<Order>, IDeleter<Order>
{
    public async Task<IReadOnlyList<WriteResult<Order>>> CreateAsync(IReadOnlyList<Creation<Order>> batch, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var results = (await Bodies.SendAsync<Order, Creation<Order>>(
            session, "orders", "create", batch, _ => null,
            (creation, _) => Task.FromResult(OrderBodies.Create(creation, run.Setup, session.Options)),
            (creations, places, token) => Tokens.LookAsync(session.Client, "orders?created_via=rest-api", places, place => creations[place].Token, token),
            (row, _) => OrderMapping.Read(row, run.Setup, session.Options),
            cancellationToken)).ToArray();
        for (var place = 0; place < results.Length; place++)
        {
            if (results[place] is WriteResult<Order>.Written { Stored: { } stored } && stored.Value.Lines.Any(line => line.Kind == LineKind.Product && line.Product is null))
                results[place] = await TakeBackAsync(stored, cancellationToken);
        }

        return results;
    }

    public async Task<IReadOnlyList<WriteResult<Order>>> UpdateAsync(IReadOnlyList<Revision<Order>> batch, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        return await Bodies.SendAsync<Order, Revision<Order>>(
            session, "orders", "update", batch, revision => revision.Current.Id,
            (revision, _) => Task.FromResult(OrderBodies.Update(revision, run.Setup, session.Options)),
            (revisions, places, token) => LookAsync(revisions, places, run, token),
            (row, _) => OrderMapping.Read(row, run.Setup, session.Options),
            cancellationToken);
    }

    public async Task<IReadOnlyList<WriteResult<Order>>> DeleteAsync(IReadOnlyList<Remote<Order>> batch, CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        var results = await Bodies.DeleteAsync(session, "orders", batch, cancellationToken);
        session.Orders.Forget(results.OfType<WriteResult<Order>.Written>().Select(written => JsonValues.Number(written.Id) ?? 0));
        return results;
    }

    private async Task<WriteResult<Order>> TakeBackAsync(Remote<Order> order, CancellationToken cancellationToken)
    {
        await session.Client.DeleteAsync("orders/" + order.Id.Value, cancellationToken);
        return Results.Failed<Order>(new SyncProblem(ProblemKind.Rejected, WooCodes.LineWithoutProduct, "A line points at a product that the shop does not have; the order was taken back.") { Field = nameof(Order.Lines) }, null, session.Client.Connection);
    }

    private async Task<IReadOnlyDictionary<int, JsonElement>> LookAsync(IReadOnlyList<Revision<Order>> revisions, IReadOnlyList<int> places, WooRun run, CancellationToken cancellationToken)
    {
        var found = new Dictionary<int, JsonElement>();
        var byId = places.ToDictionary(place => JsonValues.Number(revisions[place].Current.Id) ?? 0);
        await foreach (var item in RowFinder.FindAsync(session, "orders", byId.Keys, OrderReader.Element, cancellationToken))
        {
            if (item.Problem is not null || !byId.TryGetValue(item.Value.Whole("id") ?? 0, out var place))
                continue;
            var (stored, wanted) = (OrderMapping.Read(item.Value, run.Setup, session.Options).Value, OrderMapping.Normalise(revisions[place].Wanted, run.Setup, session.Options));
            if (revisions[place].Fields.All(name => DocumentShapes.Order.Find(name) is { } field && field.AreEqual(stored, wanted)))
                found[place] = item.Value;
        }

        return found;
    }
}
