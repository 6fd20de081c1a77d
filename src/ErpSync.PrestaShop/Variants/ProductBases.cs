using ErpSync.Http;

namespace ErpSync.PrestaShop.Variants;

/// <summary>Price and weight of the products that combinations belong to.</summary>
internal static class ProductBases
{
    private const string Fields = "[id,price,weight,id_tax_rules_group]";

    /// <summary>Makes sure that a run knows those of all products, in one request unless products were listed before.</summary>
    public static async Task KnowAllAsync(PrestaShopClient client, RunMemory memory, CancellationToken cancellationToken)
    {
        if (memory.KnowsAllBases)
            return;
        await foreach (var item in new Listing(Products.ProductRow.Resource, Fields).ReadAsync(client, cancellationToken))
        {
            if (item.Value is { } row)
                Products.ProductRow.Remember(row, memory);
        }

        memory.KnowsAllBases = true;
    }

    /// <summary>Reads those of some products afresh, in one request.</summary>
    public static async Task<IReadOnlyDictionary<long, ProductBase>> ReadAsync(PrestaShopClient client, IEnumerable<long> products, CancellationToken cancellationToken)
    {
        var bases = new Dictionary<long, ProductBase>();
        await foreach (JsonItem<WireRow> item in Rows.FindAsync(client, Products.ProductRow.Resource, Fields, "id", products, cancellationToken))
        {
            if (item.Value is { } row)
                bases[row.Id] = Products.ProductRow.BaseOf(row);
        }

        return bases;
    }
}
