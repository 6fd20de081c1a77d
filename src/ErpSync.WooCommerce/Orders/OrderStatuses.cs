namespace ErpSync.WooCommerce;

/// <summary>Statuses of orders and what they mean in the words of all systems.</summary>
internal static class OrderStatuses
{
    /// <summary>An abandoned checkout: no order yet.</summary>
    public const string Draft = "checkout-draft";

    public static OrderStage StageOf(string? slug, WooCommerceOptions options) => slug switch
    {
        "pending" => OrderStage.Pending,
        "on-hold" => OrderStage.Confirmed,
        "processing" => OrderStage.Processing,
        "completed" => OrderStage.Completed,
        "cancelled" or "trash" => OrderStage.Cancelled,
        "refunded" => OrderStage.Refunded,
        "failed" => OrderStage.Failed,
        Draft => OrderStage.Draft,
        _ => slug is not null && options.StatusStages.TryGetValue(slug, out var stage) ? stage : OrderStage.Processing,
    };

    public static string SlugOf(OrderStage stage, WooCommerceOptions options) => stage switch
    {
        OrderStage.Draft or OrderStage.Pending => "pending",
        OrderStage.Confirmed => "on-hold",
        OrderStage.Processing => "processing",
        OrderStage.PartlyShipped => Own(OrderStage.PartlyShipped, options) ?? "processing",
        OrderStage.Shipped => Own(OrderStage.Shipped, options) ?? "completed",
        OrderStage.Completed => "completed",
        OrderStage.Cancelled => "cancelled",
        OrderStage.Refunded => "refunded",
        _ => "failed",
    };

    /// <summary>The stage as WooCommerce keeps it.</summary>
    public static OrderStage Fold(OrderStage stage, WooCommerceOptions options) => StageOf(SlugOf(stage, options), options);

    private static string? Own(OrderStage stage, WooCommerceOptions options) => options.StatusStages.FirstOrDefault(pair => pair.Value == stage).Key;
}
