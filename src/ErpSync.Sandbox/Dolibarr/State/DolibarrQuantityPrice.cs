namespace ErpSync.Sandbox;

/// <summary>A price of a product from a quantity on, made in the screens: the API only reads it.</summary>
public sealed class DolibarrQuantityPrice : DolibarrRow
{
    /// <summary>The product.</summary>
    public int ProductId { get; set; }

    /// <summary>From which quantity on.</summary>
    public decimal Quantity { get; set; } = 1;

    /// <summary>The price of one unit without tax.</summary>
    public decimal UnitPrice { get; set; }

    /// <summary>The reduction in per cent.</summary>
    public decimal DiscountPercent { get; set; }
}
