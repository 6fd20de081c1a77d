namespace ErpSync.Dolibarr;

/// <summary>Creates, changes and deletes products. What the server stored is read back by the engine: its answers echo what they were sent.</summary>
internal sealed class ProductWriter(DolibarrSession session) : ICreator<Product>, IUpdater<Product>, IDeleter<Product>
{
    private readonly DolibarrClient _client = session.Client;

    public Task<IReadOnlyList<WriteResult<Product>>> CreateAsync(IReadOnlyList<Creation<Product>> batch, CancellationToken cancellationToken) =>
        Writes.EachAsync<Product, Creation<Product>>(batch, static _ => null, CreateAsync, _client.Connection, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Product>>> UpdateAsync(IReadOnlyList<Revision<Product>> batch, CancellationToken cancellationToken) =>
        Writes.EachAsync<Product, Revision<Product>>(batch, static revision => revision.Current.Id, UpdateAsync, _client.Connection, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Product>>> DeleteAsync(IReadOnlyList<Remote<Product>> batch, CancellationToken cancellationToken) =>
        Writes.EachAsync<Product, Remote<Product>>(batch, static record => record.Id, DeleteAsync, _client.Connection, cancellationToken);

    private async Task<WriteResult<Product>> CreateAsync(Creation<Product> creation, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var body = ProductMapping.ToCreate(creation.Value, creation.Token, run.Setup);
        var answer = await Writes.ExplainedAsync(() => _client.PostAsync("products", body, cancellationToken), ProductMapping.Texts(creation.Value));
        var id = CreatedId.Read(answer, _client.Connection, Product.Kind);
        run.Ids.Forget();
        await Completing.Async<Product>(id, async () =>
        {
            if (SecondWrite(creation.Value, run.Setup) is { } more)
                await _client.PutAsync(Path(id), more, cancellationToken);
            await LinkAsync(id, Ids(creation.Value.Categories), add: true, cancellationToken);
            run.Memberships.Loaded?.Set(id, Ids(creation.Value.Categories));
        });
        return new WriteResult<Product>.Written(RemoteId.From(id));
    }

    private async Task<WriteResult<Product>> UpdateAsync(Revision<Product> revision, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var id = Numbers.Of(revision.Current.Id) ?? throw Gone(revision.Current.Id);
        var row = revision.Current.Native as ProductRow ?? await run.Rows.OneAsync(id, cancellationToken) ?? throw Gone(revision.Current.Id);
        var body = ProductMapping.ToUpdate(revision, row, run.Setup);
        if (body.Count > 1)
            await Writes.ExplainedAsync(() => _client.PutAsync(Path(id), body, cancellationToken), ProductMapping.Texts(revision.Wanted));
        if (revision.Fields.Contains(nameof(Product.Categories), StringComparer.Ordinal))
        {
            var (old, wanted) = (Ids(revision.Current.Value.Categories), Ids(revision.Wanted.Categories));
            await LinkAsync(id, wanted.Except(old), add: true, cancellationToken);
            await LinkAsync(id, old.Except(wanted), add: false, cancellationToken);
            run.Memberships.Loaded?.Set(id, wanted);
        }

        return new WriteResult<Product>.Written(revision.Current.Id);
    }

    private async Task<WriteResult<Product>> DeleteAsync(Remote<Product> record, CancellationToken cancellationToken)
    {
        if (Numbers.Of(record.Id) is { } id)
        {
            await _client.DeleteAsync(Path(id), cancellationToken);
            (await session.RunAsync(cancellationToken)).Ids.Forget();
        }

        return new WriteResult<Product>.Written(record.Id);
    }

    private static System.Text.Json.Nodes.JsonObject? SecondWrite(Product value, DolibarrSetup setup)
    {
        var body = new System.Text.Json.Nodes.JsonObject { ["caller"] = "erpsync" };
        if (value.PriceNet is { } price && PriceMapping.Amount(price, setup, nameof(Product.PriceNet)) is var net && PriceMapping.NeedsSecondWrite(net, setup))
            PriceMapping.Write(body, new ProductRow { Id = 0 }, net, null, setup);
        if (setup.OtherLocales.Any(locale => value.Name[DolibarrSetup.LanguageOf(locale)] is { Length: > 0 } || value.Description[DolibarrSetup.LanguageOf(locale)] is { Length: > 0 }))
            body["multilangs"] = ProductMapping.Translations(value, new ProductRow { Id = 0 }, setup);
        return body.Count > 1 ? body : null;
    }

    private async Task LinkAsync(long product, IEnumerable<long> categories, bool add, CancellationToken cancellationToken)
    {
        foreach (var category in categories)
        {
            var path = $"categories/{JsonValues.Invariant(category)}/objects/product/{JsonValues.Invariant(product)}";
            if (add)
                await _client.PostAsync(path, null, cancellationToken);
            else
                await _client.DeleteAsync(path, cancellationToken);
        }
    }

    private static IReadOnlyList<long> Ids(RefSet categories) => Numbers.Of(categories.Where(category => category.Kind == EntityKind.Category && !category.IsForeign).Select(category => category.Id));

    private static string Path(long id) => $"products/{JsonValues.Invariant(id)}";

    private static ConnectorException Gone(RemoteId id) => new(new SyncProblem(ProblemKind.NotFound, DolibarrCodes.NotFound, "Dolibarr has no such product any more.") { EntityKind = Product.Kind, Id = id });
}
