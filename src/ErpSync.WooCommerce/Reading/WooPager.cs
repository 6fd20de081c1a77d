using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>
/// Walks a list in order of ids. Page walks are no snapshots: a record that is deleted in between moves the rest up. So each page begins with the last record of the page
/// before; where it begins behind it, the walk steps back. Nothing is lost and, since ids only grow, nothing is given twice.
/// A page that breaks off is asked for again at half the size; the size that works is remembered.
/// </summary>
internal sealed class WooPager(WooClient client, WooCommerceOptions options)
{
    private readonly ConcurrentDictionary<string, int> _sizes = new(StringComparer.Ordinal);

    /// <param name="path">The list with its filters, without order and paging.</param>
    /// <param name="parse">Makes one row.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    public async IAsyncEnumerable<JsonItem<T>> ReadAsync<T>(string path, JsonItemParser<T> parse, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var resource = path.Split('?')[0];
        var last = 0L;
        var offset = 0L;
        while (true)
        {
            var size = _sizes.TryGetValue(resource, out var known) ? known : options.PageSize;
            var address = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}orderby=id&order=asc&per_page={size}&offset={offset}");
            var received = 0L;
            var isShifted = false;
            var total = 0L;
            var isBroken = false;
            var page = PageAsync(address, parse, value => total = value, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (page)
            {
                while (true)
                {
                    (JsonItem<T> Item, long Id) row;
                    try
                    {
                        if (!await page.MoveNextAsync())
                            break;
                        row = page.Current;
                    }
                    catch (ConnectorException fault) when (size > 1 && PageReader.IsCuredBySmallerPage(fault.Problem))
                    {
                        isBroken = true;
                        _sizes[resource] = Math.Max(1, size / 2);
                        break;
                    }

                    received++;
                    if (received == 1 && offset > 0 && row.Id > last)
                    {
                        isShifted = true;
                        break;
                    }

                    if (row.Id > 0 && row.Id <= last)
                        continue;
                    if (row.Id > 0)
                        last = row.Id;
                    yield return row.Item;
                }
            }

            if (isShifted || (!isBroken && received == 0 && offset > 0))
            {
                offset = Math.Max(0, offset - size);
                continue;
            }

            offset += received;
            if (!isBroken && (received < size || (total > 0 && offset >= total)))
                yield break;
            offset = Math.Max(0, offset - 1);
        }
    }

    private async IAsyncEnumerable<(JsonItem<T> Item, long Id)> PageAsync<T>(string address, JsonItemParser<T> parse, Action<long> total, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var id = 0L;
        using var answer = await client.OpenAsync(address, cancellationToken);
        total(WooClient.Total(answer) ?? 0);
        JsonItemParser<T> noting = (ref System.Text.Json.Utf8JsonReader item) =>
        {
            id = IdOf(item);
            return parse(ref item);
        };
        await foreach (var item in answer.ReadItemsAsync(JsonPlace.Root, noting, cancellationToken))
        {
            yield return (item, id > 0 ? id : item.Problem?.Id is { } known ? JsonValues.Number(known) ?? 0 : 0);
            id = 0;
        }
    }

    // A copy of the reader looks ahead for the id, which stands first in every row.
    private static long IdOf(System.Text.Json.Utf8JsonReader item)
    {
        if (item.TokenType != System.Text.Json.JsonTokenType.StartObject)
            return 0;
        while (item.Read() && item.TokenType == System.Text.Json.JsonTokenType.PropertyName)
        {
            var isId = item.ValueTextEquals("id"u8);
            item.Read();
            if (isId)
                return item.TokenType == System.Text.Json.JsonTokenType.Number && item.TryGetInt64(out var id) ? id : 0;
            item.Skip();
        }

        return 0;
    }
}
