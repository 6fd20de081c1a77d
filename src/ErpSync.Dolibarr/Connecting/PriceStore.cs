namespace ErpSync.Dolibarr;

/// <summary>Where prices are kept, as far as it is known.</summary>
internal enum PriceStore
{
    /// <summary>The setup could not be read: reading goes by what a product shows, writing is refused.</summary>
    Unknown,

    /// <summary>One price per product.</summary>
    Single,

    /// <summary>A price per level.</summary>
    Levels,

    /// <summary>Neither constant is set: Dolibarr answers 200 to a new price and keeps the old one.</summary>
    None,
}
