using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>
/// Reads rows of variations: from 10.3 on out of one list of the whole shop; before, product by product, which costs a request per variable product. An option that stands for "any" is left out.
/// </summary>
internal sealed class VariantRows(WooSession session)
{
    /// <summary>The list of all variations of the shop.</summary>
    public const string List = "variations?" + Asked;

    private const string Asked = "context=edit&_fields=" + ProductRow.VariationFields;
    private readonly ConcurrentDictionary<long, string> _classes = new();

    public IAsyncEnumerable<JsonItem<ProductRow>> AllAsync(WooRun run, CancellationToken cancellationToken) =>
        run.Setup.HasVariationsRoute ? session.Pager.ReadAsync(List, Parser(run), cancellationToken) : OfProductsAsync(run, "products?type=variable", cancellationToken);

    /// <summary>The rows that changed. Before 10.3 the date of a product moves with the stock, the making and the going of its variations, and those of changed products are read again.</summary>
    public IAsyncEnumerable<JsonItem<ProductRow>> ChangedAsync(WooRun run, EntityKind kind, string since, CancellationToken cancellationToken) =>
        run.Setup.HasVariationsRoute ? run.ChangedAsync(kind, List, since, Parser(run), cancellationToken) : OfProductsAsync(run, $"products?type=variable&{since}", cancellationToken);

    public async IAsyncEnumerable<JsonItem<ProductRow>> FindAsync(WooRun run, IEnumerable<(long Product, long Variation)> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        if (run.Setup.HasVariationsRoute)
        {
            var byId = wanted.ToLookup(id => id.Variation, id => id.Product);
            await foreach (var item in RowFinder.FindAsync(session, List, wanted.Select(id => id.Variation), Parser(run), cancellationToken))
            {
                if (item.Value is null || byId[item.Value.Id].Contains(item.Value.Parent))
                    yield return item;
            }

            yield break;
        }

        foreach (var product in wanted.GroupBy(id => id.Product))
        {
            await foreach (var item in RowFinder.FindAsync(session, $"products/{JsonValues.Invariant(product.Key)}/variations?{Asked}", product.Select(id => id.Variation), Parser(run), cancellationToken))
                yield return item.Value is { Parent: 0 } row ? item with { Value = row with { Parent = product.Key } } : item;
        }
    }

    /// <summary>The variations of one product. Old versions do not say whose they are.</summary>
    public IAsyncEnumerable<JsonItem<ProductRow>> OfAsync(WooRun run, long product, CancellationToken cancellationToken) =>
        session.Pager.ReadAsync($"products/{JsonValues.Invariant(product)}/variations?{Asked}", Parser(run), cancellationToken)
            .Select(item => item.Value is { Parent: 0 } row ? item with { Value = row with { Parent = product } } : item);

    /// <summary>The tax class of a variation's product, where the price hangs on it.</summary>
    public async ValueTask<string?> ParentClassAsync(WooRun run, ProductRow row, CancellationToken cancellationToken)
    {
        if (!run.Setup.PricesIncludeTax || row.TaxClass != "parent")
            return row.TaxClass;
        if (_classes.TryGetValue(row.Parent, out var known))
            return known;
        var parent = await session.Client.FindAsync($"products/{JsonValues.Invariant(row.Parent)}?context=edit&_fields=id,tax_class", cancellationToken);
        return _classes[row.Parent] = parent?.Text("tax_class") ?? "";
    }

    /// <summary>The class as it was looked up before.</summary>
    public string? KnownClass(ProductRow row) => row.TaxClass == "parent" ? _classes.GetValueOrDefault(row.Parent, "") : row.TaxClass;

    private async IAsyncEnumerable<JsonItem<ProductRow>> OfProductsAsync(WooRun run, string products, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var parents = new List<long>();
        await foreach (var item in session.Pager.ReadAsync($"{products}&_fields=id", (ref Utf8JsonReader row) => JsonElement.ParseValue(ref row), cancellationToken))
            parents.Add(item.Problem is null ? item.Value.Whole("id") ?? 0 : throw new ConnectorException(item.Problem));
        foreach (var parent in parents)
        {
            await foreach (var item in OfAsync(run, parent, cancellationToken))
                yield return item;
        }
    }

    private static JsonItemParser<ProductRow> Parser(WooRun run) => ProductReader.Parser(run.Setup.CustomFields);
}
