namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The stock row of a product (combination 0, the sum where there are combinations) or of one combination, in one shop.</summary>
public sealed class PrestaShopStock : PrestaShopRow
{
    internal PrestaShopStock()
        : base(CatalogSchemas.StockAvailables)
    {
    }

    /// <summary>The product.</summary>
    public int ProductId
    {
        get => GetNumber("id_product");
        set => SetNumber("id_product", value);
    }

    /// <summary>The combination; 0 for the row of the product.</summary>
    public int CombinationId
    {
        get => GetNumber("id_product_attribute");
        set => SetNumber("id_product_attribute", value);
    }

    /// <summary>The shop; 0 when a group of shops shares its stock.</summary>
    public int ShopId
    {
        get => GetNumber("id_shop");
        set => SetNumber("id_shop", value);
    }

    /// <summary>The group of shops that shares the row; 0 when it belongs to one shop.</summary>
    public int ShopGroupId
    {
        get => GetNumber("id_shop_group");
        set => SetNumber("id_shop_group", value);
    }

    /// <summary>The available quantity; may be negative.</summary>
    public int Quantity
    {
        get => GetNumber("quantity");
        set => SetNumber("quantity", value);
    }

    /// <summary>What happens at zero: 0 refuse orders, 1 accept, 2 as the shop is set.</summary>
    public int OutOfStock
    {
        get => GetNumber("out_of_stock");
        set => SetNumber("out_of_stock", value);
    }
}
