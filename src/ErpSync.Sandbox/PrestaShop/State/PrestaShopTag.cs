namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A word by which products are found, in one language.</summary>
public sealed class PrestaShopTag : PrestaShopRow
{
    internal PrestaShopTag()
        : base(SupplySchemas.Tags)
    {
    }

    /// <summary>The language.</summary>
    public int LanguageId
    {
        get => GetNumber("id_lang");
        set => SetNumber("id_lang", value);
    }

    /// <summary>The word; at most 32 characters.</summary>
    public string Name
    {
        get => Get("name");
        set => Set("name", value);
    }
}
