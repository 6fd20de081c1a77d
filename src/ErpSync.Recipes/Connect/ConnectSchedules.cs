namespace ErpSync.Recipes;

/// <summary>How often each feed of <c>UseConnectFeeds</c> runs. A null schedule runs the feed by hand only. The first import of stock has no schedule, because it runs once.</summary>
public sealed class ConnectSchedules
{
    /// <summary>New products; an hour unless set.</summary>
    public TimeSpan? NewProducts { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Changed products; a day unless set.</summary>
    public TimeSpan? UpdatedProducts { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Pictures; 4 hours unless set.</summary>
    public TimeSpan? ProductImages { get; set; } = TimeSpan.FromHours(4);

    /// <summary>New orders; 5 minutes unless set.</summary>
    public TimeSpan? NewOrders { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Changed orders, once the pair is live; an hour unless set.</summary>
    public TimeSpan? UpdatedOrders { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Suppliers; a day unless set.</summary>
    public TimeSpan? Suppliers { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Prices of suppliers; a day unless set.</summary>
    public TimeSpan? ProductSuppliers { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Changed quantities, once the pair is live; 5 minutes unless set.</summary>
    public TimeSpan? StockExport { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>All quantities, once stock was imported; a day unless set.</summary>
    public TimeSpan? StockCheck { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Shipments, once the pair is live; 15 minutes unless set.</summary>
    public TimeSpan? ShippingConfirmation { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>What is set aside; an hour unless set.</summary>
    public TimeSpan? Retry { get; set; } = TimeSpan.FromHours(1);
}
