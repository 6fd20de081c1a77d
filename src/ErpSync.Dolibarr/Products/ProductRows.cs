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
    /// <param name="withStock">Asks for stock instead of the other fields.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public IAsyncEnumerable<JsonItem<ProductRow>> AllAsync(string query, string? filter, bool withStock, CancellationToken cancellationToken)
    {
        var last = 0L;
        return client.PagesAsync(withStock ? "products-stock" : "products", pageSize, Fetch, cancellationToken);

        async IAsyncEnumerable<JsonItem<ProductRow>> Fetch(PageWindow window, [EnumeratorCancellation] CancellationToken token)
        {
            var behind = SqlFilter.Above("t.rowid", last);
            var path = Path($"{query}{(query.Length > 0 ? "&" : "")}limit={window.Size}&{SqlFilter.Query(filter is null ? behind : SqlFilter.And(behind, filter))}", withStock);
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
    public async IAsyncEnumerable<JsonItem<ProductRow>> FindAsync(IEnumerable<long> ids, bool withStock, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var some in ids.Distinct().Chunk(IdsPerRequest))
        {
            var path = Path($"limit={some.Length}&{SqlFilter.Query(SqlFilter.In("t.rowid", some))}", withStock);
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

    private string Path(string query, bool withStock)
    {
        var properties = !setup.HasProperties ? "" : "&properties=" + (withStock ? ProductRow.StockProperties : ProductRow.Properties);
        return $"products?sortfield=t.rowid&sortorder=ASC&{query}{properties}{(withStock ? "&includestockdata=1" : "")}";
    }

    private ProductRow Parse(ref Utf8JsonReader item) => ProductRow.Read(JsonElement.ParseValue(ref item), setup.ZoneOffset);

    private static long? IdOf(SyncProblem? problem) =>
        long.TryParse(problem?.Id?.Value, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;
}
