namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A special price of a product.</summary>
public sealed class PrestaShopSpecificPrice : PrestaShopRow
{
    internal PrestaShopSpecificPrice()
        : base(CatalogSchemas.SpecificPrices)
    {
    }

    /// <summary>The product.</summary>
    public int ProductId
    {
        get => GetNumber("id_product");
        set => SetNumber("id_product", value);
    }

    /// <summary>The combination; 0 for all.</summary>
    public int CombinationId
    {
        get => GetNumber("id_product_attribute");
        set => SetNumber("id_product_attribute", value);
    }

    /// <summary>The customer group; 0 for all.</summary>
    public int GroupId
    {
        get => GetNumber("id_group");
        set => SetNumber("id_group", value);
    }

    /// <summary>The customer; 0 for all.</summary>
    public int CustomerId
    {
        get => GetNumber("id_customer");
        set => SetNumber("id_customer", value);
    }

    /// <summary>The currency; 0 for all.</summary>
    public int CurrencyId
    {
        get => GetNumber("id_currency");
        set => SetNumber("id_currency", value);
    }

    /// <summary>The least quantity that it applies to.</summary>
    public int FromQuantity
    {
        get => GetNumber("from_quantity");
        set => SetNumber("from_quantity", value);
    }

    /// <summary>A fixed price without tax, or -1 to keep the base price and apply the reduction.</summary>
    public decimal Price
    {
        get => GetDecimal("price");
        set => SetDecimal("price", value);
    }

    /// <summary>The reduction: an amount, or a share such as 0.10.</summary>
    public decimal Reduction
    {
        get => GetDecimal("reduction");
        set => SetDecimal("reduction", value);
    }

    /// <summary>amount or percentage.</summary>
    public string ReductionType
    {
        get => Get("reduction_type");
        set => Set("reduction_type", value);
    }

    /// <summary>The beginning, as yyyy-MM-dd HH:mm:ss in the zone of the shop; zeros for none.</summary>
    public string From
    {
        get => Get("from");
        set => Set("from", value);
    }

    /// <summary>The end, as yyyy-MM-dd HH:mm:ss in the zone of the shop; zeros for none.</summary>
    public string To
    {
        get => Get("to");
        set => Set("to", value);
    }
}
