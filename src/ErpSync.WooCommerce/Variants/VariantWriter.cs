using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>Writes variations: a batch per product.</summary>
internal sealed class VariantWriter(WooSession session, VariantRows rows) : ICreator<ProductVariant>, IUpdater<ProductVariant>, IDeleter<ProductVariant>
{
    private readonly ParentKeeper _parents = new(session);
    private readonly string _connection = session.Client.Connection;

    public async Task<IReadOnlyList<WriteResult<ProductVariant>>> CreateAsync(IReadOnlyList<Creation<ProductVariant>> batch, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        return await PerProductAsync(batch, creation => creation.Value.Product is { IsForeign: false } owner ? JsonValues.Number(owner.Id) : null, _ => null, async (product, some) =>
        {
            var attributes = await _parents.PrepareAsync(run, product, [.. some.SelectMany(creation => creation.Value.Options)], cancellationToken);
            var taken = await TakenAsync(run, product, cancellationToken);
            var path = Path(product);
            return await Bodies.SendAsync<ProductVariant, Creation<ProductVariant>>(
                session, path, "create", some, _ => null,
                async (creation, token) =>
                {
                    if (!taken.Add(VariantOptionsField.Key(VariantMapping.Normalise(creation.Value, run.Setup).Options)))
                        throw Problem(ProblemKind.Duplicate, WooCodes.OptionTaken, "The product has another variation with these options.", nameof(ProductVariant.Options));
                    var factor = VariantMapping.Factor(new ProductRow { Id = 0, TaxClass = "parent" }, run.Setup, await rows.ParentClassAsync(run, new ProductRow { Id = 0, Parent = product, TaxClass = "parent" }, token));
                    var body = VariantMapping.Body(creation.Value, null, null, run.Setup, factor, session.Options.ManageStock);
                    body["attributes"] = ParentKeeper.Choices(creation.Value.Options, attributes);
                    var meta = body["meta_data"] as JsonArray ?? [];
                    meta.Add(Tokens.Meta(creation.Token));
                    body["meta_data"] = meta;
                    return body;
                },
                (creations, places, token) => Tokens.LookAsync(session.Client, path + "?context=edit", places, place => creations[place].Token, token),
                (row, _) => Map(row, run, product),
                cancellationToken);
        }, cancellationToken);
    }

    public async Task<IReadOnlyList<WriteResult<ProductVariant>>> UpdateAsync(IReadOnlyList<Revision<ProductVariant>> batch, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        return await PerProductAsync(batch, revision => VariantId.Parse(revision.Current.Id)?.Product, revision => revision.Current.Id, async (product, some) =>
        {
            var choosing = some.Where(revision => revision.Fields.Contains(nameof(ProductVariant.Options), StringComparer.Ordinal)).SelectMany(revision => revision.Wanted.Options).ToList();
            var attributes = choosing.Count == 0 ? null : await _parents.PrepareAsync(run, product, choosing, cancellationToken);
            var parentClass = await rows.ParentClassAsync(run, new ProductRow { Id = 0, Parent = product, TaxClass = "parent" }, cancellationToken);
            return await Bodies.SendAsync<ProductVariant, Revision<ProductVariant>>(
                session, Path(product), "update", some, revision => revision.Current.Id,
                (revision, _) =>
                {
                    var row = revision.Current.Native as ProductRow;
                    var factor = VariantMapping.Factor(row ?? new ProductRow { Id = 0, TaxClass = "parent" }, run.Setup, parentClass);
                    var body = VariantMapping.Body(revision.Wanted, [.. revision.Fields], row, run.Setup, factor, session.Options.ManageStock);
                    body["id"] = VariantId.Parse(revision.Current.Id)!.Value.Variation;
                    if (attributes is not null && revision.Fields.Contains(nameof(ProductVariant.Options), StringComparer.Ordinal))
                        body["attributes"] = ParentKeeper.Choices(revision.Wanted.Options, attributes);
                    return Task.FromResult(body);
                },
                (revisions, places, token) => LookAsync(revisions, places, run, product, token),
                (row, _) => Map(row, run, product),
                cancellationToken);
        }, cancellationToken);
    }

    public async Task<IReadOnlyList<WriteResult<ProductVariant>>> DeleteAsync(IReadOnlyList<Remote<ProductVariant>> batch, CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        var results = await PerProductAsync(batch, record => VariantId.Parse(record.Id)?.Product, record => record.Id, (product, some) => Bodies.DeleteAsync(session, Path(product), some, cancellationToken, id => VariantId.Parse(id)?.Variation), cancellationToken);
        session.Variations.Forget(results.OfType<WriteResult<ProductVariant>.Written>().Select(written => VariantId.Parse(written.Id)?.Variation ?? 0));
        return results;
    }

    private async Task<IReadOnlyList<WriteResult<ProductVariant>>> PerProductAsync<TItem>(
        IReadOnlyList<TItem> batch, Func<TItem, long?> product, Func<TItem, RemoteId?> id, Func<long, IReadOnlyList<TItem>, Task<IReadOnlyList<WriteResult<ProductVariant>>>> write, CancellationToken cancellationToken)
    {
        var results = new WriteResult<ProductVariant>?[batch.Count];
        foreach (var group in Enumerable.Range(0, batch.Count).GroupBy(place => product(batch[place])))
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] places = [.. group];
            try
            {
                var written = group.Key is { } number ? await write(number, [.. places.Select(place => batch[place])]) : throw Problem(ProblemKind.NotFound, WooCodes.NotFound, "The variation names no product of this shop.", null);
                for (var at = 0; at < places.Length; at++)
                    results[places[at]] = written[at];
            }
            catch (ConnectorException fault)
            {
                foreach (var place in places)
                    results[place] = Results.Failed<ProductVariant>(fault.Problem, id(batch[place]), _connection);
            }
        }

        return results!;
    }

    private async Task<HashSet<string>> TakenAsync(WooRun run, long product, CancellationToken cancellationToken)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var item in rows.OfAsync(run, product, cancellationToken))
        {
            if (item.Value is { } row)
                taken.Add(VariantOptionsField.Key(VariantMapping.Read(row, run.Setup, null).Value.Options));
        }

        return taken;
    }

    private async Task<IReadOnlyDictionary<int, JsonElement>> LookAsync(IReadOnlyList<Revision<ProductVariant>> revisions, IReadOnlyList<int> places, WooRun run, long product, CancellationToken cancellationToken)
    {
        var stored = (await session.Client.ListAsync(Path(product) + "?context=edit", cancellationToken)).DistinctBy(row => row.Whole("id") ?? 0).ToDictionary(row => row.Whole("id") ?? 0);
        var found = new Dictionary<int, JsonElement>();
        foreach (var place in places)
        {
            if (!stored.TryGetValue(VariantId.Parse(revisions[place].Current.Id)?.Variation ?? 0, out var row))
                continue;
            var wanted = VariantMapping.Normalise(revisions[place].Wanted, run.Setup);
            var present = Map(row, run, product).Value;
            if (revisions[place].Fields.All(name => CatalogShapes.ProductVariant.Find(name) is { } field && field.AreEqual(present, wanted)))
                found[place] = row;
        }

        return found;
    }

    // The class of the parent was looked up before the batch was sent where it matters.
    private Remote<ProductVariant> Map(JsonElement json, WooRun run, long product)
    {
        var row = ProductRow.Read(json, run.Setup.CustomFields);
        row = row.Parent == 0 ? row with { Parent = product } : row;
        return VariantMapping.Read(row, run.Setup, rows.KnownClass(row));
    }

    private static string Path(long product) => $"products/{JsonValues.Invariant(product)}/variations";

    private static ConnectorException Problem(ProblemKind kind, string code, string message, string? field) => new(new SyncProblem(kind, code, message) { EntityKind = ProductVariant.Kind, Field = field });
}
