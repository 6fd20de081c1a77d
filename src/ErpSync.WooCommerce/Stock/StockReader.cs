using System.Runtime.CompilerServices;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>Reads stock levels: those of products and those of variations whose stock is managed.</summary>
internal sealed class StockReader(WooSession session, VariantRows variants) : IKind<StockLevel>, IReader<StockLevel>, IChangeReader<StockLevel>, ILister<StockLevel>, IFinder<StockLevel>
{
    private readonly JsonItemParser<ProductRow> _parse = ProductReader.Parser(session.Setup.CustomFields);

    public KindProfile<StockLevel> Profile => new()
    {
        Normalise = StockMapping.Normalise,
        DateTrust = DateTrust.Partial,
        FindBatch = 100,
        WriteBatch = 100,
        WriteTimeout = session.Options.AttemptTimeout,
    };

    public async IAsyncEnumerable<ReadResult<StockLevel>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var item in session.Pager.ReadAsync(ProductReader.List, _parse, cancellationToken))
        {
            if (Map(item) is { } result)
                yield return result;
        }

        await foreach (var item in variants.AllAsync(run, cancellationToken))
        {
            if (Map(item) is { } result)
                yield return result;
        }
    }

    public async Task<string> TakeCursorAsync(CancellationToken cancellationToken) => (await session.RunAsync(cancellationToken)).Cursor.ToString();

    public async IAsyncEnumerable<ReadResult<StockLevel>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var since = run.Since(cursor);
        await foreach (var item in run.ChangedAsync(StockLevel.Kind, ProductReader.List, since, _parse, cancellationToken))
        {
            if (Map(item) is { } result)
                yield return result;
        }

        await foreach (var item in variants.ChangedAsync(run, StockLevel.Kind, since, cancellationToken))
        {
            if (Map(item) is { } result)
                yield return result;
        }
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        foreach (var row in await session.Products.ListAsync(StockLevel.Kind, run, "", cancellationToken))
        {
            if (row.ManagesStock || (session.Options.StockOfAll && row.IsGoods))
                yield return new Listed(RemoteId.From(row.Id));
        }

        if (!run.Setup.HasVariationsRoute)
        {
            await foreach (var item in variants.AllAsync(run, cancellationToken))
            {
                if (Map(item) is { Record: { } record })
                    yield return new Listed(record.Id);
            }

            yield break;
        }

        foreach (var row in await session.Variations.ListAsync(StockLevel.Kind, run, "", cancellationToken))
        {
            if (row.ManagesStock || session.Options.StockOfAll)
                yield return new Listed(VariantId.Of(row.Parent, row.Id));
        }
    }

    public async IAsyncEnumerable<ReadResult<StockLevel>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var item in RowFinder.FindAsync(session, ProductReader.List, RowFinder.Numbers(ids), _parse, cancellationToken))
        {
            if (Map(item) is { } result)
                yield return result;
        }

        var variations = ids.Select(VariantId.Parse).OfType<(long, long)>().ToList();
        if (variations.Count == 0)
            yield break;
        await foreach (var item in variants.FindAsync(run, variations, cancellationToken))
        {
            if (Map(item) is { } result)
                yield return result;
        }
    }

    private ReadResult<StockLevel>? Map(JsonItem<ProductRow> item)
    {
        if (item.Value is not { } row)
            return ReadResult<StockLevel>.Bad(item.Problem! with { EntityKind = StockLevel.Kind });
        return StockMapping.Read(row, session.Options) is { } level ? ReadResult<StockLevel>.Of(level) : null;
    }
}
