namespace ErpSync;

/// <summary>One line of an order, invoice or credit note. Discounts are either inside the lines of goods or lines of their own, never both.</summary>
public sealed record DocumentLine
{
    /// <summary>The line's id in its own system; null when it has none. Not compared.</summary>
    public string? Id { get; init; }

    /// <summary>What the line is.</summary>
    public LineKind Kind { get; init; } = LineKind.Product;

    /// <summary>The product, variant or service; null when it is gone, or the line is not about a record.</summary>
    public Ref? Product { get; init; }

    /// <summary>The article number as it stood on the document, or a voucher's code; null when there is none.</summary>
    public string? Reference { get; init; }

    /// <summary>The name as it stood on the document, plain text; null when there is none.</summary>
    public string? Label { get; init; }

    /// <summary>More words on the line; null when there are none. Not compared.</summary>
    public string? Description { get; init; }

    /// <summary>The quantity; may be fractional.</summary>
    public decimal Quantity { get; init; } = 1;

    /// <summary>The unit of the quantity, for example <c>kg</c>; null for pieces. Not compared.</summary>
    public string? Unit { get; init; }

    /// <summary>The price of one unit without tax, before the line's discount; null when the system tells totals only.</summary>
    public Money? UnitNet { get; init; }

    /// <summary>The price of one unit with tax, before the line's discount; null when the system does not tell. Not compared.</summary>
    public Money? UnitGross { get; init; }

    /// <summary>The discount in percent of the unit price; null for none.</summary>
    public decimal? DiscountPercent { get; init; }

    /// <summary>The discount without tax on the whole line, after the percentage; positive. Null for none.</summary>
    public Money? DiscountAmount { get; init; }

    /// <summary>The taxes in order of application; empty for untaxed; null when the system does not tell.</summary>
    public ValueList<TaxRate>? Taxes { get; init; }

    /// <summary>The amount of each tax of <see cref="Taxes"/>, in the same order; empty when the system does not tell. Not compared.</summary>
    public ValueList<Money> TaxAmounts { get; init; } = [];

    /// <summary>The system's own code of the taxes; null when there is none. Not compared.</summary>
    public string? TaxCode { get; init; }

    /// <summary>The line's total without tax, after its discount, as the system tells it; null when it does not.</summary>
    public Money? Net { get; init; }

    /// <summary>The line's tax, as the system tells it; null when it does not.</summary>
    public Money? Tax { get; init; }

    /// <summary>What the goods cost the merchant, one unit without tax; null when unknown. Not compared.</summary>
    public Money? CostNet { get; init; }

    /// <summary>Where the goods are taken from; null when the document tells or nobody does. Not compared.</summary>
    public Ref? Warehouse { get; init; }

    /// <summary><see cref="Net"/> plus <see cref="Tax"/>; null when either is unknown.</summary>
    public Money? Gross => Net is { } net && Tax is { } tax ? net with { Amount = net.Amount + tax.Amount } : null;
}
