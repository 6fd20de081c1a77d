namespace ErpSync.Dolibarr;

/// <summary>Creates variants: as children of their product, or as separate products. An existing combination of the same options is never doubled.</summary>
internal sealed class VariantCreator(DolibarrSession session) : ICreator<ProductVariant>
{
    private readonly DolibarrClient _client = session.Client;

    public Task<IReadOnlyList<WriteResult<ProductVariant>>> CreateAsync(IReadOnlyList<Creation<ProductVariant>> batch, CancellationToken cancellationToken) =>
        Writes.EachAsync<ProductVariant, Creation<ProductVariant>>(batch, static _ => null, CreateAsync, _client.Connection, cancellationToken);

    private async Task<WriteResult<ProductVariant>> CreateAsync(Creation<ProductVariant> creation, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        if (creation.Value.Product is not { } owner || Numbers.Of(owner.Id) is not { } parentId || await run.Rows.OneAsync(parentId, cancellationToken) is not { } parent)
            throw Problem(DolibarrCodes.ParentMissing, "The variant's product does not exist in Dolibarr.");
        var id = run.Setup.VariantsAs == DolibarrVariantsAs.SeparateProducts
            ? await CreateSeparateAsync(creation, parent, run, cancellationToken)
            : await CreateChildAsync(creation, parent, run, cancellationToken);
        run.Ids.Forget();
        return new WriteResult<ProductVariant>.Written(RemoteId.From(id));
    }

    private async Task<long> CreateSeparateAsync(Creation<ProductVariant> creation, ProductRow parent, DolibarrRun run, CancellationToken cancellationToken)
    {
        var body = VariantMapping.ToSeparate(creation, parent, run.Setup);
        var id = CreatedId.Read(await _client.PostAsync("products", body, cancellationToken), _client.Connection, ProductVariant.Kind);
        if (creation.Value.PriceNet is { } price && PriceMapping.Amount(price, run.Setup, nameof(ProductVariant.PriceNet)) is var net && PriceMapping.NeedsSecondWrite(net, run.Setup))
        {
            await Completing.Async<ProductVariant>(id, async () =>
            {
                var more = new System.Text.Json.Nodes.JsonObject { ["caller"] = "erpsync" };
                PriceMapping.Write(more, new ProductRow { Id = id }, net, null, run.Setup);
                await _client.PutAsync($"products/{JsonValues.Invariant(id)}", more, cancellationToken);
            });
        }

        return id;
    }

    private async Task<long> CreateChildAsync(Creation<ProductVariant> creation, ProductRow parent, DolibarrRun run, CancellationToken cancellationToken)
    {
        if (creation.Value.Options.Count == 0)
            throw Problem("dolibarr.options-missing", "Dolibarr takes no variant without options.");
        var attributes = await run.Attributes.GetAsync(cancellationToken);
        var features = await attributes.FeaturesAsync(creation.Value.Options, _client, run.Setup, cancellationToken);
        // Posting the same combination twice would orphan its child, so what exists is looked at first.
        var existing = (await run.Combinations.ReadAsync(parent.Id, cancellationToken)).FirstOrDefault(row => row.Has(features));
        var body = VariantMapping.ToCombination(creation, parent, features, run.Setup);
        var id = existing?.ChildId ?? CreatedId.Read(await _client.PostAsync($"products/{JsonValues.Invariant(parent.Id)}/variants", body, cancellationToken), _client.Connection, ProductVariant.Kind);
        run.Combinations.Forget(parent.Id);
        await Completing.Async<ProductVariant>(id, async () =>
        {
            var child = await run.Rows.OneAsync(id, cancellationToken) ?? throw Problem(DolibarrCodes.NotFound, "The child that Dolibarr named does not exist.");
            if (existing is not null)
                RequireAdoptable(child, parent, creation.Token);
            await _client.PutAsync($"products/{JsonValues.Invariant(id)}", VariantMapping.ToChild(creation, child, run.Setup), cancellationToken);
        });
        return id;
    }

    // A child that carries its parent's ref_ext, none, or this token is one whose create was cut short, or one that a person made; another token is another variant's.
    private static void RequireAdoptable(ProductRow child, ProductRow parent, string token)
    {
        if (child.RefExt is not { Length: > 0 } own || string.Equals(own, parent.RefExt, StringComparison.Ordinal) || string.Equals(own, token, StringComparison.Ordinal))
            return;
        throw new ConnectorException(new SyncProblem(ProblemKind.Duplicate, DolibarrCodes.Duplicate, $"The product has a variant of these options already: {child.Reference} ({JsonValues.Invariant(child.Id)}).")
        {
            Field = nameof(ProductVariant.Options),
        });
    }

    private static ConnectorException Problem(string code, string message) => new(new SyncProblem(ProblemKind.Rejected, code, message));
}
