namespace ErpSync.Dolibarr;

/// <summary>How variants are created in Dolibarr.</summary>
public enum DolibarrVariantsAs
{
    /// <summary>As children of the product by the module "Product variants".</summary>
    Variants,

    /// <summary>As products of their own, with the options in the first line of the description.</summary>
    SeparateProducts,
}
