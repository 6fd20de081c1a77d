namespace ErpSync.Dolibarr;

/// <summary>The stages of orders: Dolibarr knows -1 cancelled, 0 draft, 1 validated, 2 in shipment (which only a shipment sets), 3 delivered.</summary>
internal static class OrderStages
{
    public static OrderStage Read(int status) => status switch
    {
        -1 => OrderStage.Cancelled,
        1 => OrderStage.Confirmed,
        2 => OrderStage.PartlyShipped,
        3 => OrderStage.Completed,
        _ => OrderStage.Draft,
    };

    /// <summary>The stage that an order would have if it were written with this one.</summary>
    public static OrderStage Fold(OrderStage stage) => stage switch
    {
        OrderStage.Draft or OrderStage.Pending => OrderStage.Draft,
        OrderStage.Confirmed or OrderStage.Processing or OrderStage.PartlyShipped => OrderStage.Confirmed,
        OrderStage.Cancelled or OrderStage.Failed => OrderStage.Cancelled,
        _ => OrderStage.Completed,
    };
}
