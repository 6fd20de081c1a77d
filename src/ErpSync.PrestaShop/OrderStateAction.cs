namespace ErpSync.PrestaShop;

/// <summary>What happens to an order in a state when it is not in the other system yet. Names may be stored: never rename one.</summary>
public enum OrderStateAction
{
    /// <summary>The order stays in the shop.</summary>
    DoNotImport,

    /// <summary>The order is taken over as a valid one.</summary>
    Import,
}
