namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Books a movement: the movement row, the level, the product's stock and average price.</summary>
internal static class StockBooking
{
    /// <summary>Books on the level as it is now.</summary>
    public static DolibarrStockMovement Book(DolibarrState state, DolibarrProduct product, DolibarrStockMovement movement) =>
        Book(state, product, movement, LevelOf(product, movement.WarehouseId)?.Quantity ?? 0m, product.Stock ?? 0m);

    /// <summary>Books on levels that were read before; what others wrote since is lost.</summary>
    public static DolibarrStockMovement Book(DolibarrState state, DolibarrProduct product, DolibarrStockMovement movement, decimal level, decimal stock)
    {
        if (movement.Date == default)
            movement.Date = state.Now;
        state.Insert(state.StockMovements, movement);
        var row = LevelOf(product, movement.WarehouseId);
        if (row is null)
        {
            row = state.Insert(state.StockLevels, new DolibarrStockLevel { ProductId = product.Id, WarehouseId = movement.WarehouseId });
            product.Levels.Add(row);
        }

        if (movement.Quantity > 0 && movement.Price > 0)
        {
            var before = Math.Max(0m, stock);
            product.AveragePrice = Numbers.Round(((before * product.AveragePrice) + (movement.Quantity * movement.Price)) / (before + movement.Quantity), 8);
        }

        row.Quantity = level + movement.Quantity;
        row.Modified = state.Now;
        product.Stock = stock + movement.Quantity;
        product.Modified = state.Now;
        return movement;
    }

    /// <summary>Removes a warehouse and its levels; the products' own stock stays as it was.</summary>
    public static bool RemoveWarehouse(DolibarrState state, int id)
    {
        foreach (var level in state.StockLevels.Where(l => l.WarehouseId == id).ToList())
        {
            state.StockLevels.Remove(level.Id);
            state.Products.Find(level.ProductId)?.Levels.Remove(level);
        }

        return state.Warehouses.Remove(id);
    }

    private static DolibarrStockLevel? LevelOf(DolibarrProduct product, int warehouseId) => product.Levels.Find(l => l.WarehouseId == warehouseId);
}
