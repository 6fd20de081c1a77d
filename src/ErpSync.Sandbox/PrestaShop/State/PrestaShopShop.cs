namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A shop of the store; more than one means multi-shop.</summary>
public sealed class PrestaShopShop : PrestaShopRow
{
    internal PrestaShopShop()
        : base(ReferenceSchemas.Shops)
    {
    }

    /// <summary>The name.</summary>
    public string Name
    {
        get => Get("name");
        set => Set("name", value);
    }

    /// <summary>The group of shops.</summary>
    public int GroupId
    {
        get => GetNumber("id_shop_group");
        set => SetNumber("id_shop_group", value);
    }

    /// <summary>The root category of the shop.</summary>
    public int CategoryId
    {
        get => GetNumber("id_category");
        set => SetNumber("id_category", value);
    }
}
