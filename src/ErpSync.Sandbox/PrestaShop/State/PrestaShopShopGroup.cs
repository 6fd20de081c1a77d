namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A group of shops.</summary>
public sealed class PrestaShopShopGroup : PrestaShopRow
{
    internal PrestaShopShopGroup()
        : base(SupplySchemas.ShopGroups)
    {
    }

    /// <summary>The name.</summary>
    public string Name
    {
        get => Get("name");
        set => Set("name", value);
    }

    /// <summary>True when its shops sell from one stock: rows that come from then on belong to the group instead of a shop.</summary>
    public bool SharesStock
    {
        get => GetNumber("share_stock") == 1;
        set => SetNumber("share_stock", value ? 1 : 0);
    }
}
