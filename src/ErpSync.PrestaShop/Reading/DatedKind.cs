using System.Runtime.CompilerServices;

namespace ErpSync.PrestaShop;

/// <summary>A kind whose rows carry a date that tells new or changed ones.</summary>
/// <typeparam name="T">The record's type.</typeparam>
internal abstract class DatedKind<T>(PrestaShopClient client, ShopSession session, string resource, string column) : RowKind<T>(client, session, resource), IChangeReader<T>
    where T : class, IEntity
{
    /// <inheritdoc/>
    public Task<string> TakeCursorAsync(CancellationToken cancellationToken) => Session.CursorAsync(cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<T>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await Session.ShopAsync(cancellationToken);
        var range = ChangedSince.Range(Session.Instant(cursor), shop.Zone);
        var seen = new HashSet<RemoteId>();
        await foreach (var result in WalkAsync(query => query.With($"filter[{column}]", range).With("date", "1"), cancellationToken, areChanged: true))
        {
            if (result.Record is { } record)
                seen.Add(record.Id);
            yield return result;
        }

        await foreach (var result in ReadMoreAsync(shop, cancellationToken))
        {
            if (result.Record is not { } record || seen.Add(record.Id))
                yield return result;
        }
    }

    /// <summary>What must be looked at again although no date says so; nothing unless told.</summary>
    protected virtual IAsyncEnumerable<ReadResult<T>> ReadMoreAsync(ShopData shop, CancellationToken cancellationToken) => AsyncEnumerable.Empty<ReadResult<T>>();
}
