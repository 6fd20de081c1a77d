namespace ErpSync;

/// <summary>What a line of a document is. Names are stored: never rename one.</summary>
public enum LineKind
{
    /// <summary>Goods.</summary>
    Product,

    /// <summary>A service that is no shipping, wrapping, discount or fee.</summary>
    Service,

    /// <summary>Delivery.</summary>
    Shipping,

    /// <summary>Gift wrapping.</summary>
    Wrapping,

    /// <summary>A voucher or other discount; its amounts are negative.</summary>
    Discount,

    /// <summary>Any other charge.</summary>
    Fee,

    /// <summary>The difference between the roundings of two systems, visible and journalled.</summary>
    Rounding,

    /// <summary>Words without an amount.</summary>
    Text,
}
