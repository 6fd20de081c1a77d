using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Changes and deletes variants of both forms.</summary>
internal sealed class VariantWriter(DolibarrSession session) : IUpdater<ProductVariant>, IDeleter<ProductVariant>
{
    private readonly DolibarrClient _client = session.Client;

    public Task<IReadOnlyList<WriteResult<ProductVariant>>> UpdateAsync(IReadOnlyList<Revision<ProductVariant>> batch, CancellationToken cancellationToken) =>
        Writes.EachAsync<ProductVariant, Revision<ProductVariant>>(batch, static revision => revision.Current.Id, UpdateAsync, _client.Connection, cancellationToken);

    public Task<IReadOnlyList<WriteResult<ProductVariant>>> DeleteAsync(IReadOnlyList<Remote<ProductVariant>> batch, CancellationToken cancellationToken) =>
        Writes.EachAsync<ProductVariant, Remote<ProductVariant>>(batch, static record => record.Id, DeleteAsync, _client.Connection, cancellationToken);

    private async Task<WriteResult<ProductVariant>> UpdateAsync(Revision<ProductVariant> revision, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var id = Numbers.Of(revision.Current.Id) ?? throw Gone(revision.Current.Id);
        var row = revision.Current.Native as ProductRow ?? await run.Rows.OneAsync(id, cancellationToken) ?? throw Gone(revision.Current.Id);
        var body = VariantMapping.ToUpdate(revision, row, run.Setup);
        if (row.MarkedParentId is null && (Changes(revision, nameof(ProductVariant.PriceNet)) || Changes(revision, nameof(ProductVariant.WeightKg))))
            await WriteImpactAsync(run, revision, id, cancellationToken);
        if (body.Count > 1)
            await _client.PutAsync($"products/{JsonValues.Invariant(id)}", body, cancellationToken);
        return new WriteResult<ProductVariant>.Written(revision.Current.Id);
    }

    /// <summary>Brings the combination's impacts in line with the new price and weight, or the next change of the parent would restore the old ones.</summary>
    private async Task WriteImpactAsync(DolibarrRun run, Revision<ProductVariant> revision, long child, CancellationToken cancellationToken)
    {
        if (revision.Current.Value.Product is not { } owner || Numbers.Of(owner.Id) is not { } parentId)
            return;
        var combination = (await run.Combinations.OfParentAsync(parentId, cancellationToken)).FirstOrDefault(row => row.ChildId == child);
        if (combination is null || await run.Rows.OneAsync(parentId, cancellationToken) is not { } parent)
            return;
        var body = new JsonObject();
        // The impacts of levels above the first cannot be written through the API.
        if (Changes(revision, nameof(ProductVariant.PriceNet)) && revision.Wanted.PriceNet is not null && (run.Setup.Prices != PriceStore.Levels || run.Setup.PriceLevel == 1))
        {
            body["variation_price"] = JsonValues.Invariant(VariantMapping.Impact(revision.Wanted.PriceNet, parent, run.Setup));
            body["variation_price_percentage"] = 0;
        }

        if (Changes(revision, nameof(ProductVariant.WeightKg)) && revision.Wanted.WeightKg is { } weight)
            body["variation_weight"] = JsonValues.Invariant(VariantMapping.WeightImpact(weight, parent));
        if (body.Count == 0)
            return;
        await _client.PutAsync($"products/variants/{JsonValues.Invariant(combination.Id)}", body, cancellationToken);
        run.Combinations.Forget(parentId);
    }

    private static bool Changes(Revision<ProductVariant> revision, string field) => revision.Fields.Contains(field, StringComparer.Ordinal);

    // Deleting the child takes its combination along; deleting the combination alone would leave the child as a product.
    private async Task<WriteResult<ProductVariant>> DeleteAsync(Remote<ProductVariant> record, CancellationToken cancellationToken)
    {
        if (Numbers.Of(record.Id) is { } id)
        {
            await _client.DeleteAsync($"products/{JsonValues.Invariant(id)}", cancellationToken);
            var run = await session.RunAsync(cancellationToken);
            run.Ids.Forget();
            if (record.Value.Product is { } owner && Numbers.Of(owner.Id) is { } parent)
                run.Combinations.Forget(parent);
        }

        return new WriteResult<ProductVariant>.Written(record.Id);
    }

    private static ConnectorException Gone(RemoteId id) => new(new SyncProblem(ProblemKind.NotFound, DolibarrCodes.NotFound, "Dolibarr has no such variant any more.") { EntityKind = ProductVariant.Kind, Id = id });
}
