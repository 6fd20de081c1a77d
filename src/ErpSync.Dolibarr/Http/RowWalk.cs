using System.Runtime.CompilerServices;
using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>
/// Walks the rows of a list in the order of their ids: each page goes on behind the last id, so that a row deleted meanwhile hides no other. Dolibarr leaves a row that it fails to load out
/// of its list without a word, and the page is short as if it were the last. Where the answer tells how many rows there are (<c>pagination_data</c>: products from 18, most lists from 21 or
/// 22), the walk goes on behind such a page and ends with an item that has a problem and no value; and no request is spent on an empty last page.
/// </summary>
/// <typeparam name="T">What a row becomes.</typeparam>
internal sealed class RowWalk<T>(DolibarrClient client, string resource, JsonItemParser<T> parse)
{
    private const int IdsPerRequest = 200;

    /// <summary>Streams all rows.</summary>
    /// <param name="name">Under which name the size of pages that works is remembered.</param>
    /// <param name="size">The size of a page.</param>
    /// <param name="path">The path of the page behind an id, by that id and the size.</param>
    /// <param name="idOf">The id of an item; throws when it has none.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <param name="highest">The highest id, where that is known: nothing is asked for behind it.</param>
    public IAsyncEnumerable<JsonItem<T>> AllAsync(string name, int size, Func<long, int, string> path, Func<JsonItem<T>, long> idOf, CancellationToken cancellationToken, long? highest = null)
    {
        var (last, isDone, leftOut) = (0L, false, 0L);
        return client.PagesAsync(name, size, Fetch, cancellationToken);

        async IAsyncEnumerable<JsonItem<T>> Fetch(PageWindow window, [EnumeratorCancellation] CancellationToken token)
        {
            var limit = window.Size ?? size;
            long? owed = null;
            while (!isDone && (owed is not null || !(last >= highest)))
            {
                var (given, told) = (0L, (long?)null);
                await foreach (var item in client.StreamAsync(Call.Get(path(last, limit)).For(window), parse, token, number => told = number))
                {
                    last = Math.Max(last, idOf(item));
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
                if (!isDone && given >= limit)
                    yield break;
                owed = all - given;
            }

            if (leftOut == 0)
                yield break;
            yield return new JsonItem<T>(0, default, LeftOut(leftOut));
            leftOut = 0;
        }
    }

    /// <summary>Streams the rows that exist of some ids. One that Dolibarr counts and does not list is asked for alone, and is an item with a problem that names it if it fails again: it is not gone.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="path">The path that lists rows of these ids.</param>
    /// <param name="idOf">The id of an item; null when it has none.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async IAsyncEnumerable<JsonItem<T>> FindAsync(IEnumerable<long> ids, Func<long[], string> path, Func<JsonItem<T>, long?> idOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var some in ids.Distinct().Chunk(IdsPerRequest))
        {
            var (given, rows, told) = (new HashSet<long>(), 0L, 0L);
            await foreach (var item in client.StreamAsync(Call.Get(path(some)), parse, cancellationToken, number => told = number))
            {
                rows++;
                if (idOf(item) is { } id)
                    given.Add(id);
                yield return item;
            }

            foreach (var id in told > rows ? some.Where(id => !given.Contains(id)) : [])
            {
                (rows, told) = (0, 0);
                await foreach (var item in client.StreamAsync(Call.Get(path([id])), parse, cancellationToken, number => told = number))
                {
                    rows++;
                    yield return item;
                }

                if (told > rows)
                    yield return new JsonItem<T>(0, default, LeftOut(1) with { Id = RemoteId.From(id) });
            }
        }
    }

    private SyncProblem LeftOut(long rows) => new(ProblemKind.Unreadable, DolibarrCodes.ListIncomplete, $"Dolibarr counts {rows} more rows of {resource} than it lists: it failed to load them and left them out without a word.")
    {
        Connection = client.Connection,
        Remedy = "If it stays so, look into Dolibarr's log for rows that cannot be loaded, and repair or delete them. Nothing is taken for deleted meanwhile.",
    };
}
