namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A language of the store.</summary>
public sealed class PrestaShopLanguage : PrestaShopRow
{
    internal PrestaShopLanguage()
        : base(ReferenceSchemas.Languages)
    {
    }

    /// <summary>The name.</summary>
    public string Name
    {
        get => Get("name");
        set => Set("name", value);
    }

    /// <summary>The two-letter code.</summary>
    public string IsoCode
    {
        get => Get("iso_code");
        set => Set("iso_code", value);
    }

    /// <summary>The locale, for example en-US.</summary>
    public string Locale
    {
        get => Get("locale");
        set => Set("locale", value);
    }

    /// <summary>True when it is in use.</summary>
    public bool Active
    {
        get => GetFlag("active");
        set => SetFlag("active", value);
    }
}
