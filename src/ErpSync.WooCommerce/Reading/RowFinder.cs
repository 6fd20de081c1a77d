using System.Runtime.CompilerServices;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>Reads rows by their numbers, a hundred in a request.</summary>
internal static class RowFinder
{
    public static async IAsyncEnumerable<JsonItem<T>> FindAsync<T>(WooSession session, string path, IEnumerable<long> ids, JsonItemParser<T> parse, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var some in ids.Distinct().Chunk(100))
        {
            var list = string.Join(',', some.Select(JsonValues.Invariant));
            await foreach (var item in session.Pager.ReadAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}include={list}", parse, cancellationToken))
                yield return item;
        }
    }

    /// <summary>The numbers of ids; what is none is not found.</summary>
    public static IReadOnlyList<long> Numbers(IEnumerable<RemoteId> ids) => [.. ids.Select(JsonValues.Number).OfType<long>()];
}
