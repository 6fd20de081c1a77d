namespace ErpSync.Recipes;

/// <summary>What happens to an order in a status when it is not in the ERP yet. Names may be stored: never rename one.</summary>
public enum OrderStatusAction
{
    /// <summary>The order stays in the shop.</summary>
    DoNotImport,

    /// <summary>The order is taken over.</summary>
    Import,
}
