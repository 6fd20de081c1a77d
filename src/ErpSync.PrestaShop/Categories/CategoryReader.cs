using System.Globalization;
using System.Runtime.CompilerServices;
using ErpSync.Http;

namespace ErpSync.PrestaShop.Categories;

/// <summary>Reads categories: all, changed ones, listed and by id.</summary>
internal sealed class CategoryReader(PrestaShopClient client, ShopSession session)
    : IReader<Category>, IChangeReader<Category>, ILister<Category>, IFinder<Category>, INewestId<Category>
{
    /// <inheritdoc/>
    public IAsyncEnumerable<ReadResult<Category>> ReadAsync(CancellationToken cancellationToken) => WalkAsync(static query => query, cancellationToken);

    /// <inheritdoc/>
    public Task<string> TakeCursorAsync(CancellationToken cancellationToken) => session.CursorAsync(cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<Category>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var range = ChangedSince.Range(session.Instant(cursor), shop.Zone);
        await foreach (var result in WalkAsync(query => query.With("filter[date_upd]", range).With("date", "1"), cancellationToken))
            yield return result;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var tree = new CategoryTree();
        await foreach (var item in new Listing(CategoryRow.Resource, CategoryRow.ListedFields).ReadAsync(client, cancellationToken))
        {
            var row = Listings.Row(item);
            session.Memory.Saw(CategoryRow.Resource, row.Id);
            tree.Add(row, shop);
            if (!CategoryRow.IsRoot(row, shop))
                yield return new Listed(RemoteId.From(row.Id), CategoryRow.StampOf(row));
        }

        session.Memory.Categories = tree;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<Category>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        await foreach (var item in Rows.FindAsync(client, CategoryRow.Resource, CategoryRow.Full(shop), "id", Rows.Numbers(ids), cancellationToken))
        {
            if (await MapAsync(item, shop, cancellationToken) is { } result)
                yield return result;
        }
    }

    /// <inheritdoc/>
    public Task<RemoteId?> NewestIdAsync(CancellationToken cancellationToken) => NewestIds.RemoteIdAsync(client, CategoryRow.Resource, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadResult<Category>> ReadNewerThanAsync(RemoteId? id, CancellationToken cancellationToken) =>
        WalkAsync(query => id is { } known ? query.With("filter[id]", $">[{Rows.Number(known).ToString(CultureInfo.InvariantCulture)}]") : query, cancellationToken);

    /// <summary>The tree, read when the run needs it first and again after a write.</summary>
    public async Task<CategoryTree> TreeAsync(CancellationToken cancellationToken) =>
        session.Memory.Categories ??= await CategoryTree.ReadAsync(client, await session.ShopAsync(cancellationToken), cancellationToken);

    private async IAsyncEnumerable<ReadResult<Category>> WalkAsync(Func<Query, Query> filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var listing = new Listing(CategoryRow.Resource, CategoryRow.Full(shop)) { Pages = new PageOptions { Size = client.Options.PageSize }, Filter = filter };
        await foreach (var item in listing.ReadAsync(client, cancellationToken))
        {
            if (await MapAsync(item, shop, cancellationToken) is { } result)
                yield return result;
        }
    }

    private async Task<ReadResult<Category>?> MapAsync(JsonItem<WireRow> item, ShopData shop, CancellationToken cancellationToken)
    {
        if (item.Value is { } row)
        {
            session.Memory.Saw(CategoryRow.Resource, row.Id);
            if (CategoryRow.IsRoot(row, shop))
                return null;
        }

        var tree = await TreeAsync(cancellationToken);
        return Rows.Map(item, client.Connection, one => CategoryMapping.Read(one, tree, shop));
    }
}
