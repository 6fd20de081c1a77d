using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>Reads rows of products, services and children: streamed pages in the order of ids, or some by id.</summary>
internal sealed class ProductRows(DolibarrClient client, DolibarrSetup setup, int pageSize)
{
    private readonly RowWalk<ProductRow> _walk = new(client, "products", (ref Utf8JsonReader item) => ProductRow.Read(JsonElement.ParseValue(ref item), setup.ZoneOffset));

    /// <summary>Streams all rows that a query finds; an item with a problem and no id tells that Dolibarr left rows out: see <see cref="RowWalk{T}"/>.</summary>
    /// <param name="query">More parameters, for example <c>variant_filter=3</c>; empty for none.</param>
    /// <param name="filter">A filter; null for none.</param>
    /// <param name="view">Which part of the rows is asked for.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <param name="extent">How far the rows go; null when that is not known.</param>
    public IAsyncEnumerable<JsonItem<ProductRow>> AllAsync(string query, string? filter, ProductView view, CancellationToken cancellationToken, Extent? extent = null)
    {
        // A last page of a few rows would cost as much as it brings: the few are asked for along with the others.
        var size = extent is { Count: var count } && count <= pageSize * 5 / 4 ? Math.Max(count, 10) : pageSize;
        return _walk.AllAsync($"products-{view}", size, PathBehind, item => IdOf(item) ?? throw new ConnectorException(item.Problem!), cancellationToken, extent?.Highest);

        string PathBehind(long last, int limit)
        {
            var behind = SqlFilter.Above("t.rowid", last);
            return Path($"{query}{(query.Length > 0 ? "&" : "")}limit={JsonValues.Invariant(limit)}&pagination_data=true&{SqlFilter.Query(filter is null ? behind : SqlFilter.And(behind, filter))}", view);
        }
    }

    /// <summary>Streams the rows that exist of some ids; an item with a problem names one that exists and was left out.</summary>
    public IAsyncEnumerable<JsonItem<ProductRow>> FindAsync(IEnumerable<long> ids, ProductView view, CancellationToken cancellationToken) =>
        _walk.FindAsync(ids, some => Path($"limit={JsonValues.Invariant(some.Length)}&pagination_data=true&{SqlFilter.Query(SqlFilter.In("t.rowid", some))}", view), IdOf, cancellationToken);

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

    private static long? IdOf(JsonItem<ProductRow> item) => item.Value?.Id
        ?? (long.TryParse(item.Problem?.Id?.Value, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null);
}
