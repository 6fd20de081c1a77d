namespace ErpSync.Dolibarr;

/// <summary>Which number a new order gets in Dolibarr.</summary>
public enum DolibarrOrderNumbers
{
    /// <summary>The next number of Dolibarr's own series, given when the order is validated.</summary>
    Series,

    /// <summary>The order's reference, as it is: it must be unique in the company. Validation then gives no number.</summary>
    Reference,

    /// <summary>The order's <see cref="Order.Number"/>, as it is: it must be unique in the company. For pairs that carry the number and no reference.</summary>
    Number,
}
