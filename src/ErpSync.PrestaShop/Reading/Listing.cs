using System.Runtime.CompilerServices;
using ErpSync.Http;

namespace ErpSync.PrestaShop;

/// <summary>
/// Walks a listing to its end. A page goes on after the last key that was delivered rather than at an offset, so that records which come and go meanwhile move nothing.
/// A record on which the shop breaks by itself is told by its id, and the walk goes on behind it.
/// </summary>
/// <param name="resource">The resource.</param>
/// <param name="fields">The fields to show.</param>
internal sealed class Listing(string resource, string fields)
{
    /// <summary>How pages are cut; a listing without limit first, unless told.</summary>
    public PageOptions Pages { get; init; } = new() { Size = 2000, MinSize = 1, UnlimitedFirst = true };

    /// <summary>More filters.</summary>
    public Func<Query, Query> Filter { get; init; } = static query => query;

    /// <summary>The lowest id that is shown; 0 for all.</summary>
    public long From { get; init; }

    /// <summary>The column that the listing is ordered by; several records may have the same value.</summary>
    public string Key { get; init; } = "id";

    /// <summary>The order, beginning with the key.</summary>
    public string Order { get; init; } = "[id_ASC]";

    /// <summary>Streams the records.</summary>
    public async IAsyncEnumerable<JsonItem<WireRow>> ReadAsync(PrestaShopClient client, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = new Place();
        var memory = Pages.UnlimitedFirst ? resource + " (listing)" : resource;
        await foreach (var item in client.Pages(memory, Pages).ReadAsync((window, token) => PageAsync(client, place, window, token), cancellationToken))
            yield return item;
    }

    private async IAsyncEnumerable<JsonItem<WireRow>> PageAsync(PrestaShopClient client, Place place, PageWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ConnectorException? breakage = null;
        var before = place.Last;
        var received = 0;
        await using (var page = client.ReadAsync(Page(place, window.Size, fields), window, RequestPurpose.Data, cancellationToken).GetAsyncEnumerator(cancellationToken))
        {
            while (true)
            {
                try
                {
                    if (!await page.MoveNextAsync())
                        break;
                }
                catch (ConnectorException fault) when (window.IsSmallest && window.Size == 1 && Key == "id" && PageReader.IsCuredBySmallerPage(fault.Problem))
                {
                    breakage = fault;
                    break;
                }

                received++;
                place.Take(page.Current.Value?.Whole(Key));
                yield return page.Current;
            }
        }

        if (breakage is not null)
            yield return await BrokenAsync(client, place, breakage, cancellationToken);
        else if (received > 0 && received == window.Size && before == place.Last && Key == "id")
            throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, PrestaShopCodes.ValueUnreadable, $"A page of {resource} holds no record with an id.") { Connection = client.Connection });
    }

    private async Task<JsonItem<WireRow>> BrokenAsync(PrestaShopClient client, Place place, ConnectorException breakage, CancellationToken cancellationToken)
    {
        var ids = await client.ListAsync(Page(place, 1, "[id]"), RequestPurpose.Data, cancellationToken);
        if (ids.Count == 0)
            throw breakage;
        place.Take(ids[0].Id);
        return new JsonItem<WireRow>(0, null, breakage.Problem with
        {
            Kind = ProblemKind.Unreadable,
            Code = PrestaShopCodes.RecordBreaksShop,
            Id = RemoteId.From(ids[0].Id),
            Remedy = "The shop fails on this one record; its error log says why.",
        });
    }

    private Query Page(Place place, int? size, string shown)
    {
        var query = Filter(new Query(resource).Show(shown)).Sorted(Order);
        var isUnique = Key == "id";
        if ((place.Last ?? (isUnique && From > 1 ? From - 1 : null)) is { } last)
            query.With($"filter[{Key}]", $">[{(isUnique ? last : last - 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}]");
        var skip = isUnique ? 0 : place.AtLast;
        return size is null && skip == 0 ? query
            : query.With("limit", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{skip},{size ?? int.MaxValue}"));
    }

    private sealed class Place
    {
        public long? Last { get; private set; }

        public int AtLast { get; private set; }

        public void Take(long? key)
        {
            if (key is null)
                return;
            AtLast = key == Last ? AtLast + 1 : 1;
            Last = key;
        }
    }
}
