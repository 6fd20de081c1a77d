namespace ErpSync.Vtiger;

/// <summary>Between the texts of statuses, which the administrator may change, and stages. vtiger stores any text; only those that are mapped are written.</summary>
internal static class Statuses
{
    /// <summary>What a status means; the one that stands for unknown ones when it is not mapped.</summary>
    public static TStage StageOf<TStage>(string? text, IDictionary<string, TStage> map, TStage unknown)
        where TStage : struct, Enum => text is not null && map.TryGetValue(text, out var stage) ? stage : unknown;

    /// <summary>The first status of a stage, after folding.</summary>
    public static string TextOf<TStage>(TStage wanted, IDictionary<string, TStage> map, TStage folded)
        where TStage : struct, Enum =>
        map.FirstOrDefault(pair => pair.Value.Equals(folded)).Key ?? throw new ConnectorException(new SyncProblem(ProblemKind.Misconfigured, VtigerCodes.StatusUnmapped, $"No status of vtiger stands for {wanted:stage}.")
        {
            Field = nameof(Order.Stage),
            Remedy = "Add it to the options OrderStatuses or InvoiceStatuses.",
        });

    /// <summary>The stage as the statuses can say it: the stage itself, else the nearest one that they know.</summary>
    public static OrderStage Fold(OrderStage stage, IDictionary<string, OrderStage> map)
    {
        OrderStage[] nearest = stage switch
        {
            OrderStage.Draft => [OrderStage.Draft, OrderStage.Pending],
            OrderStage.Pending => [OrderStage.Pending, OrderStage.Draft, OrderStage.Confirmed],
            OrderStage.Confirmed => [OrderStage.Confirmed, OrderStage.Processing, OrderStage.Pending],
            OrderStage.Processing => [OrderStage.Processing, OrderStage.Confirmed],
            OrderStage.PartlyShipped => [OrderStage.PartlyShipped, OrderStage.Processing, OrderStage.Confirmed],
            OrderStage.Shipped => [OrderStage.Shipped, OrderStage.Completed],
            OrderStage.Completed => [OrderStage.Completed, OrderStage.Shipped],
            OrderStage.Cancelled => [OrderStage.Cancelled],
            OrderStage.Refunded => [OrderStage.Refunded, OrderStage.Cancelled],
            _ => [OrderStage.Failed, OrderStage.Cancelled],
        };
        foreach (var candidate in nearest)
        {
            if (map.Values.Contains(candidate))
                return candidate;
        }

        return stage;
    }

    public static InvoiceStage Fold(InvoiceStage stage, IDictionary<string, InvoiceStage> map) =>
        stage == InvoiceStage.PartlyPaid && !map.Values.Contains(InvoiceStage.PartlyPaid) ? InvoiceStage.Open : stage;
}
