namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A product of the store.</summary>
public sealed class PrestaShopProduct : PrestaShopRow
{
    private int[] _categoryIds = [];

    internal PrestaShopProduct()
        : base(CatalogSchemas.Products)
    {
    }

    /// <summary>The reference (SKU); not unique; at most 64 characters.</summary>
    public string Reference
    {
        get => Get("reference");
        set => Set("reference", value);
    }

    /// <summary>The name per language; at most 128 characters.</summary>
    public PrestaShopText Name => GetText("name");

    /// <summary>The friendly URL part per language; made from the name when left empty.</summary>
    public PrestaShopText LinkRewrite => GetText("link_rewrite");

    /// <summary>The long description per language, in HTML as stored.</summary>
    public PrestaShopText Description => GetText("description");

    /// <summary>The summary per language, in HTML as stored.</summary>
    public PrestaShopText DescriptionShort => GetText("description_short");

    /// <summary>The price without tax in the default currency, six digits.</summary>
    public decimal Price
    {
        get => GetDecimal("price");
        set => SetDecimal("price", value);
    }

    /// <summary>The purchase price without tax, six digits.</summary>
    public decimal WholesalePrice
    {
        get => GetDecimal("wholesale_price");
        set => SetDecimal("wholesale_price", value);
    }

    /// <summary>The weight in PS_WEIGHT_UNIT, six digits.</summary>
    public decimal Weight
    {
        get => GetDecimal("weight");
        set => SetDecimal("weight", value);
    }

    /// <summary>The EAN-13 code; empty for none.</summary>
    public string Ean13
    {
        get => Get("ean13");
        set => Set("ean13", value);
    }

    /// <summary>The manufacturer part number; empty for none.</summary>
    public string Mpn
    {
        get => Get("mpn");
        set => Set("mpn", value);
    }

    /// <summary>True when it is on sale; writes through the API default to false.</summary>
    public bool Active
    {
        get => GetFlag("active");
        set => SetFlag("active", value);
    }

    /// <summary>True when it can be ordered.</summary>
    public bool AvailableForOrder
    {
        get => GetFlag("available_for_order");
        set => SetFlag("available_for_order", value);
    }

    /// <summary>True when the price is shown.</summary>
    public bool ShowPrice
    {
        get => GetFlag("show_price");
        set => SetFlag("show_price", value);
    }

    /// <summary>True for a saved product; false for a draft (state=0), which the back office hides.</summary>
    public bool Saved
    {
        get => GetFlag("state");
        set => SetFlag("state", value);
    }

    /// <summary>The main category; 0 for none.</summary>
    public int DefaultCategoryId
    {
        get => GetNumber("id_category_default");
        set => SetNumber("id_category_default", value);
    }

    /// <summary>The tax rules group; 0 for no tax.</summary>
    public int TaxRulesGroupId
    {
        get => GetNumber("id_tax_rules_group");
        set => SetNumber("id_tax_rules_group", value);
    }

    /// <summary>The brand; 0 for none.</summary>
    public int ManufacturerId
    {
        get => GetNumber("id_manufacturer");
        set => SetNumber("id_manufacturer", value);
    }

    /// <summary>The least quantity of an order line.</summary>
    public int MinimalQuantity
    {
        get => GetNumber("minimal_quantity");
        set => SetNumber("minimal_quantity", value);
    }

    /// <summary>standard, combinations, pack or virtual.</summary>
    public string ProductType
    {
        get => Get("product_type");
        set => Set("product_type", value);
    }

    /// <summary>When it was created, as yyyy-MM-dd HH:mm:ss in the zone of the shop.</summary>
    public string DateAdd
    {
        get => Get("date_add");
        set => Set("date_add", value);
    }

    /// <summary>When its own row changed last, as yyyy-MM-dd HH:mm:ss in the zone of the shop; stock, combinations, prices and images do not touch it.</summary>
    public string DateUpd
    {
        get => Get("date_upd");
        set => Set("date_upd", value);
    }

    /// <summary>The categories it is in, ascending; set it to move the product.</summary>
    public IReadOnlyList<int> CategoryIds
    {
        get => _categoryIds;
        set
        {
            var before = _categoryIds;
            _categoryIds = [.. value.Distinct().Order()];
            State?.MoveInCategories(this, before);
        }
    }

    /// <summary>The features it has: pairs of feature id and feature value id.</summary>
    public IReadOnlyList<(int Feature, int Value)> Features { get; set; } = [];

    /// <summary>The ids of its tags, of all languages.</summary>
    public IReadOnlyList<int> TagIds { get; set; } = [];

    /// <summary>The ids of its accessories.</summary>
    public IReadOnlyList<int> AccessoryIds { get; set; } = [];

    /// <summary>The parts of a pack: product id, combination id (0 for none) and quantity.</summary>
    public IReadOnlyList<(int Product, int Combination, int Quantity)> Bundle { get; set; } = [];

    /// <summary>The shops that it is sold in, ascending.</summary>
    public IReadOnlyList<int> ShopIds { get; internal set; } = [1];
}
