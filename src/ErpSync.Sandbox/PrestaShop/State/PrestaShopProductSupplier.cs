namespace ErpSync.Sandbox.PrestaShop;

/// <summary>What a supplier asks for a product or combination.</summary>
public sealed class PrestaShopProductSupplier : PrestaShopRow
{
    internal PrestaShopProductSupplier()
        : base(SupplySchemas.ProductSuppliers)
    {
    }

    /// <summary>The product.</summary>
    public int ProductId
    {
        get => GetNumber("id_product");
        set => SetNumber("id_product", value);
    }

    /// <summary>The combination; 0 for the product itself.</summary>
    public int CombinationId
    {
        get => GetNumber("id_product_attribute");
        set => SetNumber("id_product_attribute", value);
    }

    /// <summary>The supplier.</summary>
    public int SupplierId
    {
        get => GetNumber("id_supplier");
        set => SetNumber("id_supplier", value);
    }

    /// <summary>The currency of the price; 0 for the shop's.</summary>
    public int CurrencyId
    {
        get => GetNumber("id_currency");
        set => SetNumber("id_currency", value);
    }

    /// <summary>The supplier's article number.</summary>
    public string Reference
    {
        get => Get("product_supplier_reference");
        set => Set("product_supplier_reference", value);
    }

    /// <summary>The price without tax, six digits; 0 when it is unknown.</summary>
    public decimal Price
    {
        get => GetDecimal("product_supplier_price_te");
        set => SetDecimal("product_supplier_price_te", value);
    }
}
