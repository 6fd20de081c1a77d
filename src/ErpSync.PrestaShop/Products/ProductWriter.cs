using System.Xml.Linq;

namespace ErpSync.PrestaShop.Products;

/// <summary>Creates, changes and deletes products.</summary>
internal sealed class ProductWriter(PrestaShopClient client, ShopSession session, ProductWords words) : ICreator<Product>, IUpdater<Product>, IDeleter<Product>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<Product>>> CreateAsync(IReadOnlyList<Creation<Product>> batch, CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var context = await ContextAsync([.. batch.Select(creation => creation.Value)], shop, cancellationToken);
        var draft = WriteBatch<Product>.Of(batch, client.Connection, creation => ProductElements.Create(creation.Value, context), _ => null);
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
        var context = await ContextAsync([.. batch.Select(Needed)], shop, cancellationToken);
        await words.ForAsync([.. batch.Where(revision => revision.Fields.Contains(nameof(Product.Features)) || revision.Fields.Contains(nameof(Product.Tags))).Select(revision => present.Find(revision)).OfType<WireRow>()], cancellationToken);
        context = context with { Books = new WordBooks(session.Memory.Features, session.Memory.Tags) };
        var draft = WriteBatch<Product>.Of(batch, client.Connection, revision => ProductElements.Update(revision, present.Of(revision), context), revision => revision.Current.Id);
        var patch = new BulkPatch(client, ProductRow.Resource)
        {
            CanPatch = shop.CanPatch,
            ShowsStored = Enumerable.Range(0, batch.Count).All(place => draft.Records[place] is not { } record || StoredFields.Shows(present.Of(batch[place]), record)),
            FindStoredAsync = (places, token) => StoredFields.FindAsync(client, ProductRow.Resource, [.. places.Select(place => (place, present.Of(batch[place]), draft.Records[place]!))], token),
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

    // Only what is written has to exist.
    private static Product Needed(Revision<Product> revision) => new()
    {
        Features = revision.Fields.Contains(nameof(Product.Features)) ? revision.Wanted.Features : TextMap.Empty,
        Tags = revision.Fields.Contains(nameof(Product.Tags)) ? revision.Wanted.Tags : TextSet.Empty,
        Items = revision.Fields.Contains(nameof(Product.Items)) || revision.Fields.Contains(nameof(Product.Type)) ? revision.Wanted.Items : [],
        Type = revision.Wanted.Type,
    };

    private async Task<ProductContext> ContextAsync(IReadOnlyList<Product> products, ShopData shop, CancellationToken cancellationToken)
    {
        var wanted = products.Select(product => ProductMapping.Normalise(product, shop, client.Options)).ToList();
        var (books, problem) = await words.EnsureAsync(wanted, cancellationToken);
        var variants = Rows.Numbers(wanted.SelectMany(product => product.Items).Where(item => item.Product.Kind == EntityKind.ProductVariant).Select(item => item.Product.Id)).Distinct().ToList();
        var rows = variants.Count == 0 ? [] : await Rows.ListAsync(client, Variants.VariantRow.Resource, "[id,id_product]", "id", variants, cancellationToken);
        return new ProductContext(shop, client.Options, books, problem, rows.ToDictionary(row => row.Id, Variants.VariantRow.Product));
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
