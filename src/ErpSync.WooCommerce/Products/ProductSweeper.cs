using System.Globalization;
using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>Looks at a page of products at a time, round and round, for changes that bear no date: meta data and stock that plugins write past WooCommerce.</summary>
internal sealed class ProductSweeper(WooSession session) : ISweeper<Product>
{
    private const string Next = "next";
    private DateTimeOffset _last = DateTimeOffset.MinValue;
    private long? _total;

    public int? RequestsPerRound => _total is { } total ? (int)((total + session.Options.PageSize - 1) / session.Options.PageSize) + 1 : null;

    public async Task<IReadOnlyCollection<RemoteId>> SweepAsync(ISweepMemory memory, int requests, CancellationToken cancellationToken)
    {
        var now = session.Time.GetUtcNow();
        if (_last != DateTimeOffset.MinValue && now - _last < session.Options.SweepEvery)
            return [];
        _last = now;
        var moved = new List<RemoteId>();
        var size = session.Options.PageSize;
        var offset = long.TryParse(await memory.GetAsync(Next, cancellationToken), CultureInfo.InvariantCulture, out var kept) ? kept : 0;
        for (var request = 0; request < requests; request++)
        {
            using var answer = await session.Client.OpenAsync($"{ProductReader.List}&orderby=id&order=asc&per_page={JsonValues.Invariant(size)}&offset={JsonValues.Invariant(offset)}", cancellationToken);
            _total = WooClient.Total(answer) ?? _total;
            var rows = new List<JsonElement>();
            await foreach (var item in answer.ReadItemsAsync(Http.JsonPlace.Root, (ref Utf8JsonReader row) => JsonElement.ParseValue(ref row), cancellationToken))
            {
                if (item.Problem is null)
                    rows.Add(item.Value);
            }

            await CompareAsync(memory, rows, moved, cancellationToken);
            offset = rows.Count < size ? 0 : offset + size;
            if (offset == 0)
                break;
        }

        memory.Set(Next, JsonValues.Invariant(offset));
        return moved;
    }

    private static async Task CompareAsync(ISweepMemory memory, List<JsonElement> rows, List<RemoteId> moved, CancellationToken cancellationToken)
    {
        foreach (var bucket in rows.GroupBy(row => (row.Whole("id") ?? 0) / 256))
        {
            var key = "b" + JsonValues.Invariant(bucket.Key);
            var prints = (await memory.GetAsync(key, cancellationToken) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).Where(part => part.Length == 2).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
            foreach (var row in bucket)
            {
                var id = JsonValues.Invariant(row.Whole("id") ?? 0);
                var print = Prints.Of(row.GetRawText());
                if (prints.TryGetValue(id, out var known) && known != print)
                    moved.Add(new RemoteId(id));
                prints[id] = print;
            }

            memory.Set(key, string.Join(';', prints.Select(print => $"{print.Key}={print.Value}")));
        }
    }
}
