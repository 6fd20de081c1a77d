using System.Globalization;
using System.Runtime.CompilerServices;
using ErpSync.Http;

namespace ErpSync.PrestaShop.Products;

/// <summary>Reads products: all, changed ones, listed, by id and by reference.</summary>
internal sealed class ProductReader(PrestaShopClient client, ShopSession session, ProductWords words)
    : IReader<Product>, IChangeReader<Product>, ILister<Product>, IFinder<Product>, IKeyFinder<Product>, INewestId<Product>
{
    /// <inheritdoc/>
    public string KeyName => "reference";

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadResult<Product>> ReadAsync(CancellationToken cancellationToken) => WalkAsync(static query => query, isComplete: true, cancellationToken);

    /// <inheritdoc/>
    public Task<string> TakeCursorAsync(CancellationToken cancellationToken) => session.CursorAsync(cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<Product>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var range = ChangedSince.Range(session.Instant(cursor), shop.Zone);
        var memory = session.Memory;
        var ids = new List<long>();
        await foreach (var result in WalkAsync(query => query.With("filter[date_upd]", range).With("date", "1"), isComplete: false, cancellationToken))
        {
            if ((result.Record?.Id ?? result.Problem!.Id) is { } id && ids.Count <= ChangedProducts.Most)
                ids.Add(Rows.Number(id));
            yield return result;
        }

        memory.ChangedProducts = ids.Count <= ChangedProducts.Most ? new ChangedProducts(range, ids) : null;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var memory = session.Memory;
        var listing = new Listing(ProductRow.Resource, shop.KnowsColumns ? ProductRow.Listed(client.Options) : "full") { Filter = Saved };
        await foreach (var item in listing.ReadAsync(client, cancellationToken))
        {
            var row = Listings.Row(item);
            ProductRow.Remember(row, memory);
            yield return new Listed(RemoteId.From(row.Id), ProductRow.StampOf(row, client.Options));
        }

        memory.KnowsAllBases = true;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<Product>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        await foreach (var item in Rows.FindAsync(client, ProductRow.Resource, ProductRow.Full(shop, client.Options), "id", Rows.Numbers(ids), cancellationToken))
            yield return await MapAsync(item, shop, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<Product>> FindByKeyAsync(IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<long>();
        foreach (var value in ReferenceFilters.Of(keys))
        {
            // The database compares without case and accents; here the article number counts as it is written.
            await foreach (var item in client.ReadAsync(new Query(ProductRow.Resource).Show(ProductRow.Full(shop, client.Options)).Where("reference", value), null, RequestPurpose.Data, cancellationToken))
            {
                if (item.Value is not { } row || (wanted.Contains(row.Text("reference") ?? "") && seen.Add(row.Id)))
                    yield return await MapAsync(item, shop, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public Task<RemoteId?> NewestIdAsync(CancellationToken cancellationToken) => NewestIds.RemoteIdAsync(client, ProductRow.Resource, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadResult<Product>> ReadNewerThanAsync(RemoteId? id, CancellationToken cancellationToken) =>
        WalkAsync(query => id is { } known ? query.With("filter[id]", $">[{Rows.Number(known).ToString(CultureInfo.InvariantCulture)}]") : query, isComplete: false, cancellationToken);

    private async IAsyncEnumerable<ReadResult<Product>> WalkAsync(Func<Query, Query> filter, bool isComplete, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var memory = session.Memory;
        var listing = new Listing(ProductRow.Resource, ProductRow.Full(shop, client.Options))
        {
            Pages = new PageOptions { Size = client.Options.PageSize },
            Filter = query => Saved(filter(query)),
        };
        await foreach (var item in listing.ReadAsync(client, cancellationToken))
        {
            if (item.Value is { } row)
                ProductRow.Remember(row, memory);
            yield return await MapAsync(item, shop, cancellationToken);
        }

        memory.KnowsAllBases |= isComplete;
    }

    // Drafts of the back office have no state yet.
    private static Query Saved(Query query) => query.Where("state", "1");

    private ValueTask<ReadResult<Product>> MapAsync(JsonItem<WireRow> item, ShopData shop, CancellationToken cancellationToken)
    {
        var memory = session.Memory;
        return item.Value is not { } row || ((row.Association("product_features").Count == 0 || memory.Features?.Knows(row) == true) && (row.Association("tags").Count == 0 || memory.Tags?.Knows(row) == true))
            ? new ValueTask<ReadResult<Product>>(Rows.Map(item, client.Connection, one => ProductMapping.Read(one, shop, client.Options, new WordBooks(memory.Features, memory.Tags))))
            : ReadWordsAsync(item, row, shop, cancellationToken);
    }

    private async ValueTask<ReadResult<Product>> ReadWordsAsync(JsonItem<WireRow> item, WireRow row, ShopData shop, CancellationToken cancellationToken)
    {
        var books = await words.ForAsync([row], cancellationToken);
        return Rows.Map(item, client.Connection, one => ProductMapping.Read(one, shop, client.Options, books));
    }
}
