using System.Runtime.CompilerServices;
using ErpSync.Http;

namespace ErpSync.PrestaShop.Stock;

/// <summary>Reads stock rows: all, listed and by owner. The row of a product with combinations is only their sum and is left out.</summary>
internal sealed class StockReader(PrestaShopClient client, ShopSession session) : IReader<StockLevel>, ILister<StockLevel>, IFinder<StockLevel>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<StockLevel>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in RowsAsync(cancellationToken))
            yield return Rows.Map(item, client.Connection, StockMapping.Read);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in RowsAsync(cancellationToken))
        {
            var row = item.Value ?? throw new ConnectorException(item.Problem!);
            yield return new Listed(StockRow.Id(row), StockRow.StampOf(row));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<StockLevel>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var variants = ids.Select(StockRow.VariantOf).OfType<long>().ToList();
        await foreach (var item in Rows.FindAsync(client, StockRow.Resource, StockRow.Fields, "id_product_attribute", variants, cancellationToken))
        {
            if (item.Value is not { } row || StockRow.IsOf(row, shop))
                yield return Rows.Map(item, client.Connection, StockMapping.Read);
        }

        // All rows of these products: whether there are combinations is told by their rows.
        var products = ids.Select(StockRow.ProductOf).OfType<long>().ToList();
        await foreach (var item in WithoutSums(Rows.FindAsync(client, StockRow.Resource, StockRow.Fields, "id_product", products, cancellationToken), products.Count, shop))
        {
            if (item.Value is not { } row || StockRow.Variant(row) == 0)
                yield return Rows.Map(item, client.Connection, StockMapping.Read);
        }
    }

    private async IAsyncEnumerable<JsonItem<WireRow>> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var listing = new Listing(StockRow.Resource, StockRow.Fields)
        {
            Pages = new PageOptions { Size = 5000, MinSize = 500, UnlimitedFirst = true },
            Key = "id_product",
            Order = "[id_product_ASC,id_product_attribute_DESC,id_ASC]",
        };

        // Ordered so, combinations come before their sum.
        var withVariants = 0L;
        await foreach (var item in listing.ReadAsync(client, cancellationToken))
        {
            if (item.Value is not { } row)
            {
                yield return item;
                continue;
            }

            if (!StockRow.IsOf(row, shop))
                continue;
            if (StockRow.Variant(row) > 0)
                withVariants = StockRow.Product(row);
            if (StockRow.Variant(row) > 0 || StockRow.Product(row) != withVariants)
                yield return item;
        }
    }

    private static async IAsyncEnumerable<JsonItem<WireRow>> WithoutSums(IAsyncEnumerable<JsonItem<WireRow>> items, int count, ShopData shop)
    {
        var sums = new Dictionary<long, JsonItem<WireRow>>(count);
        var withVariants = new HashSet<long>();
        await foreach (var item in items)
        {
            if (item.Value is not { } row)
                yield return item;
            else if (StockRow.Variant(row) > 0)
                withVariants.Add(StockRow.Product(row));
            else if (StockRow.IsOf(row, shop))
                sums[StockRow.Product(row)] = item;
        }

        foreach (var (product, item) in sums)
        {
            if (!withVariants.Contains(product))
                yield return item;
        }
    }
}
