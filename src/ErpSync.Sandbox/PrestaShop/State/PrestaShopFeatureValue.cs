namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A value of a product feature, for example Rubber.</summary>
public sealed class PrestaShopFeatureValue : PrestaShopRow
{
    internal PrestaShopFeatureValue()
        : base(ReferenceSchemas.ProductFeatureValues)
    {
    }

    /// <summary>The feature.</summary>
    public int FeatureId
    {
        get => GetNumber("id_feature");
        set => SetNumber("id_feature", value);
    }

    /// <summary>The value per language.</summary>
    public PrestaShopText Value => GetText("value");
}
