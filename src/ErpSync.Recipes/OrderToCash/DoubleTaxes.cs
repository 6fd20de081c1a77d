namespace ErpSync.Recipes;

/// <summary>How two taxes on one price are reckoned.</summary>
public enum DoubleTaxes
{
    /// <summary>As the shop tells it, per product and line.</summary>
    AsTheShop,

    /// <summary>Both on the net amount: 100 with 5 % and 9.975 % is 114.975.</summary>
    OnNet,

    /// <summary>The second on top of net and first: 100 with 5 % and 9.975 % is 115.47375.</summary>
    OnTaxed,
}
