namespace ErpSync.Sandbox.PrestaShop;

/// <summary>An attribute group, for example Size.</summary>
public sealed class PrestaShopProductOption : PrestaShopRow
{
    internal PrestaShopProductOption()
        : base(ReferenceSchemas.ProductOptions)
    {
    }

    /// <summary>The name in the back office per language.</summary>
    public PrestaShopText Name => GetText("name");

    /// <summary>The name in the shop per language.</summary>
    public PrestaShopText PublicName => GetText("public_name");

    /// <summary>select, radio or color.</summary>
    public string GroupType
    {
        get => Get("group_type");
        set => Set("group_type", value);
    }

    /// <summary>The position, from 0.</summary>
    public int Position
    {
        get => GetNumber("position");
        set => SetNumber("position", value);
    }
}
