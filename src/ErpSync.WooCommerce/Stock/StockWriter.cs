using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>
/// Writes stock levels: products in batches of a hundred, variations a batch per product. The difference is sent, not the level, so that a sale in between is not undone.
/// After a broken answer a level that reached its goal was written, one that stands where it stood was not, and of any other nobody knows.
/// </summary>
internal sealed class StockWriter(WooSession session) : IUpdater<StockLevel>
{
    public async Task<IReadOnlyList<WriteResult<StockLevel>>> UpdateAsync(IReadOnlyList<Revision<StockLevel>> batch, CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        var results = new WriteResult<StockLevel>?[batch.Count];
        foreach (var group in Enumerable.Range(0, batch.Count).GroupBy(place => VariantId.Parse(batch[place].Current.Id)?.Product ?? 0))
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] places = [.. group];
            var written = await WriteAsync(group.Key, [.. places.Select(place => batch[place])], cancellationToken);
            for (var at = 0; at < places.Length; at++)
                results[places[at]] = written[at];
        }

        return results!;
    }

    private Task<IReadOnlyList<WriteResult<StockLevel>>> WriteAsync(long product, IReadOnlyList<Revision<StockLevel>> some, CancellationToken cancellationToken) =>
        Bodies.SendAsync<StockLevel, Revision<StockLevel>>(
            session, product == 0 ? "products" : $"products/{JsonValues.Invariant(product)}/variations", "update", some, revision => revision.Current.Id,
            (revision, _) => Task.FromResult(Body(revision)),
            (revisions, places, token) => LookAsync(revisions, places, token),
            (row, revision) => Map(row, product) ?? throw new ConnectorException(Moved(revision, "The shop does not manage the stock of this product.")),
            cancellationToken);

    private static JsonObject Body(Revision<StockLevel> revision)
    {
        var body = new JsonObject { ["id"] = VariantId.Parse(revision.Current.Id)?.Variation ?? JsonValues.Number(revision.Current.Id) ?? 0 };
        if (!revision.Fields.Contains(nameof(StockLevel.Quantity), StringComparer.Ordinal))
            return body;
        var wanted = (long)Math.Floor(revision.Wanted.Quantity);
        if (revision.Current.Native is ProductRow { ManagesStock: false })
        {
            body["manage_stock"] = true;
            body["stock_quantity"] = wanted;
        }
        else
        {
            body["inventory_delta"] = wanted - (long)revision.Current.Value.Quantity;
        }

        return body;
    }

    private async Task<IReadOnlyDictionary<int, JsonElement>> LookAsync(IReadOnlyList<Revision<StockLevel>> revisions, IReadOnlyList<int> places, CancellationToken cancellationToken)
    {
        var found = new Dictionary<int, JsonElement>();
        foreach (var group in places.GroupBy(place => VariantId.Parse(revisions[place].Current.Id)?.Product ?? 0))
        {
            var byId = group.ToDictionary(place => VariantId.Parse(revisions[place].Current.Id)?.Variation ?? JsonValues.Number(revisions[place].Current.Id) ?? 0);
            var path = group.Key == 0 ? ProductReader.List : $"products/{JsonValues.Invariant(group.Key)}/variations?context=edit";
            await foreach (var item in RowFinder.FindAsync(session, path, byId.Keys, (ref Utf8JsonReader row) => JsonElement.ParseValue(ref row), cancellationToken))
            {
                if (item.Problem is not null || !byId.TryGetValue(item.Value.Whole("id") ?? 0, out var place))
                    continue;
                var quantity = Map(item.Value, group.Key)?.Value.Quantity ?? 0;
                if (quantity == Math.Floor(revisions[place].Wanted.Quantity))
                    found[place] = item.Value;
                else if (quantity != revisions[place].Current.Value.Quantity)
                    throw new ConnectorException(Moved(revisions[place], "The level moved while the answer was lost."));
            }
        }

        return found;
    }

    private Remote<StockLevel>? Map(JsonElement json, long product)
    {
        var row = ProductRow.Read(json, []);
        return StockMapping.Read(product > 0 && row.Parent == 0 ? row with { Parent = product } : row, session.Options);
    }

    private SyncProblem Moved(Revision<StockLevel> revision, string message) =>
        new(ProblemKind.Stale, WooCodes.StockMoved, message) { Connection = session.Client.Connection, EntityKind = StockLevel.Kind, Id = revision.Current.Id, Field = nameof(StockLevel.Quantity) };
}
