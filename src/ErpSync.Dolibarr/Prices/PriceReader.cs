using System.Runtime.CompilerServices;

namespace ErpSync.Dolibarr;

/// <summary>
/// Reads prices beside the product's own: those of the levels come with the rows of products, a page of them a request; those for single customers and by quantity are told per product,
/// a request each, and only read where their mode is on.
/// </summary>
internal sealed class PriceReader(DolibarrSession session) : IKind<Price>, IReader<Price>, IChangeReader<Price>, IFinder<Price>, IOwnedFinder<Price>
{
    private static readonly HashSet<string> Read = [nameof(Price.Net), nameof(Price.Customer)];

    public KindProfile<Price> Profile
    {
        get
        {
            var setup = session.Setup;
            return new KindProfile<Price>
            {
                ReadFields = Read,
                WrittenFields = new HashSet<string>(StringComparer.Ordinal) { nameof(Price.Net) },
                Normalise = price => price with { Net = price.Net.Round(setup.UnitDecimals) },
                DateTrust = DateTrust.Partial,
                FindBatch = 200,
                WriteBatch = 50,
                Writers = 1,
            };
        }
    }

    public async IAsyncEnumerable<ReadResult<Price>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var ids = await run.Ids.GetAsync(Price.Kind, cancellationToken);
        var modes = await run.Prices.GetAsync(cancellationToken);
        if (modes.Levels.Count > 0)
        {
            await foreach (var item in run.Rows.AllAsync("", null, ProductView.Prices, cancellationToken, Extent.Of(ids.Goods, ids.Services)))
            {
                foreach (var result in Levels(item, run, ids, modes))
                    yield return result;
            }
        }

        if (!modes.HasCustomerPrices && !modes.HasQuantityPrices)
            yield break;
        foreach (var product in ids.Goods.Concat(ids.Services).Order())
        {
            await foreach (var result in SpecialAsync(run, ids, modes, product, cancellationToken))
                yield return result;
        }
    }

    public async Task<string> TakeCursorAsync(CancellationToken cancellationToken) => (await session.RunAsync(cancellationToken)).Cursor.ToString();

    public async IAsyncEnumerable<ReadResult<Price>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var changed = await run.ChangedAsync(cursor, Price.Kind, cancellationToken);
        await foreach (var result in OfProductsAsync(run, changed, cancellationToken))
            yield return result;
    }

    public async IAsyncEnumerable<ReadResult<Price>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var wanted = ids.ToHashSet();
        var products = ids.Select(PriceId.Parse).Where(id => id is not null).Select(id => id!.Value.Product).Distinct().ToList();
        await foreach (var result in OfProductsAsync(run, products, cancellationToken))
        {
            if (result.Record is null || wanted.Contains(result.Record.Id))
                yield return result;
        }
    }

    public async IAsyncEnumerable<ReadResult<Price>> FindByOwnersAsync(IReadOnlyCollection<Ref> owners, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var result in OfProductsAsync(run, Numbers.Of(owners.Select(owner => owner.Id)), cancellationToken))
            yield return result;
    }

    private static async IAsyncEnumerable<ReadResult<Price>> OfProductsAsync(DolibarrRun run, IReadOnlyCollection<long> products, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (products.Count == 0)
            yield break;
        var ids = await run.Ids.PeekAsync(cancellationToken);
        var modes = await run.Prices.GetAsync(cancellationToken);
        if (modes.Levels.Count > 0)
        {
            await foreach (var item in run.Rows.FindAsync(products, ProductView.Prices, cancellationToken))
            {
                foreach (var result in Levels(item, run, ids, modes))
                    yield return result;
            }
        }

        foreach (var product in products.Where(id => ids.Goods.Contains(id) || ids.Services.Contains(id)))
        {
            await foreach (var result in SpecialAsync(run, ids, modes, product, cancellationToken))
                yield return result;
        }
    }

    private static IEnumerable<ReadResult<Price>> Levels(Http.JsonItem<ProductRow> item, DolibarrRun run, ProductIds ids, PriceModes modes) => item.Value is not { } row
        ? [ReadResult<Price>.Bad(item.Problem! with { EntityKind = Price.Kind })]
        : PriceRecords.Levels(row, ids.IsVariant(row.Id), modes, run.Setup).Select(ReadResult<Price>.Of);

    /// <summary>The prices of one product for single customers and by quantity: a request for each of the two modes that is on.</summary>
    internal static async IAsyncEnumerable<ReadResult<Price>> SpecialAsync(DolibarrRun run, ProductIds ids, PriceModes modes, long product, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var path = $"products/{JsonValues.Invariant(product)}/selling_multiprices/";
        if (modes.HasCustomerPrices)
        {
            foreach (var json in await run.Client.ListAsync(path + "per_customer", cancellationToken))
                yield return Mapped(() => PriceRecords.OfCustomer(json, product, ids.IsVariant(product), run.Setup));
        }

        if (!modes.HasQuantityPrices || await run.Client.FindAsync(path + "per_quantity", cancellationToken) is not { } answer)
            yield break;
        var rows = answer.Get("prices_by_qty_list").Items().ToList();
        var vat = rows.Exists(row => row.Text("price_base_type") is "TTC") ? (await run.Rows.OneAsync(product, cancellationToken))?.VatPercent ?? 0 : 0;
        foreach (var json in rows)
            yield return Mapped(() => PriceRecords.OfQuantity(json, product, ids.IsVariant(product), vat, run.Setup));
    }

    private static ReadResult<Price> Mapped(Func<Remote<Price>> map)
    {
        try
        {
            return ReadResult<Price>.Of(map());
        }
        catch (ConnectorException fault)
        {
            return ReadResult<Price>.Bad(fault.Problem with { EntityKind = Price.Kind });
        }
    }
}
