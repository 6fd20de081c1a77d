namespace ErpSync.Dolibarr;

/// <summary>Where Dolibarr keeps the selling price of a product.</summary>
public enum DolibarrPriceMode
{
    /// <summary>One price per product (constant <c>PRODUCT_PRICE_UNIQ</c>).</summary>
    Single,

    /// <summary>One price per price level (constant <c>PRODUIT_MULTIPRICES</c>).</summary>
    Levels,
}
