namespace ErpSync.Sandbox.Vtiger;

/// <summary>A line of an order. Quantities, prices and discounts are decimal texts as the database holds them.</summary>
public sealed class VtigerLine
{
    internal VtigerLine(long number, long parent)
    {
        Number = number;
        Parent = parent;
    }

    /// <summary>The number behind <c>33x</c>: the highest so far plus one, so that it is given out again after lines were rewritten.</summary>
    public long Number { get; }

    /// <summary>The number of the order.</summary>
    public long Parent { get; }

    /// <summary>The number of the product or service.</summary>
    public long Product { get; set; }

    /// <summary>The place in the order, from 1.</summary>
    public int Sequence { get; set; }

    /// <summary>The quantity, 3 decimals.</summary>
    public string Quantity { get; set; } = "0.000";

    /// <summary>The price of one, 8 decimals.</summary>
    public string ListPrice { get; set; } = "0.00000000";

    /// <summary>The discount in percent, 3 decimals; empty for none.</summary>
    public string DiscountPercent { get; set; } = "";

    /// <summary>The discount as an amount, 8 decimals; empty for none.</summary>
    public string DiscountAmount { get; set; } = "";

    /// <summary>The comment.</summary>
    public string Comment { get; set; } = "";

    /// <summary>Whether its stock is given back when the line goes.</summary>
    public bool GivesBack { get; set; }

    /// <summary>The taxes in percent by name (<c>tax4</c>).</summary>
    public Dictionary<string, string> Taxes { get; } = new(StringComparer.Ordinal);
}
