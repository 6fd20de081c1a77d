namespace ErpSync.Sandbox.PrestaShop;

/// <summary>New records with the values that the back office gives them.</summary>
internal static class Seeds
{
    public static PrestaShopProduct Product(PrestaShopState state)
    {
        var now = state.Now;
        var product = new PrestaShopProduct
        {
            Saved = true,
            Active = true,
            AvailableForOrder = true,
            ShowPrice = true,
            MinimalQuantity = 1,
            DefaultCategoryId = 2,
            CategoryIds = [2],
            TaxRulesGroupId = 1,
            ProductType = "standard",
            DateAdd = now,
            DateUpd = now,
        };
        product["indexed"] = "1";
        product["id_shop_default"] = "1";
        product["additional_delivery_times"] = "1";
        product["pack_stock_type"] = "3";
        product["redirect_type"] = "301-category";
        return product;
    }

    /// <summary>Fills the languages that were left out with the first given text, and the friendly URL from the name.</summary>
    public static void FillLanguages(PrestaShopState state, PrestaShopRow row, string nameField, string slugField)
    {
        var languages = state.Languages.Count == 0 ? 2 : state.Languages.Max(language => language.Id);
        var (name, slug) = (row.Resource.Field(nameField), row.Resource.Field(slugField));
        var names = row.Languages(name.Slot);
        if (names?.FirstOrDefault(text => !string.IsNullOrEmpty(text)) is not { } first)
            return;
        names = [.. Enumerable.Range(1, languages).Select(id => PrestaShopText.Value(names, id) is { Length: > 0 } own ? own : first)];
        row.Put(name, names);
        var slugs = row.Languages(slug.Slot);
        row.Put(slug, (string?[])[.. Enumerable.Range(1, languages).Select(id => PrestaShopText.Value(slugs, id) is { Length: > 0 } own ? own : Slug.From(names[id - 1]!))]);
    }

    public static PrestaShopProductOptionValue OptionValue(int optionId, string name, int position)
    {
        var value = new PrestaShopProductOptionValue { OptionId = optionId, Position = position };
        value.Name.SetAll(name);
        return value;
    }

    public static PrestaShopFeatureValue FeatureValue(int featureId, string text)
    {
        var value = new PrestaShopFeatureValue { FeatureId = featureId };
        value.Value.SetAll(text);
        return value;
    }

    public static PrestaShopTaxRule TaxRule(int groupId, int taxId, int countryId)
    {
        var rule = new PrestaShopTaxRule { GroupId = groupId, TaxId = taxId, CountryId = countryId };
        rule["zipcode_from"] = rule["zipcode_to"] = "0";
        return rule;
    }

    public static PrestaShopCurrency Currency(string isoCode, decimal rate, string name)
    {
        var currency = new PrestaShopCurrency { Name = name, IsoCode = isoCode, ConversionRate = rate, Active = true, Precision = 2 };
        currency.Names.SetAll(name);
        currency.Symbol.SetAll(isoCode);
        return currency;
    }

    public static PrestaShopLanguage Language(string isoCode, string name)
    {
        var language = new PrestaShopLanguage { Name = name, IsoCode = isoCode, Active = true, Locale = $"{isoCode}-{isoCode.ToUpperInvariant()}" };
        language["language_code"] = isoCode;
        language["date_format_lite"] = "d/m/Y";
        language["date_format_full"] = "d/m/Y H:i:s";
        return language;
    }

    public static PrestaShopShop Shop(string name)
    {
        var shop = new PrestaShopShop { Name = name, GroupId = 1, CategoryId = 2 };
        shop["active"] = "1";
        shop["theme_name"] = "hummingbird";
        return shop;
    }

    public static PrestaShopShopGroup ShopGroup(string name, bool sharesStock)
    {
        var group = new PrestaShopShopGroup { Name = name, SharesStock = sharesStock };
        group["active"] = "1";
        return group;
    }

    public static PrestaShopShopUrl ShopUrl(int shopId, string domain, string virtualUri)
    {
        var url = new PrestaShopShopUrl { ShopId = shopId, Domain = domain, PhysicalUri = "/", VirtualUri = virtualUri };
        url["active"] = url["main"] = "1";
        return url;
    }

    public static PrestaShopConfiguration Configuration(string name) => new() { Name = name };
}
