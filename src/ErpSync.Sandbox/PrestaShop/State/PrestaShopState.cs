using System.Globalization;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Everything that the simulated store holds: tables to seed and to inspect. Safe for parallel use; changes made here do not pass the webservice and bump no dates.</summary>
public sealed partial class PrestaShopState
{
    private readonly TimeProvider _clock;

    internal PrestaShopState(Edition edition, TimeProvider clock)
    {
        _clock = clock;
        Edition = edition;
        Products = new(this, CatalogSchemas.Products, () => new());
        Combinations = new(this, CatalogSchemas.Combinations, () => new());
        Categories = new(this, CatalogSchemas.Categories, () => new());
        StockAvailables = new(this, CatalogSchemas.StockAvailables, () => new());
        SpecificPrices = new(this, CatalogSchemas.SpecificPrices, () => new());
        Manufacturers = new(this, ReferenceSchemas.Manufacturers, () => new());
        ProductOptions = new(this, ReferenceSchemas.ProductOptions, () => new());
        ProductOptionValues = new(this, ReferenceSchemas.ProductOptionValues, () => new());
        ProductFeatures = new(this, ReferenceSchemas.ProductFeatures, () => new());
        ProductFeatureValues = new(this, ReferenceSchemas.ProductFeatureValues, () => new());
        Taxes = new(this, ReferenceSchemas.Taxes, () => new());
        TaxRuleGroups = new(this, ReferenceSchemas.TaxRuleGroups, () => new());
        TaxRules = new(this, ReferenceSchemas.TaxRules, () => new());
        Languages = new(this, ReferenceSchemas.Languages, () => new());
        Currencies = new(this, ReferenceSchemas.Currencies, () => new());
        Countries = new(this, ReferenceSchemas.Countries, () => new());
        Shops = new(this, ReferenceSchemas.Shops, () => new());
        Configurations = new(this, ReferenceSchemas.Configurations, () => new());
        Images = new(this);
        Presets.Fill(this);
    }

    /// <summary>The products.</summary>
    public PrestaShopTable<PrestaShopProduct> Products { get; }
    /// <summary>The combinations (variants) of all products.</summary>
    public PrestaShopTable<PrestaShopCombination> Combinations { get; }
    /// <summary>The categories; Root (1) and Home (2) are there from the start.</summary>
    public PrestaShopTable<PrestaShopCategory> Categories { get; }
    /// <summary>The stock rows: they appear and vanish with products and combinations.</summary>
    public PrestaShopTable<PrestaShopStock> StockAvailables { get; }
    /// <summary>The special prices.</summary>
    public PrestaShopTable<PrestaShopSpecificPrice> SpecificPrices { get; }
    /// <summary>The brands.</summary>
    public PrestaShopTable<PrestaShopManufacturer> Manufacturers { get; }
    /// <summary>The attribute groups.</summary>
    public PrestaShopTable<PrestaShopProductOption> ProductOptions { get; }
    /// <summary>The values of the attribute groups.</summary>
    public PrestaShopTable<PrestaShopProductOptionValue> ProductOptionValues { get; }
    /// <summary>The product features.</summary>
    public PrestaShopTable<PrestaShopFeature> ProductFeatures { get; }
    /// <summary>The values of the product features.</summary>
    public PrestaShopTable<PrestaShopFeatureValue> ProductFeatureValues { get; }
    /// <summary>The taxes: 1 is 20 %, 2 is 10 %, 3 is 5.5 % from the start.</summary>
    public PrestaShopTable<PrestaShopTax> Taxes { get; }
    /// <summary>The tax rules groups: 1 is 20 %, 2 is 10 %, 3 is 5.5 % in France from the start.</summary>
    public PrestaShopTable<PrestaShopTaxRuleGroup> TaxRuleGroups { get; }
    /// <summary>The tax rules of the groups.</summary>
    public PrestaShopTable<PrestaShopTaxRule> TaxRules { get; }
    /// <summary>The languages: 1 is English, 2 is French from the start.</summary>
    public PrestaShopTable<PrestaShopLanguage> Languages { get; }
    /// <summary>The currencies: 1 is EUR from the start.</summary>
    public PrestaShopTable<PrestaShopCurrency> Currencies { get; }
    /// <summary>The countries: FR (8), DE (1), US (21) and some more from the start, with the ids of a new installation.</summary>
    public PrestaShopTable<PrestaShopCountry> Countries { get; }
    /// <summary>The shops: 1 from the start.</summary>
    public PrestaShopTable<PrestaShopShop> Shops { get; }
    /// <summary>The settings.</summary>
    public PrestaShopTable<PrestaShopConfiguration> Configurations { get; }
    /// <summary>The pictures of the products.</summary>
    public PrestaShopImages Images { get; }

    /// <summary>The present moment as the shop writes it: yyyy-MM-dd HH:mm:ss in the zone of PS_TIMEZONE.</summary>
    public string Now => TimeZoneInfo.ConvertTime(_clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(Setting("PS_TIMEZONE"))).ToString(Stored.TimeFormat, CultureInfo.InvariantCulture);

    internal Edition Edition { get; }
    internal Lock Gate { get; } = new();
    /// <summary>Pictures of categories and brands, by resource and id.</summary>
    internal Dictionary<(string Resource, int Id), byte[]> OtherImages { get; } = [];

    internal bool HasSeveralShops => Shops.Count > 1;

    /// <summary>Adds a product as the back office does: saved, active, in Home, with 20 % tax, its friendly URL and its stock row.</summary>
    /// <param name="configure">Sets the product; null leaves the defaults.</param>
    /// <returns>The stored product.</returns>
    public PrestaShopProduct AddProduct(Action<PrestaShopProduct>? configure = null)
    {
        lock (Gate)
        {
            var product = Seeds.Product(this);
            configure?.Invoke(product);
            Seeds.FillLanguages(this, product, "name", "link_rewrite");
            Products.Insert(product);
            ShopRules.ProductAdded(this, product);
            return product;
        }
    }

    /// <summary>Adds a combination and its stock row; the first one of a product becomes its default.</summary>
    /// <param name="productId">The product.</param>
    /// <param name="configure">Sets the combination; null leaves the defaults.</param>
    /// <returns>The stored combination.</returns>
    public PrestaShopCombination AddCombination(int productId, Action<PrestaShopCombination>? configure = null)
    {
        lock (Gate)
        {
            var combination = new PrestaShopCombination { ProductId = productId, MinimalQuantity = 1 };
            if (Combinations.Where("id_product", productId).Length == 0)
                combination.Default = true;
            configure?.Invoke(combination);
            Combinations.Insert(combination);
            ShopRules.CombinationAdded(this, combination);
            return combination;
        }
    }

    /// <summary>Adds a category under a parent.</summary>
    /// <param name="name">The name in every language.</param>
    /// <param name="parentId">The parent; Home unless told.</param>
    /// <param name="configure">Sets more of the category.</param>
    /// <returns>The stored category.</returns>
    public PrestaShopCategory AddCategory(string name, int parentId = 2, Action<PrestaShopCategory>? configure = null)
    {
        lock (Gate)
        {
            var category = new PrestaShopCategory { ParentId = parentId, Active = true, DateUpd = Now };
            category["date_add"] = Now;
            category["id_shop_default"] = "1";
            category["redirect_type"] = "301";
            category.Name.SetAll(name);
            configure?.Invoke(category);
            Seeds.FillLanguages(this, category, "name", "link_rewrite");
            ShopRules.PlaceCategory(this, category, last: true);
            return Categories.Insert(category);
        }
    }

    /// <summary>Adds a brand.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The stored brand.</returns>
    public PrestaShopManufacturer AddManufacturer(string name)
    {
        var manufacturer = new PrestaShopManufacturer { Name = name, Active = true };
        manufacturer["date_add"] = manufacturer["date_upd"] = Now;
        return Manufacturers.Insert(manufacturer);
    }

    /// <summary>Adds an attribute group with its values.</summary>
    /// <param name="name">The name in every language.</param>
    /// <param name="values">The values, in order.</param>
    /// <returns>The stored group and the values.</returns>
    public (PrestaShopProductOption Option, IReadOnlyList<PrestaShopProductOptionValue> Values) AddOption(string name, params string[] values)
    {
        lock (Gate)
        {
            var option = new PrestaShopProductOption { GroupType = "select", Position = ProductOptions.Count };
            option.Name.SetAll(name);
            option.PublicName.SetAll(name);
            ProductOptions.Insert(option);
            return (option, [.. values.Select((value, position) => ProductOptionValues.Insert(Seeds.OptionValue(option.Id, value, position)))]);
        }
    }

    /// <summary>Adds a product feature with its values.</summary>
    /// <param name="name">The name in every language.</param>
    /// <param name="values">The values, in order.</param>
    /// <returns>The stored feature and the values.</returns>
    public (PrestaShopFeature Feature, IReadOnlyList<PrestaShopFeatureValue> Values) AddFeature(string name, params string[] values)
    {
        lock (Gate)
        {
            var feature = new PrestaShopFeature { Position = ProductFeatures.Count };
            feature.Name.SetAll(name);
            ProductFeatures.Insert(feature);
            return (feature, [.. values.Select(value => ProductFeatureValues.Insert(Seeds.FeatureValue(feature.Id, value)))]);
        }
    }

    /// <summary>Adds a tax, a group for it and the group's rule in one country.</summary>
    /// <param name="name">The name of the tax and of the group.</param>
    /// <param name="rate">The rate in percent.</param>
    /// <param name="countryId">The country; France unless told.</param>
    /// <returns>The stored group.</returns>
    public PrestaShopTaxRuleGroup AddTaxRuleGroup(string name, decimal rate, int countryId = 8)
    {
        lock (Gate)
        {
            var tax = new PrestaShopTax { Rate = rate, Active = true };
            tax.Name.SetAll(name);
            Taxes.Insert(tax);
            var group = new PrestaShopTaxRuleGroup { Name = name, Active = true };
            group["date_add"] = group["date_upd"] = Now;
            TaxRuleGroups.Insert(group);
            TaxRules.Insert(Seeds.TaxRule(group.Id, tax.Id, countryId));
            return group;
        }
    }

    /// <summary>Adds a special price.</summary>
    /// <param name="configure">Sets the price; what is left out applies to all.</param>
    /// <returns>The stored price.</returns>
    public PrestaShopSpecificPrice AddSpecificPrice(Action<PrestaShopSpecificPrice> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var price = new PrestaShopSpecificPrice { Price = -1, FromQuantity = 1, ReductionType = "amount" };
        configure(price);
        return SpecificPrices.Insert(price);
    }

    /// <summary>Adds a currency.</summary>
    /// <param name="isoCode">The ISO 4217 code.</param>
    /// <param name="rate">Units of it per unit of the default currency.</param>
    /// <param name="name">The name in every language; the code when null.</param>
    /// <returns>The stored currency.</returns>
    public PrestaShopCurrency AddCurrency(string isoCode, decimal rate, string? name = null) => Currencies.Insert(Seeds.Currency(isoCode, rate, name ?? isoCode));

    /// <summary>Adds a language; texts of the records so far are empty in it.</summary>
    /// <param name="isoCode">The two-letter code.</param>
    /// <param name="name">The name.</param>
    /// <returns>The stored language.</returns>
    public PrestaShopLanguage AddLanguage(string isoCode, string name) => Languages.Insert(Seeds.Language(isoCode, name));

    /// <summary>Adds a shop, which makes the store multi-shop; the products so far are not in it.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The stored shop.</returns>
    public PrestaShopShop AddShop(string name) => Shops.Insert(Seeds.Shop(name));

    /// <summary>Puts a product and its stock row into a shop, with a copy of its present values there.</summary>
    /// <param name="productId">The product.</param>
    /// <param name="shopId">The shop.</param>
    public void PutInShop(int productId, int shopId)
    {
        lock (Gate)
            ShopRules.PutInShop(this, Products[productId], shopId);
    }

    /// <summary>Adds a picture to a product; the first one becomes its cover.</summary>
    /// <param name="productId">The product.</param>
    /// <param name="upload">The picture as it would be uploaded; the stored bytes differ.</param>
    /// <returns>The stored picture.</returns>
    public PrestaShopImage AddImage(int productId, byte[] upload) => Images.Add(productId, Reencoder.Encode(upload) ?? upload);

    /// <summary>The stock row of a product or combination.</summary>
    /// <param name="productId">The product.</param>
    /// <param name="combinationId">The combination; 0 for the row of the product.</param>
    /// <param name="shopId">The shop.</param>
    /// <returns>The row.</returns>
    /// <exception cref="KeyNotFoundException">There is no such row.</exception>
    public PrestaShopStock Stock(int productId, int combinationId = 0, int shopId = 1) =>
        ShopRules.StockRow(this, productId, combinationId, shopId) ?? throw new KeyNotFoundException($"Product {productId} has no stock row for combination {combinationId} in shop {shopId}.");

    /// <summary>Sets an available quantity as a sale or the back office would: the sum of a product with combinations follows, no date changes.</summary>
    /// <param name="productId">The product.</param>
    /// <param name="quantity">The quantity; may be negative.</param>
    /// <param name="combinationId">The combination; 0 for a product without combinations.</param>
    /// <param name="shopId">The shop.</param>
    public void SetStock(int productId, int quantity, int combinationId = 0, int shopId = 1)
    {
        lock (Gate)
        {
            Stock(productId, combinationId, shopId).Quantity = quantity;
            if (combinationId != 0)
                ShopRules.SumStock(this, productId, ShopRules.StockPlace(this, shopId));
        }
    }

    /// <summary>Deletes a product with everything that hangs on it.</summary>
    /// <param name="productId">The product.</param>
    /// <returns>False when there was none.</returns>
    public bool RemoveProduct(int productId)
    {
        lock (Gate)
            return Deleting.Product(this, productId);
    }

    /// <summary>Writes a setting.</summary>
    /// <param name="name">The name, for example PS_TIMEZONE.</param>
    /// <param name="value">The value.</param>
    public void Configure(string name, string value)
    {
        lock (Gate)
        {
            var row = Configurations.Where("name", name).FirstOrDefault() ?? Configurations.Insert(Seeds.Configuration(name));
            row.Value = value;
        }
    }

    /// <summary>Reads a setting.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The value; empty when there is no such setting.</returns>
    public string Setting(string name) => Configurations.Where("name", name).FirstOrDefault()?.Value ?? "";

    internal void MoveInCategories(PrestaShopProduct product, IReadOnlyList<int> before) => ShopRules.MoveInCategories(this, product, before);

    internal ITable Table(Resource resource) => Tables.Of(this, resource);
}
