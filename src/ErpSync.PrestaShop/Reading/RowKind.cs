using System.Runtime.CompilerServices;
using ErpSync.Http;

namespace ErpSync.PrestaShop;

/// <summary>
/// Reads one kind from one resource: whole, listed, by id and newer than an id. What a record needs of other resources is fetched for many rows at once, so that the
/// number of requests does not grow with the number of records in a page.
/// </summary>
/// <typeparam name="T">The record's type.</typeparam>
internal abstract class RowKind<T>(PrestaShopClient client, ShopSession session, string resource) : IReader<T>, ILister<T>, IFinder<T>, INewestId<T>
    where T : class, IEntity
{
    private const int Together = 250;

    /// <summary>The sender.</summary>
    protected PrestaShopClient Client => client;

    /// <summary>The run.</summary>
    protected ShopSession Session => session;

    /// <summary>The resource.</summary>
    protected string Resource => resource;

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadResult<T>> ReadAsync(CancellationToken cancellationToken) => WalkAsync(static query => query, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var beginning = await BeginningAsync(cancellationToken);
        var own = OwnerColumn is null ? null : await Documents.OwnOrders.OfAsync(client, session.Memory, shop, cancellationToken);
        var fields = own is null ? ListedFields(shop) : ListedFields(shop)[..^1] + $",{OwnerColumn}]";
        await foreach (var item in new Listing(resource, fields) { From = beginning.Id, Filter = beginning.Of }.ReadAsync(client, cancellationToken))
        {
            var row = Listings.Row(item);
            session.Memory.Saw(resource, row.Id);

            // Of a record that breaks the shop nothing but its id is known: it is there.
            if (item.Value is null || (IsRecord(row) && own?.Have(row) != false))
                yield return new Listed(RemoteId.From(row.Id), StampOf(row));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<T>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        await foreach (var result in MapAsync(Rows.FindAsync(client, resource, Fields(shop), "id", Rows.Numbers(ids), cancellationToken), shop, cancellationToken))
            yield return result;
    }

    /// <inheritdoc/>
    public Task<RemoteId?> NewestIdAsync(CancellationToken cancellationToken) => NewestIds.RemoteIdAsync(client, resource, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadResult<T>> ReadNewerThanAsync(RemoteId? id, CancellationToken cancellationToken) =>
        WalkAsync(static query => query, cancellationToken, id is { } known ? Rows.Number(known) + 1 : 0);

    /// <summary>Where reading begins; at the first record unless told.</summary>
    protected virtual ValueTask<Beginning> BeginningAsync(CancellationToken cancellationToken) => default;

    /// <summary>The fields of a whole record.</summary>
    protected abstract string Fields(ShopData shop);

    /// <summary>The fields of a line of a listing.</summary>
    protected virtual string ListedFields(ShopData shop) => "[id]";

    /// <summary>The stamp of a row, from the fields of a listing; null for none.</summary>
    protected virtual string? StampOf(WireRow row) => null;

    /// <summary>False for rows that are no records; told by the fields of a listing.</summary>
    protected virtual bool IsRecord(WireRow row) => true;

    /// <summary>The column by which a record names its order, for what hangs on orders and is told of all shops together; null for everything else.</summary>
    protected virtual string? OwnerColumn => null;

    /// <summary>The order of a record with an <see cref="OwnerColumn"/>; null when this shop has no such order.</summary>
    protected virtual Ref? OwnerOf(T record) => null;

    /// <summary>False for records that lie before the beginning by what only the whole record tells.</summary>
    protected virtual bool IsWanted(T record, Beginning beginning) => true;

    /// <summary>Fetches what the rows need of other resources and gives the way from a row to its record.</summary>
    protected abstract Task<Func<WireRow, Remote<T>>> PrepareAsync(IReadOnlyList<WireRow> rows, ShopData shop, CancellationToken cancellationToken);

    /// <summary>The same for rows that were asked for because they are new or changed.</summary>
    protected virtual Task<Func<WireRow, Remote<T>>> PrepareChangedAsync(IReadOnlyList<WireRow> rows, ShopData shop, CancellationToken cancellationToken) => PrepareAsync(rows, shop, cancellationToken);

    /// <summary>Walks the records that a filter leaves.</summary>
    protected async IAsyncEnumerable<ReadResult<T>> WalkAsync(Func<Query, Query> filter, [EnumeratorCancellation] CancellationToken cancellationToken, long from = 0, bool areChanged = false)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var beginning = await BeginningAsync(cancellationToken);
        var listing = new Listing(resource, Fields(shop)) { Pages = new PageOptions { Size = client.Options.PageSize }, From = Math.Max(from, beginning.Id), Filter = query => beginning.Of(filter(query)) };
        await foreach (var result in MapAsync(listing.ReadAsync(client, cancellationToken), shop, cancellationToken, areChanged))
            yield return result;
    }

    private async IAsyncEnumerable<ReadResult<T>> MapAsync(IAsyncEnumerable<JsonItem<WireRow>> items, ShopData shop, [EnumeratorCancellation] CancellationToken cancellationToken, bool areChanged = false)
    {
        var waiting = new List<JsonItem<WireRow>>();
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            if (item.Value is { } row)
            {
                session.Memory.Saw(resource, row.Id);
                if (!IsRecord(row))
                    continue;
            }

            waiting.Add(item);
            if (waiting.Count < Together)
                continue;
            foreach (var result in await TogetherAsync(waiting, areChanged, shop, cancellationToken))
                yield return result;
            waiting.Clear();
        }

        foreach (var result in await TogetherAsync(waiting, areChanged, shop, cancellationToken))
            yield return result;
    }

    private async Task<IReadOnlyList<ReadResult<T>>> TogetherAsync(List<JsonItem<WireRow>> items, bool areChanged, ShopData shop, CancellationToken cancellationToken)
    {
        var rows = items.Select(item => item.Value).OfType<WireRow>().ToList();
        var map = rows.Count == 0 ? null : areChanged ? await PrepareChangedAsync(rows, shop, cancellationToken) : await PrepareAsync(rows, shop, cancellationToken);
        var beginning = await BeginningAsync(cancellationToken);
        return [.. items.Select(item => Rows.Map(item, client.Connection, map!)).Where(result => result.Record is not { } record || (IsWanted(record.Value, beginning) && !IsElsewhere(record.Value, shop)))];
    }

    // Of several shops one sees its own orders only: what belongs to none of them is another shop's.
    private bool IsElsewhere(T record, ShopData shop) => OwnerColumn is not null && shop.IsOneOfMany && OwnerOf(record) is null;
}
