namespace ErpSync;

/// <summary>What a supplier asks for a product or variant. Keyed by its owner, the supplier's name, quantity and currency.</summary>
public sealed record SupplierPrice : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.SupplierPrice;

    /// <summary>The product or variant.</summary>
    public required Ref Owner { get; init; }

    /// <summary>The supplier; null only where a system lost it.</summary>
    public Ref? Supplier { get; init; }

    /// <summary>The supplier's name, for matching; given by the reader.</summary>
    public string? SupplierName { get; init; }

    /// <summary>The supplier's own article number; null when there is none.</summary>
    public string? Reference { get; init; }

    /// <summary>From which quantity on, inclusive; 1 or more.</summary>
    public decimal FromQuantity { get; init; } = 1;

    /// <summary>The price of one unit without tax; null when only the relation is known.</summary>
    public Money? Net { get; init; }

    /// <summary>The taxes of the purchase; null when the system does not tell.</summary>
    public ValueList<TaxRate>? Taxes { get; init; }

    /// <summary>The delivery time in days; null when unknown.</summary>
    public decimal? LeadTimeDays { get; init; }
}
