using System.Globalization;
using System.Runtime.CompilerServices;
using ErpSync.Http;
using ErpSync.PrestaShop.Variants;

namespace ErpSync.PrestaShop.Prices;

/// <summary>Reads specific prices: all, listed, by id and by owner.</summary>
internal sealed class PriceReader(PrestaShopClient client, ShopSession session) : IReader<Price>, ILister<Price>, IFinder<Price>, IOwnedFinder<Price>, INewestId<Price>
{
    private const int Group = 1000;

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<Price>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (item, own, shop) in WalkAsync(static query => query, isFresh: false, cancellationToken))
            yield return Map(item, own, shop);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (item, own, _) in WalkAsync(static query => query, isFresh: false, cancellationToken))
        {
            var row = Listings.Row(item);
            yield return new Listed(RemoteId.From(row.Id), PriceMapping.StampOf(row, own));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<Price>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var result in OfAsync("id", Rows.Numbers(ids), cancellationToken))
            yield return result;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<Price>> FindByOwnersAsync(IReadOnlyCollection<Ref> owners, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var result in OfAsync("id_product_attribute", Rows.Numbers(owners.Where(owner => owner.Kind == EntityKind.ProductVariant).Select(owner => owner.Id)), cancellationToken))
            yield return result;
        await foreach (var result in OfAsync("id_product", Rows.Numbers(owners.Where(owner => owner.Kind == EntityKind.Product).Select(owner => owner.Id)), cancellationToken))
        {
            if (result.Record is not { } record || record.Value.Owner.Kind == EntityKind.Product)
                yield return result;
        }
    }

    /// <inheritdoc/>
    public Task<RemoteId?> NewestIdAsync(CancellationToken cancellationToken) => NewestIds.RemoteIdAsync(client, PriceRow.Resource, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<Price>> ReadNewerThanAsync(RemoteId? id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var walk = WalkAsync(query => id is { } known ? query.With("filter[id]", $">[{Rows.Number(known).ToString(CultureInfo.InvariantCulture)}]") : query, isFresh: true, cancellationToken);
        await foreach (var (item, own, shop) in walk)
            yield return Map(item, own, shop);
    }

    /// <summary>The rows of ids, as they are now.</summary>
    public async Task<IReadOnlyDictionary<long, WireRow>> RowsAsync(IEnumerable<long> ids, CancellationToken cancellationToken) =>
        (await Rows.ListAsync(client, PriceRow.Resource, PriceRow.Fields, "id", ids, cancellationToken)).ToDictionary(row => row.Id);

    private async IAsyncEnumerable<ReadResult<Price>> OfAsync(string column, IEnumerable<long> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        await foreach (var (item, own) in PricedAsync(Rows.FindAsync(client, PriceRow.Resource, PriceRow.Fields, column, ids, cancellationToken), shop, isFresh: true, cancellationToken))
            yield return Map(item, own, shop);
    }

    private async IAsyncEnumerable<(JsonItem<WireRow> Item, OwnPrice? Own, ShopData Shop)> WalkAsync(Func<Query, Query> filter, bool isFresh, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        if (!isFresh)
            await ProductBases.KnowAllAsync(client, session.Memory, cancellationToken);
        var listing = new Listing(PriceRow.Resource, shop.KnowsColumns ? PriceRow.Fields : "full") { Pages = new PageOptions { Size = 5000, MinSize = 100, UnlimitedFirst = true }, Filter = filter };
        await foreach (var (item, own) in PricedAsync(listing.ReadAsync(client, cancellationToken), shop, isFresh, cancellationToken))
            yield return (item, own, shop);
    }

    // Each price with the one that it reduces: known from products that were listed, else read.
    private async IAsyncEnumerable<(JsonItem<WireRow> Item, OwnPrice? Own)> PricedAsync(IAsyncEnumerable<JsonItem<WireRow>> items, ShopData shop, bool isFresh, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var group = new List<JsonItem<WireRow>>();
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            if (item.Value is { } row && !IsRecord(row, shop))
                continue;
            group.Add(item);
            if (group.Count < Group)
                continue;
            foreach (var priced in await PricedAsync(group, shop, isFresh, cancellationToken))
                yield return priced;
            group.Clear();
        }

        foreach (var priced in await PricedAsync(group, shop, isFresh, cancellationToken))
            yield return priced;
    }

    private async Task<IReadOnlyList<(JsonItem<WireRow> Item, OwnPrice? Own)>> PricedAsync(List<JsonItem<WireRow>> items, ShopData shop, bool isFresh, CancellationToken cancellationToken)
    {
        var rows = items.Select(item => item.Value).OfType<WireRow>().ToList();
        var memory = session.Memory;
        await memory.PriceNames.LearnAsync(client, shop, rows, cancellationToken);
        foreach (var row in rows)
            memory.Saw(PriceRow.Resource, row.Id);
        var products = rows.Select(row => Number(row, "id_product")).Where(id => id > 0 && (isFresh || !memory.Bases.ContainsKey(id))).Distinct().ToList();
        if (products.Count > 0)
        {
            foreach (var (product, known) in await ProductBases.ReadAsync(client, products, cancellationToken))
                memory.Bases[product] = known;
        }

        var variants = rows.Select(row => Number(row, "id_product_attribute")).Where(id => id > 0 && (isFresh || !memory.Impacts.ContainsKey(id))).Distinct().ToList();
        foreach (var row in variants.Count == 0 ? [] : await Rows.ListAsync(client, VariantRow.Resource, "[id,id_product,price]", "id", variants, cancellationToken))
            memory.Impacts[row.Id] = row.Number("price") ?? 0;
        return [.. items.Select(item => (item, item.Value is { } row ? Own(row, memory, shop) : null))];
    }

    private static OwnPrice? Own(WireRow row, RunMemory memory, ShopData shop)
    {
        if (!memory.Bases.TryGetValue(Number(row, "id_product"), out var product))
            return null;
        var impact = 0m;
        if (Number(row, "id_product_attribute") is > 0 and var variant && !memory.Impacts.TryGetValue(variant, out impact))
            return null;
        return new OwnPrice(product.Price + impact, shop.Taxes.Of(product.TaxGroup));
    }

    // A row that cannot be read is told as it is.
    private static bool IsRecord(WireRow row, ShopData shop)
    {
        try
        {
            return PriceRow.IsRecord(row, shop);
        }
        catch (ConnectorException)
        {
            return true;
        }
    }

    private static long Number(WireRow row, string field) => long.TryParse(row.Text(field), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private ReadResult<Price> Map(JsonItem<WireRow> item, OwnPrice? own, ShopData shop) =>
        Rows.Map(item, client.Connection, row => PriceMapping.Read(row, own, session.Memory.PriceNames, shop));
}
