using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>
/// Reads supplier prices: a list of all products that have any, page by page behind the last product's id, because the server counts a product once per price. Neither products nor prices
/// show changes by a date that could be filtered, so prints of each price tell them.
/// </summary>
internal sealed class SupplierPriceReader(DolibarrSession session) : IKind<SupplierPrice>, IReader<SupplierPrice>, ILister<SupplierPrice>, IFinder<SupplierPrice>, IOwnedFinder<SupplierPrice>
{
    private const int PageSize = 500;

    private static readonly HashSet<string> Read = [nameof(SupplierPrice.Supplier), nameof(SupplierPrice.Reference), nameof(SupplierPrice.Net), nameof(SupplierPrice.Taxes), nameof(SupplierPrice.LeadTimeDays)];

    public KindProfile<SupplierPrice> Profile
    {
        get
        {
            var setup = session.Setup;
            return new KindProfile<SupplierPrice>
            {
                ReadFields = Read,
                WrittenFields = new HashSet<string>(StringComparer.Ordinal) { nameof(SupplierPrice.Net), nameof(SupplierPrice.Taxes), nameof(SupplierPrice.LeadTimeDays) },
                Normalise = value => SupplierPriceMapping.Normalise(value, setup),
                DateTrust = DateTrust.None,
                FindBatch = 50,
                WriteBatch = 50,
                Writers = 1,
            };
        }
    }

    public async IAsyncEnumerable<ReadResult<SupplierPrice>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var ids = await run.Ids.PeekAsync(cancellationToken);
        var last = 0L;
        while (true)
        {
            var path = $"products/purchase_prices?limit={PageSize}&sortfield=t.rowid&sortorder=ASC&{SqlFilter.Query(SqlFilter.Above("t.rowid", last))}";
            var products = await run.Client.FindAsync(path, cancellationToken) is { ValueKind: JsonValueKind.Object } root ? root.EnumerateObject().ToList() : [];
            if (products.Count == 0)
                yield break;
            foreach (var product in products)
            {
                last = Math.Max(last, long.TryParse(product.Name, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : throw NoProduct(product.Name));
                foreach (var price in product.Value.Items())
                    yield return Map(price, run, ids);
            }
        }
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var result in ReadAsync(cancellationToken))
            yield return result.Record is { } record ? new Listed(record.Id, record.Stamp) : throw new ConnectorException(result.Problem!);
    }

    public async IAsyncEnumerable<ReadResult<SupplierPrice>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = ids.ToHashSet();
        var run = await session.RunAsync(cancellationToken);
        foreach (var product in ids.Select(SupplierPriceRow.Parse).Where(id => id is not null).Select(id => id!.Value.Product).Distinct())
        {
            await foreach (var result in OfProductAsync(run, product, cancellationToken))
            {
                if (result.Record is null || wanted.Contains(result.Record.Id))
                    yield return result;
            }
        }
    }

    public async IAsyncEnumerable<ReadResult<SupplierPrice>> FindByOwnersAsync(IReadOnlyCollection<Ref> owners, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        foreach (var product in Numbers.Of(owners.Select(owner => owner.Id)))
        {
            await foreach (var result in OfProductAsync(run, product, cancellationToken))
                yield return result;
        }
    }

    /// <summary>The prices of one product.</summary>
    internal static async IAsyncEnumerable<ReadResult<SupplierPrice>> OfProductAsync(DolibarrRun run, long product, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ids = await run.Ids.PeekAsync(cancellationToken);
        foreach (var price in await run.Client.ListAsync($"products/{JsonValues.Invariant(product)}/purchase_prices", cancellationToken))
            yield return Map(price, run, ids);
    }

    private static ReadResult<SupplierPrice> Map(JsonElement json, DolibarrRun run, ProductIds ids)
    {
        try
        {
            var row = SupplierPriceRow.Read(json);
            var record = SupplierPriceMapping.Read(row, ids.IsVariant(row.Product), run.Setup);
            return ReadResult<SupplierPrice>.Of(record with { Stamp = Stamp(record.Value) });
        }
        catch (ConnectorException fault)
        {
            return ReadResult<SupplierPrice>.Bad(fault.Problem with { EntityKind = SupplierPrice.Kind });
        }
    }

    private static string Stamp(SupplierPrice price) => "s1:" + Prints.Of(
        price.Supplier?.Id.Value, price.Reference, JsonValues.Invariant(price.FromQuantity), price.Net is { } net ? $"{JsonValues.Invariant(net.Amount)} {net.Currency}" : null, TaxRatesField.Instance.Display(price.Taxes), price.LeadTimeDays is { } days ? JsonValues.Invariant(days) : null);

    private ConnectorException NoProduct(string name) =>
        new(new SyncProblem(ProblemKind.Unreadable, "dolibarr.record-unreadable", $"The list of supplier prices names a product '{name}' that is no id.") { Connection = session.Client.Connection, EntityKind = SupplierPrice.Kind });
}
