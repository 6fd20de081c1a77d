namespace ErpSync;

/// <summary>The type of a business record, by name; third parties may add their own.</summary>
/// <param name="Name">The name in lower case, words joined by hyphens, for example <c>product-variant</c>. It is stored: never rename one.</param>
public readonly record struct EntityKind(string Name)
{
    /// <summary>A node of the category tree.</summary>
    public static EntityKind Category => new("category");

    /// <summary>A product or service.</summary>
    public static EntityKind Product => new("product");

    /// <summary>A combination of options of a product, sold and stocked by itself.</summary>
    public static EntityKind ProductVariant => new("product-variant");

    /// <summary>A price beside the product's own: for a customer group, a quantity, a period.</summary>
    public static EntityKind Price => new("price");

    /// <summary>How much of a product or variant there is, in one warehouse or in all.</summary>
    public static EntityKind StockLevel => new("stock-level");

    /// <summary>A picture of a product.</summary>
    public static EntityKind ProductImage => new("product-image");

    /// <summary>The name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
