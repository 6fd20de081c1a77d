namespace ErpSync.Dolibarr;

/// <summary>Which part of a product's row is asked for.</summary>
internal enum ProductView
{
    /// <summary>What a product or variant is made of.</summary>
    Whole,

    /// <summary>Stock instead of the other fields.</summary>
    Stock,

    /// <summary>Prices only.</summary>
    Prices,
}
