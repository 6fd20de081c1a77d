namespace ErpSync.Dolibarr;

/// <summary>Which quantity of a product counts as its stock level.</summary>
public enum DolibarrStockQuantity
{
    /// <summary>What lies in the warehouses.</summary>
    Physical,

    /// <summary>What lies in the warehouses less what Dolibarr's virtual stock takes off it (open orders; it adds expected deliveries where the setup says so).</summary>
    Sellable,
}
