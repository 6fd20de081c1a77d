namespace ErpSync.PrestaShop;

/// <summary>What the settings of a shop mean for what a pair wants.</summary>
internal static class ShopFindings
{
    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Of(ShopData shop, IReadOnlyCollection<Need> needs, PrestaShopOptions options)
    {
        yield return Facts(shop);
        foreach (var language in shop.Languages.Where(language => !language.IsActive))
            yield return new Finding(FindingSeverity.Information, PrestaShopCodes.LanguageInactive, $"The language {language.Code} is switched off: its texts stay as they are{(language == shop.MainLanguage ? ", except that it is the main language, whose texts travel" : "")}.");
        foreach (var currency in shop.Currencies.Where(currency => !currency.IsActive))
            yield return new Finding(FindingSeverity.Information, PrestaShopCodes.CurrenciesWithoutRate, $"The currency {currency.Code} is switched off: prices in it are stored and not used.");
        if (Is(shop, "PS_SHOP_ENABLE", "0"))
            yield return new Finding(FindingSeverity.Warning, PrestaShopCodes.ShopInMaintenance, "The shop is in maintenance: customers see nothing of it; the webservice works on.");
        if (Is(shop, "PS_TAX", "0"))
            yield return new Finding(FindingSeverity.Information, PrestaShopCodes.TaxesOff, "Taxes are switched off in the shop: customers pay net prices, whatever the products' rates.");
        if (needs.Any(need => need.Kind == EntityKind.Product) && shop.Taxes.IsEmpty)
        {
            yield return new Finding(FindingSeverity.Warning, PrestaShopCodes.TaxesMissing, $"No tax rules group has a rate in {shop.Taxes.Country}: all products count as untaxed.")
            {
                Remedy = "Set TaxCountry to the country that sells, or create tax rules for it in the back office.",
            };
        }

        if (shop.Weight is null)
        {
            yield return new Finding(FindingSeverity.Warning, PrestaShopCodes.WeightUnitUnknown, $"The shop's unit of weight, '{shop.Settings.GetValueOrDefault("PS_WEIGHT_UNIT")}', is unknown: weights do not travel.")
            {
                Remedy = "Set it to kg, g, lb or oz in the back office (International, Localization).",
            };
        }

        if (shop.Length is null)
        {
            yield return new Finding(FindingSeverity.Warning, PrestaShopCodes.LengthUnitUnknown, $"The shop's unit of dimensions, '{shop.Settings.GetValueOrDefault("PS_DIMENSION_UNIT")}', is unknown: widths, heights and depths do not travel.")
            {
                Remedy = "Set it to cm, mm, m, in or ft in the back office (International, Localization).",
            };
        }

        if (shop.IsOneOfMany && options.ShopId is null)
        {
            yield return new Finding(FindingSeverity.Warning, PrestaShopCodes.MultiShop, $"The installation has {shop.Shops} shops; shop {shop.ShopId} is used, because its address is BaseAddress.")
            {
                Remedy = "Set ShopId to be sure, and have one connection per shop.",
            };
        }

        foreach (var finding in Stock(shop, needs).Concat(Sales(shop, needs)))
            yield return finding;
    }

    private static IEnumerable<Finding> Sales(ShopData shop, IReadOnlyCollection<Need> needs)
    {
        if (needs.Any(need => need.Kind == EntityKind.Invoice) && Is(shop, "PS_INVOICE", "0"))
        {
            yield return new Finding(FindingSeverity.Warning, PrestaShopCodes.InvoicesOff, "Invoices are switched off in the shop: orders get none.")
            {
                Remedy = "Switch them on in the back office (Orders, Invoices), or leave invoices out of the pair.",
            };
        }

        if (needs.Any(need => need.Kind == EntityKind.Order && need.Updates))
        {
            yield return new Finding(FindingSeverity.Information, PrestaShopCodes.OrderStatePays, "An order that enters a paid state is booked as paid in full by the shop, whatever payments it has.");
        }
    }

    private static Finding Facts(ShopData shop) => new(
        FindingSeverity.Information,
        PrestaShopCodes.ShopFacts,
        $"PrestaShop {shop.Version?.ToString() ?? "of an unknown version"}; languages {string.Join(", ", shop.Codes)}; currencies {string.Join(", ", shop.Currencies.Where(currency => currency.IsActive).Select(currency => currency.Code))}, prices in {shop.Currency}; "
        + $"{(shop.Shops is { } shops ? $"{shops} shop{(shops == 1 ? "" : "s")}" : "shops unknown")}, shop {shop.ShopId} used; times in {shop.Zone.Id}; {shop.Taxes.Count} tax rules groups with rates in {shop.Taxes.Country}.");

    private static IEnumerable<Finding> Stock(ShopData shop, IReadOnlyCollection<Need> needs)
    {
        if (!needs.Any(need => need.Kind == EntityKind.StockLevel))
            yield break;
        if (Is(shop, "PS_STOCK_MANAGEMENT", "0"))
            yield return new Finding(FindingSeverity.Warning, PrestaShopCodes.StockOff, "Stock management is switched off in the shop: quantities are stored and change nothing.");
        if (Is(shop, "PS_ADVANCED_STOCK_MANAGEMENT", "1"))
        {
            yield return new Finding(FindingSeverity.Warning, PrestaShopCodes.AdvancedStock, "Advanced stock management is on: quantities of products that follow warehouses are refused.")
            {
                Remedy = "Switch it off, or let the products' quantities be entered by hand.",
            };
        }
    }

    private static bool Is(ShopData shop, string setting, string value) => shop.Settings.TryGetValue(setting, out var known) && known == value;
}
