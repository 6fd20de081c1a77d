using System.Runtime.CompilerServices;
using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>Reads rows of products, services and children: streamed pages in the order of ids, or some by id.</summary>
internal sealed class ProductRows(DolibarrClient client, DolibarrSetup setup, int pageSize)
{
    private const int IdsPerRequest = 200;

    /// <summary>Streams all rows that a query finds. Each page goes on behind the last id, so that a row deleted meanwhile hides no other.</summary>
    /// <param name="query">More parameters, for example <c>variant_filter=3</c>; empty for none.</param>
    /// <param name="filter">A filter; null for none.</param>
    /// <param name="view">Which part of the rows is asked for.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <param name="extent">How far the rows go; null when that is not known.</param>
    public IAsyncEnumerable<JsonItem<ProductRow>> AllAsync(string query, string? filter, ProductView view, CancellationToken cancellationToken, Extent? extent = null)
    {
        var last = 0L;
        // A last page of a few rows would cost as much as it brings: the few are asked for along with the others.
        var size = extent is { Count: var count } && count <= pageSize * 5 / 4 ? Math.Max(count, 10) : pageSize;
        return client.PagesAsync($"products-{view}", size, Fetch, cancellationToken);

        async IAsyncEnumerable<JsonItem<ProductRow>> Fetch(PageWindow window, [EnumeratorCancellation] CancellationToken token)
        {
            if (last >= extent?.Highest)
                yield break;
            var behind = SqlFilter.Above("t.rowid", last);
            var path = Path($"{query}{(query.Length > 0 ? "&" : "")}limit={window.Size}&{SqlFilter.Query(filter is null ? behind : SqlFilter.And(behind, filter))}", view);
            await foreach (var item in client.StreamAsync(Call.Get(path).For(window), Parse, token))
            {
                if ((item.Value?.Id ?? IdOf(item.Problem)) is not { } id)
                    throw new ConnectorException(item.Problem!);
                last = Math.Max(last, id);
                yield return item;
            }
        }
    }

    /// <summary>Streams the rows that exist of some ids.</summary>
    public async IAsyncEnumerable<JsonItem<ProductRow>> FindAsync(IEnumerable<long> ids, ProductView view, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var some in ids.Distinct().Chunk(IdsPerRequest))
        {
            var path = Path($"limit={some.Length}&{SqlFilter.Query(SqlFilter.In("t.rowid", some))}", view);
            await foreach (var item in client.StreamAsync(Call.Get(path), Parse, cancellationToken))
                yield return item;
        }
    }

    /// <summary>One row with its parent, and with stock where asked for; null when it does not exist.</summary>
    public async Task<ProductRow?> OneAsync(long id, CancellationToken cancellationToken, bool withStock = false)
    {
        var query = $"products/{JsonValues.Invariant(id)}?includeparentid=true{(withStock ? "&includestockdata=1" : "")}{(setup.OtherLocales.Count > 0 ? "&includetrans=true" : "")}";
        return await client.FindAsync(query, cancellationToken) is { } json ? ProductRow.Read(json, setup.ZoneOffset) : null;
    }

    private string Path(string query, ProductView view)
    {
        var properties = !setup.HasProperties ? "" : "&properties=" + view switch { ProductView.Stock => ProductRow.StockProperties, ProductView.Prices => ProductRow.PriceProperties, _ => ProductRow.Properties };
        return $"products?sortfield=t.rowid&sortorder=ASC&{query}{properties}{(view == ProductView.Stock ? "&includestockdata=1" : "")}";
    }

    private ProductRow Parse(ref Utf8JsonReader item) => ProductRow.Read(JsonElement.ParseValue(ref item), setup.ZoneOffset);

    private static long? IdOf(SyncProblem? problem) =>
        long.TryParse(problem?.Id?.Value, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;
}
