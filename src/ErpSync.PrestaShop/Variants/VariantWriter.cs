using System.Globalization;

namespace ErpSync.PrestaShop.Variants;

/// <summary>Creates, changes and deletes combinations.</summary>
internal sealed class VariantWriter(PrestaShopClient client, ShopSession session, OptionWriter options) : ICreator<ProductVariant>, IUpdater<ProductVariant>, IDeleter<ProductVariant>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<ProductVariant>>> CreateAsync(IReadOnlyList<Creation<ProductVariant>> batch, CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var wanted = batch.Select(creation => VariantMapping.Normalise(creation.Value, shop)).ToList();
        var products = wanted.Where(variant => variant.Product is not null).Select(variant => Rows.Number(variant.Product!.Value.Id)).Where(id => id > 0).Distinct().ToList();
        var bases = await ProductBases.ReadAsync(client, products, cancellationToken);
        var siblings = await Rows.ListAsync(client, VariantRow.Resource, "[id,id_product,default_on]", "id_product", products, cancellationToken);
        var withDefault = siblings.Where(row => row.Flag("default_on") == true).Select(VariantRow.Product).ToHashSet();
        foreach (var row in siblings)
            session.Memory.Saw(VariantRow.Resource, row.Id);
        var (catalog, problem) = await options.EnsureAsync(wanted.SelectMany(variant => variant.Options), cancellationToken);

        var draft = WriteBatch<ProductVariant>.Of(wanted, client.Connection, variant => VariantElements.Create(variant, bases, catalog, problem, shop, withDefault), _ => null);
        var create = new BulkCreate(client, session, VariantRow.Resource) { IdentityFields = "full", IsSame = (record, row) => VariantStored.Holds(row, record) };
        var results = await create.SendAsync(draft.Records, cancellationToken);
        var chosen = Enumerable.Range(0, batch.Count).Where(place => results[place].Id > 0 && wanted[place].IsDefault == true && draft.Records[place]!.Element("default_on") is null);
        var defaults = chosen.Select(place => (place, Product: Rows.Number(wanted[place].Product!.Value.Id), results[place].Id)).ToList();
        foreach (var (place, fault) in await new DefaultVariants(client, shop).SetAsync(defaults, cancellationToken))
            results[place] = (0, fault);
        return draft.Results(results);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<ProductVariant>>> UpdateAsync(IReadOnlyList<Revision<ProductVariant>> batch, CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var current = await CurrentAsync(batch, cancellationToken);
        var changed = batch.Where(revision => revision.Fields.Contains(nameof(ProductVariant.Options))).SelectMany(revision => VariantMapping.Normalise(revision.Wanted, shop).Options);
        var (catalog, problem) = await options.EnsureAsync(changed, cancellationToken);

        var draft = WriteBatch<ProductVariant>.Of(batch, client.Connection, revision => VariantElements.Update(revision, current.GetValueOrDefault(revision.Current.Id), catalog, problem, shop), revision => revision.Current.Id);
        var patch = new BulkPatch(client, VariantRow.Resource)
        {
            CanPatch = shop.CanPatch,
            FindStoredAsync = (places, token) => VariantStored.FindAsync(client, draft.Records, places, token),
        };
        var problems = await patch.SendAsync(draft.Records, cancellationToken);
        var defaults = Enumerable.Range(0, batch.Count)
            .Where(place => problems[place] is null && batch[place].Fields.Contains(nameof(ProductVariant.IsDefault)) && batch[place].Wanted.IsDefault == true && current.ContainsKey(batch[place].Current.Id))
            .Select(place => (place, VariantRow.Product(current[batch[place].Current.Id].Row), current[batch[place].Current.Id].Row.Id)).ToList();
        foreach (var (place, fault) in await new DefaultVariants(client, shop).SetAsync(defaults, cancellationToken))
            problems[place] = fault;
        return draft.Results(problems);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<ProductVariant>>> DeleteAsync(IReadOnlyList<Remote<ProductVariant>> batch, CancellationToken cancellationToken)
    {
        var problems = await new BulkDelete(client, VariantRow.Resource).SendAsync([.. Rows.Numbers(batch.Select(record => record.Id)).Distinct()], cancellationToken);
        return WriteBatch<ProductVariant>.Deleted(batch, problems);
    }

    // The guard read brought rows and product prices along; only what came without is read.
    private async Task<IReadOnlyDictionary<RemoteId, NativeVariant>> CurrentAsync(IReadOnlyList<Revision<ProductVariant>> batch, CancellationToken cancellationToken)
    {
        var current = new Dictionary<RemoteId, NativeVariant>();
        foreach (var revision in batch)
        {
            if (revision.Current.Native is NativeVariant native)
                current[revision.Current.Id] = native;
        }

        var missing = Rows.Numbers(batch.Select(revision => revision.Current.Id).Where(id => !current.ContainsKey(id))).ToList();
        if (missing.Count == 0)
            return current;
        var rows = await Rows.ListAsync(client, VariantRow.Resource, "full", "id", missing, cancellationToken);
        var bases = await ProductBases.ReadAsync(client, rows.Select(VariantRow.Product).Distinct(), cancellationToken);
        foreach (var row in rows)
            current[new RemoteId(row.Id.ToString(CultureInfo.InvariantCulture))] = new NativeVariant(row, bases.TryGetValue(VariantRow.Product(row), out var known) ? known : null);
        return current;
    }
}
