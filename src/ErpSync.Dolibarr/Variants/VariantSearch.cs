using System.Runtime.CompilerServices;

namespace ErpSync.Dolibarr;

/// <summary>Finds variants by reference or barcode, and by the token of their create.</summary>
internal sealed class VariantSearch(DolibarrSession session) : IKeyFinder<ProductVariant>, ITokenFinder<ProductVariant>
{
    private const int ValuesPerRequest = 20;

    private bool IsByBarcode => session.Options.FindProductsBy == DolibarrProductKey.Barcode;

    public string KeyName => IsByBarcode ? "barcode" : "reference";

    public async IAsyncEnumerable<ReadResult<ProductVariant>> FindByKeyAsync(IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var ids = await run.Ids.PeekAsync(cancellationToken);
        foreach (var some in keys.Chunk(ValuesPerRequest))
        {
            var wanted = some.ToHashSet(StringComparer.Ordinal);
            var found = await MatchAsync(run, SqlFilter.MayBe(IsByBarcode ? "t.barcode" : "t.ref", some), row => wanted.Contains((IsByBarcode ? row.Barcode : row.Reference) ?? "") && (ids.Children.Contains(row.Id) || row.MarkedParentId is not null), cancellationToken);
            await foreach (var result in VariantReader.FindAsync([.. found.Select(row => row.Id)], run, ids, cancellationToken))
                yield return result;
        }
    }

    public async Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var found = new Dictionary<string, RemoteId>(StringComparer.Ordinal);
        foreach (var some in tokens.Chunk(ValuesPerRequest))
        {
            var wanted = some.ToHashSet(StringComparer.Ordinal);
            var filter = SqlFilter.Or([SqlFilter.MayBe("t.ref_ext", some), SqlFilter.MayBeginWith("t.ref_ext", some.Select(token => token + ProductIds.Mark))]);
            foreach (var row in await MatchAsync(run, filter, row => wanted.Contains(VariantMark.TokenOf(row.RefExt) ?? ""), cancellationToken))
                found.TryAdd(VariantMark.TokenOf(row.RefExt)!, RemoteId.From(row.Id));
        }

        return found;
    }

    private static async Task<IReadOnlyList<ProductRow>> MatchAsync(DolibarrRun run, string filter, Func<ProductRow, bool> isWanted, CancellationToken cancellationToken)
    {
        var rows = new List<ProductRow>();
        await foreach (var item in run.Rows.AllAsync("", filter, ProductView.Whole, cancellationToken))
        {
            // What cannot be read may be what is looked for: it is not made again.
            if (item.Problem is { } problem)
                throw new ConnectorException(problem);
            if (item.Value is { } row && isWanted(row))
                rows.Add(row);
        }

        return rows;
    }
}
