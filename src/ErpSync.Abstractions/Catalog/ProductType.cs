namespace ErpSync;

/// <summary>What a product is made of. Whether it has variants is told by <see cref="Product.HasVariants"/>, whether it is a service by <see cref="Product.IsService"/>. Names are stored: never rename one.</summary>
public enum ProductType
{
    /// <summary>One article.</summary>
    Simple,

    /// <summary>Several articles at one price.</summary>
    Pack,

    /// <summary>Several articles shown together, each at its own price.</summary>
    Grouped,

    /// <summary>An article that another shop sells.</summary>
    External,
}
