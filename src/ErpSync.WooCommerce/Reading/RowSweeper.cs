using System.Globalization;
using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>
/// Looks at a page of a list at a time, round and round, for changes that bear no date: meta data, stock, prices and pictures that plugins and the media library write past WooCommerce.
/// Several lists, as those of products and of variations, are gone through one after the other.
/// </summary>
/// <typeparam name="T">The record's type.</typeparam>
/// <param name="session">The session.</param>
/// <param name="lists">The lists with the fields that are compared, for the present version.</param>
/// <param name="ids">The records behind a row.</param>
internal sealed class RowSweeper<T>(WooSession session, Func<ShopSetup, IReadOnlyList<string>> lists, Func<JsonElement, IEnumerable<RemoteId>> ids) : ISweeper<T>
    where T : class, IEntity
{
    private const string Next = "next";
    private readonly Dictionary<string, long> _totals = new(StringComparer.Ordinal);
    private DateTimeOffset _last = DateTimeOffset.MinValue;

    public int? RequestsPerRound => _totals.Count == 0 ? null : (int)_totals.Values.Sum(total => (total + session.Options.PageSize - 1) / session.Options.PageSize) + _totals.Count;

    public async Task<IReadOnlyCollection<RemoteId>> SweepAsync(ISweepMemory memory, int requests, CancellationToken cancellationToken)
    {
        var now = session.Time.GetUtcNow();
        if (_last != DateTimeOffset.MinValue && now - _last < session.Options.SweepEvery)
            return [];
        _last = now;
        var run = await session.RunAsync(cancellationToken);
        var paths = lists(run.Setup);
        var moved = new List<RemoteId>();
        var size = session.Options.PageSize;
        var (list, offset) = Place(await memory.GetAsync(Next, cancellationToken), paths.Count);
        for (var request = 0; request < requests; request++)
        {
            var rows = await PageAsync(paths[list], size, offset, cancellationToken);
            await CompareAsync(memory, list, rows, moved, cancellationToken);
            (list, offset) = rows.Count < size ? ((list + 1) % paths.Count, 0) : (list, offset + size);
            if (list == 0 && offset == 0)
                break;
        }

        memory.Set(Next, $"{JsonValues.Invariant(list)}:{JsonValues.Invariant(offset)}");
        return moved;
    }

    private async Task<List<JsonElement>> PageAsync(string path, int size, long offset, CancellationToken cancellationToken)
    {
        using var answer = await session.Client.OpenAsync($"{path}&orderby=id&order=asc&per_page={JsonValues.Invariant(size)}&offset={JsonValues.Invariant(offset)}", cancellationToken);
        if (WooClient.Total(answer) is { } total)
            _totals[path] = total;
        var rows = new List<JsonElement>();
        await foreach (var item in answer.ReadItemsAsync(JsonPlace.Root, (ref Utf8JsonReader row) => JsonElement.ParseValue(ref row), cancellationToken))
        {
            if (item.Problem is null)
                rows.Add(item.Value);
        }

        return rows;
    }

    private async Task CompareAsync(ISweepMemory memory, int list, List<JsonElement> rows, List<RemoteId> moved, CancellationToken cancellationToken)
    {
        foreach (var bucket in rows.GroupBy(row => (row.Whole("id") ?? 0) / 256))
        {
            var key = list == 0 ? "b" + JsonValues.Invariant(bucket.Key) : $"b{JsonValues.Invariant(list)}-{JsonValues.Invariant(bucket.Key)}";
            var prints = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var part in (await memory.GetAsync(key, cancellationToken) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).Where(part => part.Length == 2))
                prints[part[0]] = part[1];
            foreach (var row in bucket)
            {
                var id = JsonValues.Invariant(row.Whole("id") ?? 0);
                var print = Prints.Of(row.GetRawText());
                if (prints.TryGetValue(id, out var known) && known != print)
                    moved.AddRange(ids(row));
                prints[id] = print;
            }

            memory.Set(key, string.Join(';', prints.Select(print => $"{print.Key}={print.Value}")));
        }
    }

    private static (int List, long Offset) Place(string? text, int lists) =>
        text?.Split(':') is [var list, var offset] && int.TryParse(list, CultureInfo.InvariantCulture, out var at) && at < lists && long.TryParse(offset, CultureInfo.InvariantCulture, out var place) ? (at, place) : (0, 0);
}
