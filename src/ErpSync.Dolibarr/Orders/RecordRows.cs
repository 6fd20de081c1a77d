using System.Runtime.CompilerServices;
using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>Reads rows of a resource in the order of ids: pages that go on behind the last id, or some by id.</summary>
internal sealed class RecordRows(DolibarrClient client, string resource, int pageSize)
{
    private const int IdsPerRequest = 200;

    /// <summary>Streams all rows that a filter finds.</summary>
    /// <param name="filter">A filter; null for none.</param>
    /// <param name="query">More parameters, each with an ampersand before it.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public IAsyncEnumerable<JsonItem<JsonElement>> AllAsync(string? filter, string query, CancellationToken cancellationToken)
    {
        var last = 0L;
        return client.PagesAsync(resource, pageSize, Fetch, cancellationToken);

        async IAsyncEnumerable<JsonItem<JsonElement>> Fetch(PageWindow window, [EnumeratorCancellation] CancellationToken token)
        {
            var behind = SqlFilter.Above("t.rowid", last);
            var path = $"{resource}?sortfield=t.rowid&sortorder=ASC&limit={window.Size}&{SqlFilter.Query(filter is null ? behind : SqlFilter.And(behind, filter))}{query}";
            await foreach (var item in client.StreamAsync(Call.Get(path).For(window), Parse, token))
            {
                last = Math.Max(last, item.Problem is null && item.Value.Whole("id") is { } id ? id : throw Unreadable(item.Problem));
                yield return item;
            }
        }
    }

    /// <summary>Streams the rows that exist of some ids.</summary>
    public async IAsyncEnumerable<JsonItem<JsonElement>> FindAsync(IEnumerable<long> ids, string query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var some in ids.Distinct().Chunk(IdsPerRequest))
        {
            var path = $"{resource}?sortfield=t.rowid&sortorder=ASC&limit={some.Length}&{SqlFilter.Query(SqlFilter.In("t.rowid", some))}{query}";
            await foreach (var item in client.StreamAsync(Call.Get(path), Parse, cancellationToken))
                yield return item;
        }
    }

    private static JsonElement Parse(ref Utf8JsonReader item) => JsonElement.ParseValue(ref item);

    private ConnectorException Unreadable(SyncProblem? problem) => new(problem ?? new SyncProblem(ProblemKind.Unreadable, "dolibarr.record-unreadable", $"A row of {resource} has no id.") { Connection = client.Connection, Field = "id" });
}
