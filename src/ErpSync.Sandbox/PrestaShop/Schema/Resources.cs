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
        PartySchemas.Customers, PartySchemas.Addresses, PartySchemas.Groups, PartySchemas.Guests, PartySchemas.States, PartySchemas.Zones, PartySchemas.Carriers,
        PartySchemas.Messages, PartySchemas.CustomerThreads, PartySchemas.CustomerMessages,
        SalesSchemas.Carts, SalesSchemas.CartRules, SalesSchemas.Orders, SalesSchemas.OrderStates, SalesSchemas.OrderSlips,
        OrderPartSchemas.Details, OrderPartSchemas.Histories, OrderPartSchemas.Payments, OrderPartSchemas.Invoices, OrderPartSchemas.Carriers, OrderPartSchemas.CartRules,
    }.ToFrozenDictionary(resource => resource.Name);

    public static Resource? Find(string name) => All.GetValueOrDefault(name);
}
