namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The stock that documents move.</summary>
internal static class SoldStock
{
    /// <summary>Books the goods out; services and lines without a product move nothing.</summary>
    public static void Take(DolibarrState state, IEnumerable<(int? ProductId, int WarehouseId, decimal Quantity)> lines, string reference)
    {
        foreach (var (id, warehouse, quantity) in lines)
        {
            if (id is { } number && state.Products.Find(number) is { Type: 0 } product && quantity != 0m)
                StockBooking.Book(state, product, new DolibarrStockMovement { ProductId = product.Id, WarehouseId = warehouse, Quantity = -quantity, Type = 2, Label = reference });
        }
    }
}
