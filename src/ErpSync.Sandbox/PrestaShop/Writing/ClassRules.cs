namespace ErpSync.Sandbox.PrestaShop;

/// <summary>What single classes of the shop do on saving beyond their fields. Callers hold the gate.</summary>
internal static class ClassRules
{
    /// <summary>Writes that die before they look at the fields.</summary>
    public static void Refuse(Draft draft, PrestaShopState state)
    {
        if (draft is { IsNew: true, Resource.Name: "currencies" })
        {
            if (string.IsNullOrEmpty(draft.Element.Element("symbol")?.Value))
                throw Refusal.Died();
            throw new Refusal(500, ApiError.Warning("foreach() argument must be of type array|object, null given", "Currency.php", 348));
        }

        if (draft is { IsNew: false, Resource.Name: "tax_rule_groups" } && state.Products.Any(product => product.TaxRulesGroupId == draft.Row.Id))
            throw Refusal.Unknown("changing a tax rules group that products use");
    }

    /// <summary>Repairs the friendly URL; PHP stumbles when the name has no language nodes.</summary>
    public static void Prepare(Draft draft, PrestaShopState state)
    {
        if (draft.Resource.Name is not ("products" or "categories"))
            return;
        if (draft.Resource.Name == "categories" && !draft.IsPatch && draft.Text("id_parent").Length == 0)
            throw Refusal.Unknown("a category without id_parent");
        if (draft.Resource.Name == "products")
            RefuseDynamic(draft);
        var (name, slug) = (draft.Resource.Field("name"), draft.Resource.Field("link_rewrite"));
        var names = draft.Texts(name) ?? throw new Refusal(500, draft.Resource.Name == "products"
            ? ApiError.Warning("foreach() argument must be of type array|object, string given", "Product.php", state.Edition == Edition.V9 ? 7752 : 7593)
            : ApiError.Warning("foreach() argument must be of type array|object, string given", "Category.php", state.Edition == Edition.V9 ? 2058 : 2023));
        if (draft.IsPatch && !draft.Has(slug))
            return;
        if (draft.Has(slug) && draft.Texts(slug) is null && draft.Text(slug).Length > 0)
            throw new Refusal(500, ApiError.Warning("foreach() argument must be of type array|object, string given", draft.Resource.ClassName + ".php", 7752));
        var slugs = draft.Texts(slug);
        var repaired = new string?[Math.Max(names.Length, slugs?.Length ?? 0)];
        for (var language = 1; language <= repaired.Length; language++)
        {
            var own = slugs?.ElementAtOrDefault(language - 1);
            repaired[language - 1] = string.IsNullOrEmpty(own)
                ? names.ElementAtOrDefault(language - 1) is { } text ? Slug.From(text) : own
                : Slug.IsValid(own) ? own : Slug.From(own);
        }

        draft.Set(slug, repaired);
    }

    /// <summary>Rows that the database would refuse as duplicates.</summary>
    public static void CheckUnique(Draft draft, PrestaShopState state)
    {
        SalesRules.Check(draft, state);
        var clash = draft.Row switch
        {
            PrestaShopCombination combination => draft.Text("default_on") == "1" && state.Combinations.Where("id_product", draft.Text("id_product"))
                .Any(other => other.Default && other.Id != combination.Id),
            PrestaShopSpecificPrice price => state.SpecificPrices.Where("id_product", Number(draft, "id_product"))
                .Any(other => other.Id != price.Id && PriceKey.All(field => Stored.Of(price.Resource.Field(field), draft.Text(field)) == other[field])),
            PrestaShopProductSupplier asked => SameAsked(draft, asked, state) ? throw Refusal.Unknown("a second row of one product, combination and supplier") : false,
            _ => false,
        };
        if (clash)
            throw state.Edition == Edition.V9 ? Refusal.Of(500, 46, "Unable to save resource") : Refusal.Died();
    }

    /// <summary>Values that the class fills in by itself.</summary>
    public static void Fill(Draft draft, PrestaShopState state, int shop)
    {
        var row = draft.Row;
        if (draft.Resource.HasDates)
        {
            if (draft.IsNew || (!draft.IsPatch && draft.Text("date_add").Length == 0))
                row["date_add"] = state.Now;
            row["date_upd"] = state.Now;
        }

        switch (row)
        {
            case PrestaShopProduct product:
                ProductFill(draft, product, state, shop);
                break;
            case PrestaShopCategory category:
                ShopRules.PlaceCategory(state, category, last: draft.IsNew);
                category["id_shop_default"] = "1";
                break;
            case PrestaShopSupplier supplier:
                supplier["link_rewrite"] = Slug.From(supplier.Name);
                break;
            case PrestaShopProductOption option when draft.IsNew && draft.Text("position").Length == 0:
                option.Position = state.ProductOptions.Count;
                break;
            case PrestaShopProductOptionValue value when draft.IsNew && draft.Text("position").Length == 0:
                value.Position = state.ProductOptionValues.Where("id_attribute_group", value.OptionId).Length;
                break;
            case PrestaShopFeature feature when draft.IsNew && draft.Text("position").Length == 0:
                feature.Position = state.ProductFeatures.Count;
                break;
            default:
                SalesRules.Fill(draft, state);
                break;
        }
    }

    public static void Added(PrestaShopRow row, PrestaShopState state)
    {
        if (row is PrestaShopProduct product)
            ShopRules.ProductAdded(state, product);
        if (row is PrestaShopCombination combination)
            ShopRules.CombinationAdded(state, combination);
        if (row is PrestaShopRecord record)
            SalesRules.Added(record, state);
    }

    public static void Changed(Draft draft, PrestaShopState state)
    {
        SalesRules.Changed(draft, state);
        if (draft.Row is PrestaShopStock { CombinationId: not 0 } stock)
            ShopRules.SumStock(state, stock.ProductId, (stock.ShopId, stock.ShopGroupId));
        if (draft.Row is PrestaShopCombination { Default: true } combination && state.Products.Find(combination.ProductId) is { } product)
            product["cache_default_attribute"] = Stored.Number(combination.Id);
    }

    private static readonly string[] PriceKey =
    [
        "id_product", "id_product_attribute", "id_customer", "id_cart", "from", "to", "id_shop", "id_shop_group", "id_currency", "id_country", "id_group", "from_quantity", "id_specific_price_rule",
    ];

    private static bool SameAsked(Draft draft, PrestaShopProductSupplier asked, PrestaShopState state) => state.ProductSuppliers.Where("id_product", Number(draft, "id_product"))
        .Any(other => other.Id != asked.Id && other["id_product_attribute"] == Number(draft, "id_product_attribute") && other["id_supplier"] == Number(draft, "id_supplier"));

    private static string Number(Draft draft, string field) => Stored.Of(draft.Resource.Field(field), draft.Text(field)) ?? "0";

    private static void ProductFill(Draft draft, PrestaShopProduct product, PrestaShopState state, int shop)
    {
        if (draft.IsNew && shop > 1)
            product.ShopIds = [shop];
        if (draft.IsNew && draft.Text("id_shop_default").Length == 0)
            product["id_shop_default"] = Stored.Number(Math.Max(1, shop));
        if (state.Edition == Edition.V9 && product.ProductType.Length == 0)
            product.ProductType = "standard";
        if (product.Active)
            product["indexed"] = "1";
        if (draft.Text("id_default_image") is { Length: > 0 } cover && draft.Has(draft.Resource.Field("id_default_image")) && int.TryParse(cover, out var image))
            state.Images.SetCover(product.Id, image);
        if (draft.Has(draft.Resource.Field("id_default_combination")) && int.TryParse(draft.Text("id_default_combination"), out var wanted) && wanted != 0)
            MoveDefault(state, product, wanted);
    }

    private static void MoveDefault(PrestaShopState state, PrestaShopProduct product, int wanted)
    {
        foreach (var combination in state.Combinations.Where("id_product", product.Id))
            combination["default_on"] = combination.Id == wanted ? "1" : null;
        product["cache_default_attribute"] = Stored.Number(wanted);
    }

    /// <summary>Computed fields that a write may set: only to what they are, as when an answer is sent back.</summary>
    private static void RefuseDynamic(Draft draft)
    {
        if (draft.IsNew || draft.Row is not PrestaShopProduct product)
            return;
        var type = draft.Element.Element("type")?.Value;
        if (type is not (null or "" or "simple") && type != (product["cache_is_pack"] == "1" ? "pack" : product["is_virtual"] == "1" ? "virtual" : "simple"))
            throw Refusal.Unknown("changing the type of a product");
    }
}
