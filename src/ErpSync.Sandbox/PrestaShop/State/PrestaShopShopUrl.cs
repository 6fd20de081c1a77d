namespace ErpSync.Sandbox.PrestaShop;

/// <summary>An address under which a shop is reached.</summary>
public sealed class PrestaShopShopUrl : PrestaShopRow
{
    internal PrestaShopShopUrl()
        : base(SupplySchemas.ShopUrls)
    {
    }

    /// <summary>The shop.</summary>
    public int ShopId
    {
        get => GetNumber("id_shop");
        set => SetNumber("id_shop", value);
    }

    /// <summary>The host, with its port where it is not the usual one.</summary>
    public string Domain
    {
        get => Get("domain");
        set
        {
            Set("domain", value);
            Set("domain_ssl", value);
        }
    }

    /// <summary>The folder of the installation, with slashes around it.</summary>
    public string PhysicalUri
    {
        get => Get("physical_uri");
        set => Set("physical_uri", value);
    }

    /// <summary>The part behind the folder that chooses the shop, ending with a slash; empty for none.</summary>
    public string VirtualUri
    {
        get => Get("virtual_uri");
        set => Set("virtual_uri", value);
    }
}
