namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A setting, for example PS_TIMEZONE.</summary>
public sealed class PrestaShopConfiguration : PrestaShopRow
{
    internal PrestaShopConfiguration()
        : base(ReferenceSchemas.Configurations)
    {
    }

    /// <summary>The name.</summary>
    public string Name
    {
        get => Get("name");
        set => Set("name", value);
    }

    /// <summary>The value as text.</summary>
    public string Value
    {
        get => Get("value");
        set => Set("value", value);
    }
}
