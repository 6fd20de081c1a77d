using System.Globalization;
using System.Xml.Linq;

namespace ErpSync.PrestaShop.Supply;

/// <summary>Creates, changes and deletes what suppliers ask.</summary>
internal sealed class SupplyWriter(PrestaShopClient client, ShopSession session) : ICreator<SupplierPrice>, IUpdater<SupplierPrice>, IDeleter<SupplierPrice>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<SupplierPrice>>> CreateAsync(IReadOnlyList<Creation<SupplierPrice>> batch, CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var variants = Rows.Numbers(batch.Select(creation => creation.Value.Owner).Where(owner => owner.Kind == EntityKind.ProductVariant && !owner.IsForeign).Select(owner => owner.Id)).Distinct().ToList();
        var rows = variants.Count == 0 ? [] : await Rows.ListAsync(client, Variants.VariantRow.Resource, "[id,id_product]", "id", variants, cancellationToken);
        var productOf = rows.ToDictionary(row => row.Id, Variants.VariantRow.Product);
        var draft = WriteBatch<SupplierPrice>.Of(batch, client.Connection, creation => SupplyMapping.Create(creation.Value, productOf, shop), _ => null);
        await RefuseTwinsAsync(draft, cancellationToken);
        var create = new BulkCreate(client, session, SupplyRow.Resource) { IdentityFields = SupplyRow.Fields, IsSame = (record, row) => SupplyMapping.Holds(row, record) };
        return draft.Results(await create.SendAsync(draft.Records, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<SupplierPrice>>> UpdateAsync(IReadOnlyList<Revision<SupplierPrice>> batch, CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var present = await Present.RowsAsync(client, SupplyRow.Resource, SupplyRow.Fields, batch, cancellationToken);
        var draft = WriteBatch<SupplierPrice>.Of(batch, client.Connection, revision => SupplyMapping.Update(revision, present.Of(revision), shop), revision => revision.Current.Id);
        var patch = new BulkPatch(client, SupplyRow.Resource)
        {
            CanPatch = shop.CanPatch,
            FindStoredAsync = async (places, token) =>
            {
                var rows = (await Rows.ListAsync(client, SupplyRow.Resource, SupplyRow.Fields, "id", places.Select(place => Number(draft.Records[place]!, "id")), token)).ToDictionary(row => row.Id);
                return places.Where(place => rows.TryGetValue(Number(draft.Records[place]!, "id"), out var row) && SupplyMapping.Holds(row, draft.Records[place]!)).ToHashSet();
            },
        };
        return draft.Results(await patch.SendAsync(draft.Records, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<SupplierPrice>>> DeleteAsync(IReadOnlyList<Remote<SupplierPrice>> batch, CancellationToken cancellationToken) =>
        WriteBatch<SupplierPrice>.Deleted(batch, await new BulkDelete(client, SupplyRow.Resource).SendAsync([.. Rows.Numbers(batch.Select(record => record.Id)).Distinct()], cancellationToken));

    // The shop keeps one row of a product, combination and supplier, and fails without a reason at a second one.
    private async Task RefuseTwinsAsync(WriteBatch<SupplierPrice> draft, CancellationToken cancellationToken)
    {
        var products = draft.Records.OfType<XElement>().Select(record => Number(record, "id_product")).Distinct().ToList();
        if (products.Count == 0)
            return;
        var taken = (await Rows.ListAsync(client, SupplyRow.Resource, SupplyRow.Fields, "id_product", products, cancellationToken))
            .Select(row => (row.Whole("id_product") ?? 0, row.Whole("id_product_attribute") ?? 0, row.Whole("id_supplier") ?? 0)).ToHashSet();
        for (var place = 0; place < draft.Records.Length; place++)
        {
            if (draft.Records[place] is not { } record || taken.Add((Number(record, "id_product"), Number(record, "id_product_attribute"), Number(record, "id_supplier"))))
                continue;
            draft.Refuse(place, new SyncProblem(ProblemKind.Duplicate, PrestaShopCodes.DuplicateValue, $"The shop has a price of supplier {Number(record, "id_supplier")} for this product already; it keeps one.")
            {
                Field = nameof(SupplierPrice.Supplier),
                Remedy = "Link the two, or change the one that is there.",
            });
        }
    }

    private static long Number(XElement record, string field) => long.Parse(record.Element(field)!.Value, CultureInfo.InvariantCulture);
}
