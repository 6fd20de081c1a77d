namespace ErpSync.Recipes;

/// <summary>How the discounts of an order stand on the ERP's documents. The totals are the same.</summary>
public enum DiscountLines
{
    /// <summary>A line per discount, and per tax rate where a discount was taken from goods of several.</summary>
    PerDiscount,

    /// <summary>One line per tax rate, with the sum of all discounts.</summary>
    PerTaxRate,
}
