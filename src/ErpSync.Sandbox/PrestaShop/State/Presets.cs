namespace ErpSync.Sandbox.PrestaShop;

/// <summary>What a new installation holds.</summary>
internal static class Presets
{
    private static readonly (int Id, string Iso, string English, string French, int Zone, bool States)[] Countries =
    [
        (1, "DE", "Germany", "Allemagne", 1, false), (2, "AT", "Austria", "Autriche", 1, false), (3, "BE", "Belgium", "Belgique", 1, false),
        (6, "ES", "Spain", "Espagne", 1, false), (8, "FR", "France", "France", 1, false), (10, "IT", "Italy", "Italie", 1, true),
        (13, "NL", "Netherlands", "Pays-Bas", 1, false), (17, "GB", "United Kingdom", "Royaume-Uni", 1, false), (19, "CH", "Switzerland", "Suisse", 7, false),
        (21, "US", "United States", "États-Unis", 2, true),
    ];

    private static readonly (string Name, string Value)[] Settings =
    [
        ("PS_LANG_DEFAULT", "1"), ("PS_CURRENCY_DEFAULT", "1"), ("PS_COUNTRY_DEFAULT", "8"), ("PS_ORDER_OUT_OF_STOCK", "0"), ("PS_GIFT_WRAPPING", "0"),
        ("PS_STOCK_MANAGEMENT", "1"), ("PS_TAX", "1"), ("PS_WEIGHT_UNIT", "kg"), ("PS_DIMENSION_UNIT", "cm"), ("PS_TIMEZONE", "Europe/Paris"),
        ("PS_PRICE_ROUND_MODE", "2"), ("PS_ROUND_TYPE", "1"), ("PS_SHOP_NAME", "ErpSync Demo"),
    ];

    public static void Fill(PrestaShopState state)
    {
        foreach (var (name, value) in Settings)
            state.Configure(name, value);
        var english = state.AddLanguage("en", "English (English)");
        english.Locale = "en-US";
        english["language_code"] = "en-us";
        english["date_format_lite"] = "m/d/Y";
        english["date_format_full"] = "m/d/Y H:i:s";
        state.AddLanguage("fr", "Français (French)");
        var euro = state.AddCurrency("EUR", 1m, "Euro");
        euro.Symbol.SetAll("€");
        euro.Names["fr"] = "euro";
        euro["numeric_iso_code"] = "978";
        state.AddShopGroup("Default");
        state.Shops.Insert(Seeds.Shop("ErpSync Demo"));
        state.AddShopUrl(1, "shop.example");
        foreach (var country in Countries)
            state.Countries.Insert(Country(country.Id, country.Iso, country.English, country.French, country.Zone, country.States));
        FillCategories(state);
        state.AddTaxRuleGroup("FR Taux standard (20%)", 20m);
        state.AddTaxRuleGroup("FR Taux réduit (10%)", 10m);
        state.AddTaxRuleGroup("FR Taux réduit (5.5%)", 5.5m);
    }

    private static void FillCategories(PrestaShopState state)
    {
        foreach (var (name, parent) in (ReadOnlySpan<(string, int)>)[("Root", 0), ("Home", 1)])
        {
            var category = state.AddCategory(name, parent);
            category["redirect_type"] = "404";
            category["is_root_category"] = parent == 1 ? "1" : "0";
        }
    }

    private static PrestaShopCountry Country(int id, string iso, string english, string french, int zone, bool states)
    {
        var country = new PrestaShopCountry { Id = id, IsoCode = iso, Active = true, ContainsStates = states };
        country.Name["en"] = english;
        country.Name["fr"] = french;
        country["id_zone"] = Stored.Number(zone);
        country["need_zip_code"] = "1";
        country["zip_code_format"] = "NNNNN";
        country["display_tax_label"] = states ? "0" : "1";
        return country;
    }
}
