namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A product feature, for example Material.</summary>
public sealed class PrestaShopFeature : PrestaShopRow
{
    internal PrestaShopFeature()
        : base(ReferenceSchemas.ProductFeatures)
    {
    }

    /// <summary>The name per language.</summary>
    public PrestaShopText Name => GetText("name");

    /// <summary>The position, from 0.</summary>
    public int Position
    {
        get => GetNumber("position");
        set => SetNumber("position", value);
    }
}
