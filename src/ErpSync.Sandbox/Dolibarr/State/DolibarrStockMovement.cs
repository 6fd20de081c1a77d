namespace ErpSync.Sandbox;

/// <summary>A stock movement: rows are only added.</summary>
public sealed class DolibarrStockMovement : DolibarrRow
{
    /// <summary>The product.</summary>
    public int ProductId { get; set; }

    /// <summary>The warehouse.</summary>
    public int WarehouseId { get; set; }

    /// <summary>The quantity that came in, negative when it went out, in units of the product.</summary>
    public decimal Quantity { get; set; }

    /// <summary>0 and 3 came in, 1 and 2 went out.</summary>
    public int Type { get; set; } = 3;

    /// <summary>The unit price; 0 for none.</summary>
    public decimal Price { get; set; }

    /// <summary>The label; empty for none.</summary>
    public string Label { get; set; } = "";

    /// <summary>The inventory code, posted as movementcode; null for none.</summary>
    public string? InventoryCode { get; set; }

    /// <summary>The lot; empty for none.</summary>
    public string Batch { get; set; } = "";

    /// <summary>The kind of the document behind it, for example <c>commande</c>; empty for none.</summary>
    public string OriginType { get; set; } = "";

    /// <summary>The id of the document behind it; 0 for none.</summary>
    public int OriginId { get; set; }

    /// <summary>When the stock moved, in UTC, whole seconds.</summary>
    public DateTimeOffset Date { get; set; }
}
