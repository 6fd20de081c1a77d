using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>Writes products in batches.</summary>
internal sealed class ProductWriter(WooSession session) : ICreator<Product>, IUpdater<Product>, IDeleter<Product>
{
    private readonly string _connection = session.Client.Connection;

    public async Task<IReadOnlyList<WriteResult<Product>>> CreateAsync(IReadOnlyList<Creation<Product>> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
            return [];
        var run = await session.RunAsync(cancellationToken);
        var uncategorized = await ProductReader.DefaultAsync(run, cancellationToken);
        return await Bodies.SendAsync<Product, Creation<Product>>(
            session, "products", "create", batch, _ => null,
            (creation, token) => ProductBodies.CreateAsync(creation, run, token),
            (creations, places, token) => Tokens.LookAsync(session.Client, ProductReader.List, places, place => creations[place].Token, token),
            (row, _) => ProductMapping.Read(ProductRow.Read(row, run.Setup.CustomFields), run.Setup, uncategorized),
            cancellationToken);
    }

    public async Task<IReadOnlyList<WriteResult<Product>>> UpdateAsync(IReadOnlyList<Revision<Product>> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
            return [];
        var run = await session.RunAsync(cancellationToken);
        var uncategorized = await ProductReader.DefaultAsync(run, cancellationToken);
        var rows = await RowsAsync(batch, run, cancellationToken);
        return await Bodies.SendAsync<Product, Revision<Product>>(
            session, "products", "update", batch, revision => revision.Current.Id,
            async (revision, token) => rows.TryGetValue(revision.Current.Id, out var row) ? await ProductBodies.UpdateAsync(revision, row, run, token) : throw Gone(revision.Current.Id),
            (revisions, places, token) => LookAsync(revisions, places, run, uncategorized, token),
            (row, _) => ProductMapping.Read(ProductRow.Read(row, run.Setup.CustomFields), run.Setup, uncategorized),
            cancellationToken);
    }

    public async Task<IReadOnlyList<WriteResult<Product>>> DeleteAsync(IReadOnlyList<Remote<Product>> batch, CancellationToken cancellationToken)
    {
        var results = await Bodies.DeleteAsync(session, "products", batch, cancellationToken);
        session.Products.Forget(results.OfType<WriteResult<Product>.Written>().Select(written => JsonValues.Number(written.Id) ?? 0));
        return results;
    }

    // What was read just before lies in Native; what does not is read again, for lists inside a product are replaced as a whole.
    private async Task<Dictionary<RemoteId, ProductRow>> RowsAsync(IReadOnlyList<Revision<Product>> batch, WooRun run, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<RemoteId, ProductRow>();
        var missing = new List<long>();
        foreach (var revision in batch)
        {
            if (revision.Current.Native is ProductRow row && RemoteId.From(row.Id) == revision.Current.Id)
                rows[revision.Current.Id] = row;
            else if (!NeedsRow(revision) && JsonValues.Number(revision.Current.Id) is { } id)
                rows[revision.Current.Id] = new ProductRow { Id = id };
            else if (JsonValues.Number(revision.Current.Id) is { } unknown)
                missing.Add(unknown);
        }

        await foreach (var item in RowFinder.FindAsync(session, ProductReader.List, missing, ProductReader.Parser(run.Setup.CustomFields), cancellationToken))
        {
            if (item.Value is { } row)
                rows[RemoteId.From(row.Id)] = row;
        }

        return rows;
    }

    private static bool NeedsRow(Revision<Product> revision) => revision.Fields.Any(field => field is nameof(Product.Features) or nameof(Product.Custom) or nameof(Product.Type) or nameof(Product.Taxes) or nameof(Product.PriceNet) or nameof(Product.SalePriceNet));

    // After a broken answer: a product that holds what was wanted was written; the others are sent again, which sets the same values.
    private async Task<IReadOnlyDictionary<int, JsonElement>> LookAsync(IReadOnlyList<Revision<Product>> revisions, IReadOnlyList<int> places, WooRun run, long uncategorized, CancellationToken cancellationToken)
    {
        var found = new Dictionary<int, JsonElement>();
        var byId = places.ToDictionary(place => JsonValues.Number(revisions[place].Current.Id) ?? 0);
        await foreach (var item in RowFinder.FindAsync(session, ProductReader.List, byId.Keys, (ref Utf8JsonReader row) => JsonElement.ParseValue(ref row), cancellationToken))
        {
            if (item.Problem is not null || !byId.TryGetValue(item.Value.Whole("id") ?? 0, out var place))
                continue;
            var stored = ProductMapping.Read(ProductRow.Read(item.Value, run.Setup.CustomFields), run.Setup, uncategorized).Value;
            var wanted = ProductMapping.Normalise(revisions[place].Wanted, run.Setup);
            if (revisions[place].Fields.All(name => CatalogShapes.Product.Find(name) is { } field && field.AreEqual(stored, wanted)))
                found[place] = item.Value;
        }

        return found;
    }

    private ConnectorException Gone(RemoteId id) => new(new SyncProblem(ProblemKind.NotFound, WooCodes.NotFound, "The shop has no such product any more.") { Connection = _connection, EntityKind = Product.Kind, Id = id });
}
