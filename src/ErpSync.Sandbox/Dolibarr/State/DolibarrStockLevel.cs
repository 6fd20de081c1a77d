namespace ErpSync.Sandbox;

/// <summary>The level of one product in one warehouse.</summary>
public sealed class DolibarrStockLevel : DolibarrRow
{
    /// <summary>The product.</summary>
    public required int ProductId { get; init; }

    /// <summary>The warehouse.</summary>
    public required int WarehouseId { get; init; }

    /// <summary>The quantity in units of the product.</summary>
    public decimal Quantity { get; set; }
}
