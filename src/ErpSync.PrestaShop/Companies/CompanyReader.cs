using System.Globalization;
using System.Runtime.CompilerServices;
using ErpSync.Http;

namespace ErpSync.PrestaShop.Companies;

/// <summary>Reads makers or suppliers: all, changed ones, listed, by id and by name.</summary>
/// <typeparam name="T">The record's type.</typeparam>
internal sealed class CompanyReader<T>(PrestaShopClient client, ShopSession session, CompanyKind<T> kind)
    : IReader<T>, IChangeReader<T>, ILister<T>, IFinder<T>, IKeyFinder<T>, INewestId<T>
    where T : class, IEntity
{
    /// <inheritdoc/>
    public string KeyName => "name";

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadResult<T>> ReadAsync(CancellationToken cancellationToken) => WalkAsync(static query => query, cancellationToken);

    /// <inheritdoc/>
    public Task<string> TakeCursorAsync(CancellationToken cancellationToken) => session.CursorAsync(cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<T>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var range = ChangedSince.Range(session.Instant(cursor), shop.Zone);
        await foreach (var result in WalkAsync(query => query.With("filter[date_upd]", range).With("date", "1"), cancellationToken))
            yield return result;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await session.ShopAsync(cancellationToken);
        await foreach (var item in new Listing(kind.Resource, "[id,name,active,date_upd]").ReadAsync(client, cancellationToken))
        {
            var row = Listings.Row(item);
            session.Memory.Saw(kind.Resource, row.Id);
            yield return new Listed(RemoteId.From(row.Id), CompanyKind<T>.StampOf(row));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<T>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        await foreach (var item in Rows.FindAsync(client, kind.Resource, kind.Fields, "id", Rows.Numbers(ids), cancellationToken))
            yield return Map(item, shop);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<T>> FindByKeyAsync(IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Keys are names in lower case; the database compares without case and accents.
        var shop = await session.ShopAsync(cancellationToken);
        var wanted = keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<long>();
        foreach (var value in ReferenceFilters.Of(keys))
        {
            await foreach (var item in client.ReadAsync(new Query(kind.Resource).Show(kind.Fields).Where("name", value), null, RequestPurpose.Data, cancellationToken))
            {
                if (item.Value is not { } row || (wanted.Contains((row.Text("name") ?? "").Trim()) && seen.Add(row.Id)))
                    yield return Map(item, shop);
            }
        }
    }

    /// <inheritdoc/>
    public Task<RemoteId?> NewestIdAsync(CancellationToken cancellationToken) => NewestIds.RemoteIdAsync(client, kind.Resource, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadResult<T>> ReadNewerThanAsync(RemoteId? id, CancellationToken cancellationToken) =>
        WalkAsync(query => id is { } known ? query.With("filter[id]", $">[{Rows.Number(known).ToString(CultureInfo.InvariantCulture)}]") : query, cancellationToken);

    private async IAsyncEnumerable<ReadResult<T>> WalkAsync(Func<Query, Query> filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        await foreach (var item in new Listing(kind.Resource, kind.Fields) { Filter = filter }.ReadAsync(client, cancellationToken))
        {
            if (item.Value is { } row)
                session.Memory.Saw(kind.Resource, row.Id);
            yield return Map(item, shop);
        }
    }

    private ReadResult<T> Map(JsonItem<WireRow> item, ShopData shop) => Rows.Map(item, client.Connection, row =>
    {
        var value = kind.Read(row, shop);
        return new Remote<T>(RemoteId.From(row.Id), value)
        {
            ModifiedAt = LocalTime.ToInstant(row.Text("date_upd"), shop.Zone),
            Label = kind.Name(value),
            Stamp = CompanyKind<T>.StampOf(row),
            Native = row,
        };
    });
}
