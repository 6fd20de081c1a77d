namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A value of an attribute group, for example M.</summary>
public sealed class PrestaShopProductOptionValue : PrestaShopRow
{
    internal PrestaShopProductOptionValue()
        : base(ReferenceSchemas.ProductOptionValues)
    {
    }

    /// <summary>The attribute group.</summary>
    public int OptionId
    {
        get => GetNumber("id_attribute_group");
        set => SetNumber("id_attribute_group", value);
    }

    /// <summary>The name per language.</summary>
    public PrestaShopText Name => GetText("name");

    /// <summary>The colour as #RRGGBB; empty for none.</summary>
    public string Color
    {
        get => Get("color");
        set => Set("color", value);
    }

    /// <summary>The position in its group, from 0.</summary>
    public int Position
    {
        get => GetNumber("position");
        set => SetNumber("position", value);
    }
}
