using System.Runtime.CompilerServices;

namespace ErpSync.Dolibarr;

/// <summary>Finds products by reference or barcode, and by the token of their create.</summary>
internal sealed class ProductSearch(DolibarrSession session) : IKeyFinder<Product>, ITokenFinder<Product>
{
    private const int ValuesPerRequest = 30;

    // By filter, never by /barcode/: a path tells one product only, and the input filter refuses paths with signs.
    private bool IsByBarcode => session.Options.FindProductsBy == DolibarrProductKey.Barcode;

    public string KeyName => IsByBarcode ? "barcode" : "reference";

    public async IAsyncEnumerable<ReadResult<Product>> FindByKeyAsync(IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var ids = await run.Ids.PeekAsync(cancellationToken);
        foreach (var some in keys.Chunk(ValuesPerRequest))
        {
            var wanted = some.ToHashSet(StringComparer.Ordinal);
            var found = new List<Http.JsonItem<ProductRow>>();
            await foreach (var item in run.Rows.AllAsync("", SqlFilter.MayBe(IsByBarcode ? "t.barcode" : "t.ref", some), ProductView.Whole, cancellationToken))
            {
                if (item.Value is null || wanted.Contains((IsByBarcode ? item.Value.Barcode : item.Value.Reference) ?? ""))
                    found.Add(item);
            }

            if (found.Count == 0)
                continue;
            var categories = await ProductCategories.OfAsync(run, [.. found.Select(item => item.Value?.Id).OfType<long>()], cancellationToken);
            foreach (var item in found)
            {
                if (ProductReader.Result(item, run, ids, id => categories.Of(id) ?? RefSet.Empty) is { } result)
                    yield return result;
            }
        }
    }

    public async Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var found = new Dictionary<string, RemoteId>(StringComparer.Ordinal);
        ProductIds? ids = null;
        foreach (var some in tokens.Chunk(ValuesPerRequest))
        {
            var wanted = some.ToHashSet(StringComparer.Ordinal);
            await foreach (var item in run.Rows.AllAsync("", SqlFilter.MayBe("t.ref_ext", some), ProductView.Whole, cancellationToken))
            {
                // What cannot be read may be what the token was given to: it is not made again.
                if (item.Problem is { } problem)
                    throw new ConnectorException(problem);
                if (item.Value is not { RefExt: { } token } row || !wanted.Contains(token))
                    continue;
                // A child of variants inherits its parent's ref_ext: it is not what the token was given to.
                ids ??= await run.Ids.PeekAsync(cancellationToken);
                if (!ids.Children.Contains(row.Id))
                    found.TryAdd(token, RemoteId.From(row.Id));
            }
        }

        return found;
    }
}
