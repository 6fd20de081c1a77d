namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A combination (variant) of a product.</summary>
public sealed class PrestaShopCombination : PrestaShopRow
{
    internal PrestaShopCombination()
        : base(CatalogSchemas.Combinations)
    {
    }

    /// <summary>The product that it belongs to.</summary>
    public int ProductId
    {
        get => GetNumber("id_product");
        set => SetNumber("id_product", value);
    }

    /// <summary>The reference (SKU); not unique.</summary>
    public string Reference
    {
        get => Get("reference");
        set => Set("reference", value);
    }

    /// <summary>The EAN-13 code; empty for none.</summary>
    public string Ean13
    {
        get => Get("ean13");
        set => Set("ean13", value);
    }

    /// <summary>What is added to the price of the product, without tax, six digits; may be negative.</summary>
    public decimal PriceImpact
    {
        get => GetDecimal("price");
        set => SetDecimal("price", value);
    }

    /// <summary>What is added to the weight of the product, six digits.</summary>
    public decimal WeightImpact
    {
        get => GetDecimal("weight");
        set => SetDecimal("weight", value);
    }

    /// <summary>The least quantity of an order line.</summary>
    public int MinimalQuantity
    {
        get => GetNumber("minimal_quantity");
        set => SetNumber("minimal_quantity", value);
    }

    /// <summary>True for the combination that the product page shows first; at most one per product.</summary>
    public bool Default
    {
        get => GetFlag("default_on");
        set => Set("default_on", value ? "1" : null);
    }

    /// <summary>The attribute values, for example a size and a colour.</summary>
    public IReadOnlyList<int> OptionValueIds { get; set; } = [];

    /// <summary>The images of the product that show this combination.</summary>
    public IReadOnlyList<int> ImageIds { get; set; } = [];
}
