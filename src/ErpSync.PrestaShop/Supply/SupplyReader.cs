using System.Globalization;
using System.Runtime.CompilerServices;
using ErpSync.Http;

namespace ErpSync.PrestaShop.Supply;

/// <summary>Reads what suppliers ask: all, listed, by id and by owner.</summary>
internal sealed class SupplyReader(PrestaShopClient client, ShopSession session)
    : IReader<SupplierPrice>, ILister<SupplierPrice>, IFinder<SupplierPrice>, IOwnedFinder<SupplierPrice>, INewestId<SupplierPrice>
{
    /// <inheritdoc/>
    public IAsyncEnumerable<ReadResult<SupplierPrice>> ReadAsync(CancellationToken cancellationToken) => WalkAsync(static query => query, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var suppliers = await SuppliersAsync(cancellationToken);
        await foreach (var item in new Listing(SupplyRow.Resource, SupplyRow.Fields).ReadAsync(client, cancellationToken))
        {
            var row = Listings.Row(item);
            session.Memory.Saw(SupplyRow.Resource, row.Id);
            yield return new Listed(RemoteId.From(row.Id), SupplyRow.StampOf(row, long.TryParse(row.Text("id_supplier"), CultureInfo.InvariantCulture, out var id) ? suppliers.GetValueOrDefault(id) : null));
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadResult<SupplierPrice>> FindAsync(IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken) =>
        MapAsync(Rows.FindAsync(client, SupplyRow.Resource, SupplyRow.Fields, "id", Rows.Numbers(ids), cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<SupplierPrice>> FindByOwnersAsync(IReadOnlyCollection<Ref> owners, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (column, kind) in new[] { ("id_product_attribute", EntityKind.ProductVariant), ("id_product", EntityKind.Product) })
        {
            var ids = Rows.Numbers(owners.Where(owner => owner.Kind == kind).Select(owner => owner.Id));
            await foreach (var result in MapAsync(Rows.FindAsync(client, SupplyRow.Resource, SupplyRow.Fields, column, ids, cancellationToken), cancellationToken))
            {
                if (result.Record is not { } record || record.Value.Owner.Kind == kind)
                    yield return result;
            }
        }
    }

    /// <inheritdoc/>
    public Task<RemoteId?> NewestIdAsync(CancellationToken cancellationToken) => NewestIds.RemoteIdAsync(client, SupplyRow.Resource, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadResult<SupplierPrice>> ReadNewerThanAsync(RemoteId? id, CancellationToken cancellationToken) =>
        WalkAsync(query => id is { } known ? query.With("filter[id]", $">[{Rows.Number(known).ToString(CultureInfo.InvariantCulture)}]") : query, cancellationToken);

    private IAsyncEnumerable<ReadResult<SupplierPrice>> WalkAsync(Func<Query, Query> filter, CancellationToken cancellationToken) =>
        MapAsync(new Listing(SupplyRow.Resource, SupplyRow.Fields) { Filter = filter }.ReadAsync(client, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<ReadResult<SupplierPrice>> MapAsync(IAsyncEnumerable<JsonItem<WireRow>> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var suppliers = await SuppliersAsync(cancellationToken);
        var shop = await session.ShopAsync(cancellationToken);
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            if (item.Value is { } row)
            {
                session.Memory.Saw(SupplyRow.Resource, row.Id);

                // Made since the run began.
                if (long.TryParse(row.Text("id_supplier"), CultureInfo.InvariantCulture, out var id) && !suppliers.ContainsKey(id) && session.Memory.LooksFor("supplier", id))
                {
                    session.Memory.Suppliers = null;
                    suppliers = await SuppliersAsync(cancellationToken);
                }
            }

            yield return Rows.Map(item, client.Connection, one => SupplyMapping.Read(one, suppliers, shop));
        }
    }

    // Their names, which the key of a supplier price is made of.
    private async Task<IReadOnlyDictionary<long, string>> SuppliersAsync(CancellationToken cancellationToken)
    {
        await session.ShopAsync(cancellationToken);
        return session.Memory.Suppliers ??= (await client.ListAsync(new Query("suppliers").Show("[id,name]"), RequestPurpose.Reference, cancellationToken))
            .ToDictionary(row => row.Id, row => row.Text("name") ?? "");
    }
}
