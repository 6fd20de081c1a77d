namespace ErpSync.Recipes;

/// <summary>What of a shop's order counts as its reference in the ERP.</summary>
public enum OrderReference
{
    /// <summary>The reference that the customer knows. A cart that the shop split into several orders shares one: the second gets <c>-2</c>, by the order of their ids.</summary>
    Reference,

    /// <summary>The order's id.</summary>
    Id,
}
