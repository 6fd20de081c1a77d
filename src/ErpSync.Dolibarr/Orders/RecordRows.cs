using System.Runtime.CompilerServices;
using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>Reads rows of a resource in the order of ids: pages that go on behind the last id, or some by id.</summary>
internal sealed class RecordRows(DolibarrClient client, string resource, int pageSize)
{
    private const int IdsPerRequest = 200;

    /// <summary>
    /// Streams all rows that a filter finds. Dolibarr leaves a row that it fails to load out of its list without a word, and the page is short as if it were the last: where the answer tells
    /// how many rows there are (<c>pagination_data</c>, 21 or 22 and later), the walk goes on behind such a page and ends with an item that has a problem and no value. No request is spent on an empty last page then.
    /// </summary>
    /// <param name="filter">A filter; null for none.</param>
    /// <param name="query">More parameters, each with an ampersand before it.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public IAsyncEnumerable<JsonItem<JsonElement>> AllAsync(string? filter, string query, CancellationToken cancellationToken)
    {
        var (last, isDone, leftOut) = (0L, false, 0L);
        return client.PagesAsync(resource, pageSize, Fetch, cancellationToken);

        async IAsyncEnumerable<JsonItem<JsonElement>> Fetch(PageWindow window, [EnumeratorCancellation] CancellationToken token)
        {
            long? owed = null;
            while (!isDone)
            {
                var (given, told) = (0L, (long?)null);
                var behind = SqlFilter.Above("t.rowid", last);
                var path = $"{resource}?sortfield=t.rowid&sortorder=ASC&limit={window.Size}&pagination_data=true&{SqlFilter.Query(filter is null ? behind : SqlFilter.And(behind, filter))}{query}";
                await foreach (var item in client.StreamAsync(Call.Get(path).For(window), Parse, token, number => told = number))
                {
                    last = Math.Max(last, item.Problem is null && item.Value.Whole("id") is { } id ? id : throw Unreadable(item.Problem));
                    given++;
                    yield return item;
                }

                // An empty list of third parties is a 404 without numbers.
                var total = told ?? (given == 0 && owed is not null ? 0 : null);
                if (total is not { } all || all < given)
                    yield break;
                // What was counted and is not behind the page either was left out of it; a row that came while the page was made is behind it.
                leftOut += owed is { } before ? Math.Max(0, before - all) : 0;
                leftOut += given == 0 ? all : 0;
                isDone = given == all || given == 0;
                if (!isDone && given >= window.Size)
                    yield break;
                owed = all - given;
            }

            if (leftOut > 0)
            {
                yield return new JsonItem<JsonElement>(0, default, LeftOut(leftOut));
                leftOut = 0;
            }
        }
    }

    /// <summary>The row of an item, where a walk that left rows out must count for nothing.</summary>
    /// <exception cref="ConnectorException">The item tells that rows were left out.</exception>
    public static JsonElement Whole(JsonItem<JsonElement> item) => item.Problem is { } problem ? throw new ConnectorException(problem) : item.Value;

    /// <summary>Streams the rows that exist of some ids. One that Dolibarr counts and does not list is asked for alone, and is an item with a problem that names it if it fails again: it is not gone.</summary>
    public async IAsyncEnumerable<JsonItem<JsonElement>> FindAsync(IEnumerable<long> ids, string query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var some in ids.Distinct().Chunk(IdsPerRequest))
        {
            var (given, told) = (new HashSet<long>(), 0L);
            await foreach (var item in SomeAsync(some, query, number => told = number, cancellationToken))
            {
                if (item.Problem is null && item.Value.Whole("id") is { } id)
                    given.Add(id);
                yield return item;
            }

            foreach (var id in told > given.Count ? some.Where(id => !given.Contains(id)) : [])
            {
                var (isGiven, isCounted) = (false, 0L);
                await foreach (var item in SomeAsync([id], query, number => isCounted = number, cancellationToken))
                {
                    isGiven = true;
                    yield return item;
                }

                if (!isGiven && isCounted > 0)
                    yield return new JsonItem<JsonElement>(0, default, LeftOut(1) with { Id = RemoteId.From(id) });
            }
        }
    }

    private IAsyncEnumerable<JsonItem<JsonElement>> SomeAsync(long[] ids, string query, Action<long> total, CancellationToken cancellationToken) =>
        client.StreamAsync(Call.Get($"{resource}?sortfield=t.rowid&sortorder=ASC&limit={ids.Length}&pagination_data=true&{SqlFilter.Query(SqlFilter.In("t.rowid", ids))}{query}"), Parse, cancellationToken, total);

    private static JsonElement Parse(ref Utf8JsonReader item) => JsonElement.ParseValue(ref item);

    private SyncProblem LeftOut(long rows) => new(ProblemKind.Unreadable, DolibarrCodes.ListIncomplete, $"Dolibarr counts {rows} more rows of {resource} than it lists: it failed to load them and left them out without a word.")
    {
        Connection = client.Connection,
        Remedy = "If it stays so, look into Dolibarr's log for rows that cannot be loaded, and repair or delete them. Nothing is taken for deleted meanwhile.",
    };

    private ConnectorException Unreadable(SyncProblem? problem) => new(problem ?? new SyncProblem(ProblemKind.Unreadable, "dolibarr.record-unreadable", $"A row of {resource} has no id.") { Connection = client.Connection, Field = "id" });
}
