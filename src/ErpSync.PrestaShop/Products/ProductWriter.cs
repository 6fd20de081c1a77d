using System.Xml.Linq;

namespace ErpSync.PrestaShop.Products;

/// <summary>Creates, changes and deletes products.</summary>
internal sealed class ProductWriter(PrestaShopClient client, ShopSession session) : ICreator<Product>, IUpdater<Product>, IDeleter<Product>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<Product>>> CreateAsync(IReadOnlyList<Creation<Product>> batch, CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var draft = WriteBatch<Product>.Of(batch, client.Connection, creation => ProductElements.Create(creation.Value, shop, client.Options), _ => null);
        var create = new BulkCreate(client, session, ProductRow.Resource)
        {
            IdentityFields = "[id,reference,price,name]",
            IsSame = (record, row) => IsSame(record, row, shop),
        };
        return draft.Results(await create.SendAsync(draft.Records, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<Product>>> UpdateAsync(IReadOnlyList<Revision<Product>> batch, CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var present = await Present.RowsAsync(client, ProductRow.Resource, ProductRow.Full(shop, client.Options), batch, cancellationToken);
        var draft = WriteBatch<Product>.Of(batch, client.Connection, revision => ProductElements.Update(revision, present.Of(revision), shop, client.Options), revision => revision.Current.Id);
        var patch = new BulkPatch(client, ProductRow.Resource)
        {
            CanPatch = shop.CanPatch,
            ShowsStored = false,
            FindStoredAsync = (places, token) => Touched.FindAsync(client, ProductRow.Resource, [.. places.Select(place => (place, present.Of(batch[place])))], token),
        };
        var problems = await patch.SendAsync(draft.Records, cancellationToken);
        await KeepVariantsAsync(batch, draft.Records, problems, present, shop, cancellationToken);
        return draft.Results(problems);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<Product>>> DeleteAsync(IReadOnlyList<Remote<Product>> batch, CancellationToken cancellationToken)
    {
        var problems = await new BulkDelete(client, ProductRow.Resource).SendAsync([.. Rows.Numbers(batch.Select(record => record.Id)).Distinct()], cancellationToken);
        return WriteBatch<Product>.Deleted(batch, problems);
    }

    private async Task KeepVariantsAsync(
        IReadOnlyList<Revision<Product>> batch, IReadOnlyList<XElement?> records, SyncProblem?[] problems, Present present, ShopData shop, CancellationToken cancellationToken)
    {
        var shifts = new Dictionary<long, Variants.ProductShift>();
        for (var index = 0; index < batch.Count; index++)
        {
            if (records[index] is not { } record || problems[index] is not null)
                continue;
            var before = present.Of(batch[index]);
            var shift = Variants.ProductShift.Between(before, record, index);
            if (shift.IsNone)
                continue;
            session.Memory.Bases[before.Id] = shift.After;
            if (ProductMapping.HasVariants(before))
                shifts[before.Id] = shift;
        }

        if (shifts.Count == 0)
            return;
        foreach (var (product, fault) in await new Variants.ImpactKeeper(client, shop).KeepAsync(shifts, cancellationToken))
            problems[shifts[product].Place] = fault;
    }

    private static bool IsSame(XElement record, WireRow row, ShopData shop)
    {
        var main = shop.MainLanguage.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var name = record.Element("name")?.Elements().FirstOrDefault(language => language.Attribute("id")?.Value == main)?.Value;
        return string.Equals(record.Element("reference")?.Value ?? "", row.Text("reference") ?? "", StringComparison.Ordinal)
            && decimal.Parse(record.Element("price")!.Value, System.Globalization.CultureInfo.InvariantCulture) == row.Number("price")
            && string.Equals(name, Translations.Main(Translations.Read(row, "name", shop), shop), StringComparison.Ordinal);
    }
}
