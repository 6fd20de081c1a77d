namespace ErpSync.Sandbox.WooCommerce;

/// <summary>What a version of WooCommerce has, by the documented history of the API.</summary>
internal readonly record struct ShopVersion(Version Number, bool HasBrandsPlugin)
{
    /// <summary>The list of the refunds of all orders.</summary>
    public bool HasAllRefunds => Number >= new Version(9, 0);

    /// <summary>The trade number of products, variations and order lines.</summary>
    public bool HasGtin => Number >= new Version(9, 2);

    /// <summary>Brands: in the core API for all from 9.6 on, before only with the plugin that they came from.</summary>
    public bool HasBrands => HasBrandsPlugin || Number >= new Version(9, 6);

    /// <summary>Fulfilments, where the feature is on.</summary>
    public bool HasFulfillments => Number >= new Version(10, 1);

    /// <summary>The list of the variations of all products.</summary>
    public bool HasAllVariations => Number >= new Version(10, 3);

    /// <summary>The gallery of a variation, and the topic of a product that is published.</summary>
    public bool HasGalleries => Number >= new Version(10, 9);
}
