namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Removes a product and what hangs on it.</summary>
internal static class ProductRemoval
{
    public static bool Remove(DolibarrState state, int id)
    {
        if (!state.Products.Remove(id))
            return false;
        Purge(state.StockLevels, level => level.ProductId == id);
        Purge(state.StockMovements, movement => movement.ProductId == id);
        Purge(state.Documents, document => document.Element == "product" && document.ProductId == id);
        Purge(state.Variants, variant => variant.ParentId == id || variant.ChildId == id);
        Purge(state.SupplierPrices, price => price.ProductId == id);
        Purge(state.CustomerPrices, price => price.ProductId == id);
        Purge(state.QuantityPrices, price => price.ProductId == id);
        foreach (var category in state.Categories)
            category.Links.Remove(id);
        return true;
    }

    private static void Purge<TRow>(DolibarrTable<TRow> table, Predicate<TRow> dead) where TRow : DolibarrRow
    {
        foreach (var row in table.Where(r => dead(r)).ToList())
            table.Remove(row.Id);
    }
}
