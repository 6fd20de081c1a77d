namespace ErpSync.Recipes;

/// <summary>What is done with orders in one status of the shop.</summary>
/// <param name="Status">The status's id in the shop.</param>
/// <param name="Action">What is done with orders that are not in the ERP yet.</param>
public sealed record OrderStatusRule(string Status, OrderStatusAction Action)
{
    /// <summary>The status's name in the shop's main language, for people; null when nobody told.</summary>
    public string? Name { get; init; }

    /// <summary>Whether an order that is not taken over in the status is looked at again later: an awaited payment may come. Default false.</summary>
    public bool Retry { get; init; }

    /// <summary>The stage that the ERP's order gets; null: what the shop's status means by its own flags.</summary>
    public OrderStage? Stage { get; init; }
}
