using System.Collections.Frozen;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The resources that the stand-in simulates, by name.</summary>
internal static class Resources
{
    private static readonly FrozenDictionary<string, Resource> All = new[]
    {
        CatalogSchemas.Products, CatalogSchemas.Combinations, CatalogSchemas.Categories, CatalogSchemas.StockAvailables, CatalogSchemas.SpecificPrices,
        ReferenceSchemas.ProductOptions, ReferenceSchemas.ProductOptionValues, ReferenceSchemas.ProductFeatures, ReferenceSchemas.ProductFeatureValues,
        SupplySchemas.Suppliers, SupplySchemas.ProductSuppliers, SupplySchemas.Tags, SupplySchemas.ShopGroups, SupplySchemas.ShopUrls,
        ReferenceSchemas.Manufacturers, ReferenceSchemas.Taxes, ReferenceSchemas.TaxRuleGroups, ReferenceSchemas.TaxRules, ReferenceSchemas.Languages,
        ReferenceSchemas.Currencies, ReferenceSchemas.Countries, ReferenceSchemas.Shops, ReferenceSchemas.Configurations,
    }.ToFrozenDictionary(resource => resource.Name);

    public static Resource? Find(string name) => All.GetValueOrDefault(name);
}
