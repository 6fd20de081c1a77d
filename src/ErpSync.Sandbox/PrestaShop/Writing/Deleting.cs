namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Deletions and what goes with them. Callers hold the gate.</summary>
internal static class Deleting
{
    public static bool Row(PrestaShopState state, PrestaShopRow row) => row switch
    {
        PrestaShopProduct product => Product(state, product.Id),
        PrestaShopCombination combination => Combination(state, combination),
        PrestaShopCategory category => Category(state, category),
        PrestaShopTax tax => tax.Deleted = true,
        PrestaShopProductOption option => Option(state, option),
        PrestaShopRecord record => SalesRules.Delete(state, record),
        _ => state.Table(row.Resource).Delete(row.Id),
    };

    public static bool Product(PrestaShopState state, int id)
    {
        if (state.Products.Find(id) is not { } product)
            return false;
        foreach (var combination in state.Combinations.Where("id_product", id))
            state.Combinations.Delete(combination.Id);
        foreach (var row in state.StockAvailables.Where("id_product", id))
            state.StockAvailables.Delete(row.Id);
        foreach (var price in state.SpecificPrices.Where("id_product", id))
            state.SpecificPrices.Delete(price.Id);
        foreach (var asked in state.ProductSuppliers.Where("id_product", id))
            state.ProductSuppliers.Delete(asked.Id);
        foreach (var image in state.Images.Of(id))
            state.Images.Remove(image.Id);
        product.CategoryIds = [];
        return state.Products.Delete(id);
    }

    /// <summary>A combination goes with its stock row; the sum follows, and another combination becomes the default.</summary>
    private static bool Combination(PrestaShopState state, PrestaShopCombination combination)
    {
        foreach (var row in state.StockAvailables.Where("id_product_attribute", combination.Id))
        {
            state.StockAvailables.Delete(row.Id);
            ShopRules.SumStock(state, combination.ProductId, (row.ShopId, row.ShopGroupId));
        }

        foreach (var asked in state.ProductSuppliers.Where("id_product_attribute", combination.Id))
            state.ProductSuppliers.Delete(asked.Id);
        state.Combinations.Delete(combination.Id);
        if (!combination.Default || state.Products.Find(combination.ProductId) is not { } product)
            return true;
        var next = state.Combinations.Where("id_product", product.Id).FirstOrDefault();
        if (next is not null)
            next.Default = true;
        product["cache_default_attribute"] = Stored.Number(next?.Id ?? 0);
        return true;
    }

    /// <summary>A category goes with the categories below it; products leave it.</summary>
    private static bool Category(PrestaShopState state, PrestaShopCategory category)
    {
        foreach (var child in state.Categories.Where("id_parent", category.Id))
            Category(state, child);
        foreach (var product in category.Products.ToArray().Select(state.Products.Find).OfType<PrestaShopProduct>())
            product.CategoryIds = [.. product.CategoryIds.Where(id => id != category.Id)];
        return state.Categories.Delete(category.Id);
    }

    private static bool Option(PrestaShopState state, PrestaShopProductOption option)
    {
        foreach (var value in state.ProductOptionValues.Where("id_attribute_group", option.Id))
            state.ProductOptionValues.Delete(value.Id);
        return state.ProductOptions.Delete(option.Id);
    }
}
