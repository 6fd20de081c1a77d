namespace ErpSync.Recipes;

/// <summary>Proposes the maps of statuses, both ways, from what the two systems have. Nothing is set: a host shows the proposals and puts what a person accepts into the options.</summary>
public static class StatusProposals
{
    private static readonly OrderStage[] Stages = [OrderStage.Confirmed, OrderStage.Processing, OrderStage.PartlyShipped, OrderStage.Shipped, OrderStage.Completed, OrderStage.Cancelled];

    /// <summary>
    /// A rule for every status of the shop, by its flags: what is paid, sent or may be invoiced is imported; cancelled, failed and refunded orders are not; what awaits money is not imported
    /// yet and looked at again, but for cash on delivery, which is imported.
    /// </summary>
    /// <param name="shop">The shop's statuses, as its <see cref="IReader{T}"/> of <see cref="OrderStatus"/> gives them.</param>
    /// <returns>The rules, by the order of ids.</returns>
    public static IReadOnlyList<OrderStatusRule> ForShop(IEnumerable<Remote<OrderStatus>> shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return [.. shop.Where(status => status.Value.Document == EntityKind.Order).OrderBy(status => status.Id).Select(Rule)];
    }

    /// <summary>For each stage that the ERP can reach, the shop's status that means the same; stages for which the shop has none are left out.</summary>
    /// <param name="shop">The shop's statuses.</param>
    /// <param name="erp">The ERP's statuses; empty where it has fixed stages only, and then all stages are proposed.</param>
    /// <returns>The shop's status by stage.</returns>
    public static IReadOnlyDictionary<OrderStage, string> ForErp(IEnumerable<Remote<OrderStatus>> shop, IEnumerable<Remote<OrderStatus>> erp)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(erp);
        var reachable = erp.Where(status => status.Value.Document == EntityKind.Order).Select(status => status.Value.Stage).OfType<OrderStage>().ToHashSet();
        var usable = shop.Where(status => status.Value.Document == EntityKind.Order && status.Value.Active != false).OrderBy(status => status.Id).ToList();
        var proposals = new Dictionary<OrderStage, string>();
        foreach (var stage in Stages.Where(stage => reachable.Count == 0 || reachable.Contains(stage)))
        {
            var same = usable.Find(status => status.Value.Stage == stage) ?? (stage == OrderStage.PartlyShipped ? usable.Find(status => status.Value.Stage == OrderStage.Processing) : null);
            if (same is not null)
                proposals[stage] = same.Id.Value;
        }

        return proposals;
    }

    private static OrderStatusRule Rule(Remote<OrderStatus> status)
    {
        var value = status.Value;
        var isOver = value.Stage is OrderStage.Cancelled or OrderStage.Failed or OrderStage.Refunded;
        var isCashOnDelivery = value.Code?.Contains("cashondelivery", StringComparison.OrdinalIgnoreCase) == true || value.Code?.Contains("cod", StringComparison.OrdinalIgnoreCase) == true;
        var imports = !isOver && (value.IsPaid == true || value.IsShipped == true || value.AllowsInvoice == true || value.IsValid == true || isCashOnDelivery);
        return new OrderStatusRule(status.Id.Value, imports ? OrderStatusAction.Import : OrderStatusAction.DoNotImport) { Name = value.Name, Retry = !imports && !isOver, Stage = value.Stage };
    }
}
