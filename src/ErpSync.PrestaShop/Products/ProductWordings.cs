namespace ErpSync.PrestaShop.Products;

/// <summary>The fixed words of products.</summary>
internal static class ProductWordings
{
    /// <summary>The condition; null for a word that nobody knows.</summary>
    public static ProductCondition? Condition(string? word) => word switch
    {
        null or "" or "new" => ProductCondition.New,
        "used" => ProductCondition.Used,
        "refurbished" => ProductCondition.Refurbished,
        _ => null,
    };

    /// <summary>The word of a condition.</summary>
    public static string Of(ProductCondition? condition) => condition switch
    {
        ProductCondition.Used => "used",
        ProductCondition.Refurbished => "refurbished",
        _ => "new",
    };

    /// <summary>The visibility; null for a word that nobody knows.</summary>
    public static ProductVisibility? Visibility(string? word) => word switch
    {
        null or "" or "both" => ProductVisibility.Everywhere,
        "catalog" => ProductVisibility.Catalog,
        "search" => ProductVisibility.Search,
        "none" => ProductVisibility.Hidden,
        _ => null,
    };

    /// <summary>The word of a visibility.</summary>
    public static string Of(ProductVisibility? visibility) => visibility switch
    {
        ProductVisibility.Catalog => "catalog",
        ProductVisibility.Search => "search",
        ProductVisibility.Hidden => "none",
        _ => "both",
    };
}
