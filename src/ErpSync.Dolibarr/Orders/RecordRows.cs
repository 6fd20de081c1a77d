using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>Reads rows of a resource in the order of ids: pages that go on behind the last id, or some by id. See <see cref="RowWalk{T}"/> for rows that Dolibarr leaves out.</summary>
internal sealed class RecordRows(DolibarrClient client, string resource, int pageSize)
{
    private readonly RowWalk<JsonElement> _walk = new(client, resource, static (ref Utf8JsonReader item) => JsonElement.ParseValue(ref item));

    /// <summary>Streams all rows that a filter finds; an item with a problem tells that rows were left out.</summary>
    /// <param name="filter">A filter; null for none.</param>
    /// <param name="query">More parameters, each with an ampersand before it.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public IAsyncEnumerable<JsonItem<JsonElement>> AllAsync(string? filter, string query, CancellationToken cancellationToken) =>
        _walk.AllAsync(resource, pageSize, (last, limit) => Path(limit, filter is null ? SqlFilter.Above("t.rowid", last) : SqlFilter.And(SqlFilter.Above("t.rowid", last), filter), query), IdOf, cancellationToken);

    /// <summary>Streams the rows that exist of some ids; an item with a problem names one that exists and was left out.</summary>
    public IAsyncEnumerable<JsonItem<JsonElement>> FindAsync(IEnumerable<long> ids, string query, CancellationToken cancellationToken) =>
        _walk.FindAsync(ids, some => Path(some.Length, SqlFilter.In("t.rowid", some), query), static item => item.Problem is null ? item.Value.Whole("id") : null, cancellationToken);

    /// <summary>The row of an item, where a walk that left rows out must count for nothing.</summary>
    /// <exception cref="ConnectorException">The item tells that rows were left out.</exception>
    public static JsonElement Whole(JsonItem<JsonElement> item) => item.Problem is { } problem ? throw new ConnectorException(problem) : item.Value;

    private string Path(int limit, string filter, string query) =>
        $"{resource}?sortfield=t.rowid&sortorder=ASC&limit={JsonValues.Invariant(limit)}&pagination_data=true&{SqlFilter.Query(filter)}{query}";

    private long IdOf(JsonItem<JsonElement> item) => item.Problem is null && item.Value.Whole("id") is { } id
        ? id
        : throw new ConnectorException(item.Problem ?? new SyncProblem(ProblemKind.Unreadable, "dolibarr.record-unreadable", $"A row of {resource} has no id.") { Connection = client.Connection, Field = "id" });
}
