namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Finds the table of a resource.</summary>
internal static class Tables
{
    public static ITable Of(PrestaShopState state, Resource resource) => resource.Name switch
    {
        "products" => state.Products,
        "combinations" => state.Combinations,
        "categories" => state.Categories,
        "stock_availables" => state.StockAvailables,
        "specific_prices" => state.SpecificPrices,
        "manufacturers" => state.Manufacturers,
        "suppliers" => state.Suppliers,
        "product_suppliers" => state.ProductSuppliers,
        "tags" => state.Tags,
        "product_options" => state.ProductOptions,
        "product_option_values" => state.ProductOptionValues,
        "product_features" => state.ProductFeatures,
        "product_feature_values" => state.ProductFeatureValues,
        "taxes" => state.Taxes,
        "tax_rule_groups" => state.TaxRuleGroups,
        "tax_rules" => state.TaxRules,
        "languages" => state.Languages,
        "currencies" => state.Currencies,
        "countries" => state.Countries,
        "shops" => state.Shops,
        "shop_groups" => state.ShopGroups,
        "shop_urls" => state.ShopUrls,
        "configurations" => state.Configurations,
        _ when state.Sales.Table(resource) is { } sales => sales,
        _ => throw new InvalidOperationException($"The resource '{resource.Name}' has no table."),
    };
}
