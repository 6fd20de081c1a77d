namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The entries of associations, each as the values of its columns. Callers hold the gate.</summary>
internal static class Links
{
    public static IEnumerable<int[]> Of(View view, PrestaShopRow row, Association association) => Of(view.State, view.Shop, row, association);

    /// <summary>The entries as the texts of their columns; lists of sales records hold texts beside numbers.</summary>
    public static IEnumerable<string[]> Texts(View view, PrestaShopRow row, Association association) => row is PrestaShopRecord record
        ? SalesLists.Entries(view.State, record, association.Name)
        : Of(view, row, association).Select(entry => Array.ConvertAll(entry, Stored.Number));

    private static IEnumerable<int[]> Of(PrestaShopState state, int shop, PrestaShopRow row, Association association) => (row, association.Name) switch
    {
        (PrestaShopProduct product, "categories") => Ids(product.CategoryIds),
        (PrestaShopProduct product, "images") => state.Images.Of(product.Id).Select(image => new[] { image.Id }),
        (PrestaShopProduct product, "combinations") => ShopRules.CombinationsOf(state, product.Id).Select(combination => new[] { combination.Id }),
        (PrestaShopProduct product, "product_option_values") => Ids(ShopRules.CombinationsOf(state, product.Id).SelectMany(combination => combination.OptionValueIds).Distinct()),
        (PrestaShopProduct product, "product_features") => product.Features.Select(feature => new[] { feature.Feature, feature.Value }),
        (PrestaShopProduct product, "stock_availables") => state.StockAvailables.Where("id_product", product.Id)
            .Where(stock => (stock.ShopId, stock.ShopGroupId) == ShopRules.StockPlace(state, product.ShopIds.Contains(shop) ? shop : product.ShopIds[0])).Select(stock => new[] { stock.Id, stock.CombinationId }),
        (PrestaShopProduct product, "tags") => Ids(product.TagIds),
        (PrestaShopProduct product, "accessories") => Ids(product.AccessoryIds),
        (PrestaShopProduct product, "product_bundle") => product.Bundle.Select(part => new[] { part.Product, part.Combination, part.Quantity }),
        (PrestaShopCombination combination, "product_option_values") => Ids(combination.OptionValueIds),
        (PrestaShopCombination combination, "images") => Ids(combination.ImageIds),
        (PrestaShopCategory category, "categories") => state.Categories.Where("id_parent", category.Id).Select(child => new[] { child.Id }),
        (PrestaShopCategory category, "products") => Ids(category.Products),
        (PrestaShopManufacturer manufacturer, "addresses") => Ids(manufacturer.AddressIds),
        (PrestaShopProductOption option, "product_option_values") => state.ProductOptionValues.Where("id_attribute_group", option.Id).Select(value => new[] { value.Id }),
        _ => [],
    };

    /// <summary>Replaces the entries of an association that writes may change.</summary>
    public static void Store(PrestaShopRow row, string association, IReadOnlyList<int[]> entries)
    {
        switch (row, association)
        {
            case (PrestaShopProduct product, "categories"):
                product.CategoryIds = First(entries);
                break;
            case (PrestaShopProduct product, "product_features"):
                product.Features = [.. entries.Select(entry => (entry[0], entry[1]))];
                break;
            case (PrestaShopProduct product, "tags"):
                product.TagIds = First(entries);
                break;
            case (PrestaShopProduct product, "accessories"):
                product.AccessoryIds = First(entries);
                break;
            case (PrestaShopProduct product, "product_bundle"):
                product.Bundle = [.. entries.Select(entry => (entry[0], entry[1], entry[2]))];
                product["cache_is_pack"] = entries.Count > 0 ? "1" : "0";
                break;
            case (PrestaShopCombination combination, "product_option_values"):
                combination.OptionValueIds = First(entries);
                break;
            case (PrestaShopCombination combination, "images"):
                combination.ImageIds = First(entries);
                break;
            default:
                throw Refusal.Unknown($"writing the association '{association}' of {row.Resource.Name}");
        }
    }

    private static IEnumerable<int[]> Ids(IEnumerable<int> ids) => ids.Select(id => new[] { id });

    private static int[] First(IEnumerable<int[]> entries) => [.. entries.Select(entry => entry[0])];
}
