namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A tax rules group: what products point at.</summary>
public sealed class PrestaShopTaxRuleGroup : PrestaShopRow
{
    internal PrestaShopTaxRuleGroup()
        : base(ReferenceSchemas.TaxRuleGroups)
    {
    }

    /// <summary>The name.</summary>
    public string Name
    {
        get => Get("name");
        set => Set("name", value);
    }

    /// <summary>True when it applies.</summary>
    public bool Active
    {
        get => GetFlag("active");
        set => SetFlag("active", value);
    }
}
