using System.Globalization;
using System.Runtime.CompilerServices;
using ErpSync.Http;

namespace ErpSync.PrestaShop.Variants;

/// <summary>Reads combinations: all, listed, by id and by reference.</summary>
internal sealed class VariantReader(PrestaShopClient client, ShopSession session, OptionWriter options)
    : IReader<ProductVariant>, ILister<ProductVariant>, IFinder<ProductVariant>, IKeyFinder<ProductVariant>, INewestId<ProductVariant>
{
    private const int Group = 250;

    /// <inheritdoc/>
    public string KeyName => "reference";

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<ProductVariant>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var memory = session.Memory;
        await ProductBases.KnowAllAsync(client, memory, cancellationToken);
        await foreach (var group in GroupsAsync(All(shop).ReadAsync(client, cancellationToken), cancellationToken))
        {
            await LearnAsync(group, memory, cancellationToken);
            Note(group, memory);
            foreach (var result in await MapAsync(group, id => Known(memory, id), shop, cancellationToken))
                yield return result;
        }

        memory.Pictures.IsComplete = true;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var memory = session.Memory;
        await ProductBases.KnowAllAsync(client, memory, cancellationToken);
        await foreach (var group in GroupsAsync(All(shop).ReadAsync(client, cancellationToken), cancellationToken))
        {
            await LearnAsync(group, memory, cancellationToken);
            Note(group, memory);
            foreach (var item in group)
            {
                var row = Listings.Row(item);
                yield return new Listed(RemoteId.From(row.Id), VariantRow.StampOf(row, Known(memory, VariantRow.Product(row))));
            }
        }

        memory.Pictures.IsComplete = true;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadResult<ProductVariant>> FindAsync(IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken) =>
        FreshAsync(shop => Rows.FindAsync(client, VariantRow.Resource, VariantRow.Fields(shop), "id", Rows.Numbers(ids), cancellationToken), _ => true, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<ProductVariant>> FindByKeyAsync(IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<long>();
        foreach (var value in ReferenceFilters.Of(keys))
        {
            var results = FreshAsync(
                shop => client.ReadAsync(new Query(VariantRow.Resource).Show(VariantRow.Fields(shop)).Where("reference", value), null, RequestPurpose.Data, cancellationToken),
                row => wanted.Contains(row.Text("reference") ?? "") && seen.Add(row.Id),
                cancellationToken);
            await foreach (var result in results)
                yield return result;
        }
    }

    /// <inheritdoc/>
    public Task<RemoteId?> NewestIdAsync(CancellationToken cancellationToken) => NewestIds.RemoteIdAsync(client, VariantRow.Resource, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadResult<ProductVariant>> ReadNewerThanAsync(RemoteId? id, CancellationToken cancellationToken) => FreshAsync(
        shop => new Listing(VariantRow.Resource, VariantRow.Fields(shop))
        {
            Filter = query => id is { } known ? query.With("filter[id]", $">[{Rows.Number(known).ToString(CultureInfo.InvariantCulture)}]") : query,
        }.ReadAsync(client, cancellationToken),
        _ => true,
        cancellationToken);

    private static Listing All(ShopData shop) => new(VariantRow.Resource, VariantRow.Fields(shop));

    // What is read to be written is combined with the product's price of this moment.
    private async IAsyncEnumerable<ReadResult<ProductVariant>> FreshAsync(
        Func<ShopData, IAsyncEnumerable<JsonItem<WireRow>>> read, Func<WireRow, bool> isWanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        await foreach (var group in GroupsAsync(read(shop), cancellationToken))
        {
            var items = group.Where(item => item.Value is not { } row || isWanted(row)).ToList();
            var bases = await ProductBases.ReadAsync(client, Products(items).Distinct(), cancellationToken);
            foreach (var (product, known) in bases)
                session.Memory.Bases[product] = known;
            Note(items, session.Memory);
            foreach (var result in await MapAsync(items, id => bases.TryGetValue(id, out var known) ? known : null, shop, cancellationToken))
                yield return result;
        }
    }

    private async Task<IReadOnlyList<ReadResult<ProductVariant>>> MapAsync(IReadOnlyList<JsonItem<WireRow>> items, Func<long, ProductBase?> product, ShopData shop, CancellationToken cancellationToken)
    {
        var values = items.Where(item => item.Value is not null).SelectMany(item => item.Value!.Association("product_option_values").Select(value => value.Id));
        var catalog = await options.CatalogWithAsync(values, cancellationToken);
        return [.. items.Select(item => Rows.Map(item, client.Connection, row => VariantMapping.Read(row, product(VariantRow.Product(row)), catalog, shop)))];
    }

    private static void Note(IEnumerable<JsonItem<WireRow>> items, RunMemory memory)
    {
        var rows = items.Select(item => item.Value).OfType<WireRow>().ToList();
        memory.Pictures.Note(rows);
        foreach (var row in rows)
            VariantRow.Remember(row, memory);
    }

    // Products that the listing of products did not show: drafts, and those made since.
    private async Task LearnAsync(IReadOnlyList<JsonItem<WireRow>> items, RunMemory memory, CancellationToken cancellationToken)
    {
        var missing = Products(items).Where(id => !memory.Bases.ContainsKey(id)).Distinct().ToList();
        if (missing.Count == 0)
            return;
        foreach (var (product, known) in await ProductBases.ReadAsync(client, missing, cancellationToken))
            memory.Bases[product] = known;
    }

    private static ProductBase? Known(RunMemory memory, long product) => memory.Bases.TryGetValue(product, out var known) ? known : null;

    private static IEnumerable<long> Products(IEnumerable<JsonItem<WireRow>> items) =>
        items.Where(item => item.Value?.Text("id_product") is { } id && long.TryParse(id, CultureInfo.InvariantCulture, out _)).Select(item => VariantRow.Product(item.Value!)).Where(id => id > 0);

    private static async IAsyncEnumerable<IReadOnlyList<JsonItem<WireRow>>> GroupsAsync(IAsyncEnumerable<JsonItem<WireRow>> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var group = new List<JsonItem<WireRow>>(Group);
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            group.Add(item);
            if (group.Count < Group)
                continue;
            yield return group;
            group = new List<JsonItem<WireRow>>(Group);
        }

        if (group.Count > 0)
            yield return group;
    }
}
