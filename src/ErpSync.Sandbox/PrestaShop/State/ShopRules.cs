namespace ErpSync.Sandbox.PrestaShop;

/// <summary>What the shop does by itself when records come, change or go. Callers hold the gate.</summary>
internal static class ShopRules
{
    public static void ProductAdded(PrestaShopState state, PrestaShopProduct product)
    {
        MoveInCategories(state, product, []);
        foreach (var shop in product.ShopIds)
            AddStockRow(state, product.Id, 0, shop);
    }

    /// <summary>The first combination turns the product into one with combinations; a default one is noted on the product; each gets a stock row.</summary>
    public static void CombinationAdded(PrestaShopState state, PrestaShopCombination combination)
    {
        if (state.Products.Find(combination.ProductId) is { } product)
        {
            product.ProductType = "combinations";
            if (combination.Default)
                product["cache_default_attribute"] = Stored.Number(combination.Id);
            foreach (var shop in product.ShopIds)
                AddStockRow(state, product.Id, combination.Id, shop);
            return;
        }

        AddStockRow(state, combination.ProductId, combination.Id, 1);
    }

    public static void AddStockRow(PrestaShopState state, int productId, int combinationId, int shopId)
    {
        var (shop, group) = StockPlace(state, shopId);
        if (StockRow(state, productId, combinationId, shopId) is null)
            state.StockAvailables.Insert(new PrestaShopStock { ProductId = productId, CombinationId = combinationId, ShopId = shop, ShopGroupId = group, OutOfStock = 2 });
    }

    public static PrestaShopStock? StockRow(PrestaShopState state, int productId, int combinationId, int shopId)
    {
        var place = StockPlace(state, shopId);
        return state.StockAvailables.Where("id_product", productId).FirstOrDefault(row => row.CombinationId == combinationId && (row.ShopId, row.ShopGroupId) == place);
    }

    /// <summary>Where the stock of a shop is kept: with the shop, or with its group when that shares one.</summary>
    public static (int Shop, int Group) StockPlace(PrestaShopState state, int shopId) =>
        state.Shops.Find(shopId) is { } shop && state.ShopGroups.Find(shop.GroupId) is { SharesStock: true } group ? (0, group.Id) : (shopId, 0);

    /// <summary>Row 0 of a product with combinations becomes their sum.</summary>
    public static void SumStock(PrestaShopState state, int productId, (int Shop, int Group) place)
    {
        var rows = state.StockAvailables.Where("id_product", productId).Where(row => (row.ShopId, row.ShopGroupId) == place).ToArray();
        if (rows.FirstOrDefault(row => row.CombinationId == 0) is { } sum)
            sum.Quantity = rows.Where(row => row.CombinationId != 0).Sum(row => row.Quantity);
    }

    public static void MoveInCategories(PrestaShopState state, PrestaShopProduct product, IReadOnlyList<int> before)
    {
        foreach (var left in before.Except(product.CategoryIds))
            state.Categories.Find(left)?.Products.Remove(product.Id);
        foreach (var entered in product.CategoryIds.Except(before))
            state.Categories.Find(entered)?.Products.Add(product.Id);
    }

    /// <summary>The depth and the place of a category that comes under its parent.</summary>
    public static void PlaceCategory(PrestaShopState state, PrestaShopCategory category, bool last)
    {
        var parent = state.Categories.Find(category.ParentId);
        category["level_depth"] = Stored.Number(parent is null ? 0 : int.Parse(parent["level_depth"] ?? "0", System.Globalization.CultureInfo.InvariantCulture) + 1);
        if (last)
            category["position"] = Stored.Number(state.Categories.Where("id_parent", category.ParentId).Length);
    }

    public static void PutInShop(PrestaShopState state, PrestaShopProduct product, int shopId)
    {
        product.ShopIds = [.. product.ShopIds.Append(shopId).Distinct().Order()];
        product.CopyForShop(shopId);
        AddStockRow(state, product.Id, 0, shopId);
        foreach (var combination in state.Combinations.Where("id_product", product.Id))
            AddStockRow(state, product.Id, combination.Id, shopId);
    }

    /// <summary>The combinations of a product as its key returns them: those that are not the default first.</summary>
    public static IEnumerable<PrestaShopCombination> CombinationsOf(PrestaShopState state, int productId) =>
        state.Combinations.Where("id_product", productId).OrderBy(combination => combination.Default);
}
