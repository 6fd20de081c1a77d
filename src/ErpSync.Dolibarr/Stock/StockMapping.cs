namespace ErpSync.Dolibarr;

/// <summary>Between rows of products with stock data and stock levels: pure functions.</summary>
internal static class StockMapping
{
    /// <summary>The level of a row in one warehouse.</summary>
    public static Remote<StockLevel> Read(ProductRow row, bool isVariant, Warehouse warehouse)
    {
        var quantity = row.Stock.GetValueOrDefault(warehouse.Id);
        return new Remote<StockLevel>(StockId.Of(row.Id, isVariant, warehouse.Id), new StockLevel
        {
            Owner = new Ref(isVariant ? EntityKind.ProductVariant : EntityKind.Product, RemoteId.From(row.Id)),
            Warehouse = warehouse.Reference,
            Quantity = quantity,
            Physical = quantity,
        })
        {
            ModifiedAt = row.ModifiedAt,
            Label = $"{row.Reference} @ {warehouse.Reference}",
            Native = row,
        };
    }

    /// <summary>The level of a row.</summary>
    /// <param name="row">The row, read with stock data.</param>
    /// <param name="isVariant">Whether the row is a variant.</param>
    /// <param name="warehouses">The ids of the warehouses that are summed; null where warehouses may not be read: the product's own sum counts.</param>
    /// <param name="measure">Which quantity counts.</param>
    public static Remote<StockLevel> Read(ProductRow row, bool isVariant, IReadOnlySet<long>? warehouses, DolibarrStockQuantity measure)
    {
        var total = row.StockReal ?? row.Stock.Values.Sum();
        var physical = warehouses is null ? total : row.Stock.Where(entry => warehouses.Contains(entry.Key)).Sum(entry => entry.Value);
        // The virtual stock counts orders against the sum of all warehouses; Dolibarr does not tell which one they will take.
        var reserved = row.StockVirtual is { } available ? total - available : (decimal?)null;
        return new Remote<StockLevel>(StockId.Of(row.Id, isVariant), new StockLevel
        {
            Owner = new Ref(isVariant ? EntityKind.ProductVariant : EntityKind.Product, RemoteId.From(row.Id)),
            Quantity = measure == DolibarrStockQuantity.Sellable ? physical - (reserved ?? 0) : physical,
            Physical = physical,
            Reserved = reserved,
        })
        {
            ModifiedAt = row.ModifiedAt,
            Label = row.Reference,
            Native = row,
        };
    }
}
