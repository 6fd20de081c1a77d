namespace ErpSync.Dolibarr;

/// <summary>At which step of a sale Dolibarr moves stock by itself (<c>STOCK_CALCULATE_ON_…</c>). Whoever books movements for sales beside it counts them twice.</summary>
[Flags]
internal enum StockMoments
{
    /// <summary>Never: sales move no stock.</summary>
    None = 0,

    /// <summary>When an order is validated.</summary>
    Order = 1,

    /// <summary>When a shipment is validated.</summary>
    Shipment = 2,

    /// <summary>When a shipment is closed.</summary>
    ShipmentClosed = 4,

    /// <summary>When an invoice is validated.</summary>
    Invoice = 8,
}
