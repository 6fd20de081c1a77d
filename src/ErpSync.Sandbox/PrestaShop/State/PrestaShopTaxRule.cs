namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A tax rule: the tax of a group in a country.</summary>
public sealed class PrestaShopTaxRule : PrestaShopRow
{
    internal PrestaShopTaxRule()
        : base(ReferenceSchemas.TaxRules)
    {
    }

    /// <summary>The tax rules group.</summary>
    public int GroupId
    {
        get => GetNumber("id_tax_rules_group");
        set => SetNumber("id_tax_rules_group", value);
    }

    /// <summary>The country.</summary>
    public int CountryId
    {
        get => GetNumber("id_country");
        set => SetNumber("id_country", value);
    }

    /// <summary>The tax.</summary>
    public int TaxId
    {
        get => GetNumber("id_tax");
        set => SetNumber("id_tax", value);
    }

    /// <summary>0 this tax only, 1 added to the others, 2 on top of the others.</summary>
    public int Behavior
    {
        get => GetNumber("behavior");
        set => SetNumber("behavior", value);
    }
}
