namespace ErpSync;

/// <summary>A combination of options of a product. A record of its own: stock and order lines point at it.</summary>
public sealed record ProductVariant : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.ProductVariant;

    /// <summary>The product it belongs to; null only where a system lost the parent.</summary>
    public Ref? Product { get; init; }

    /// <summary>The article number; null when it has none.</summary>
    public string? Reference { get; init; }

    /// <summary>The options that make the variant, for example Size = M, Colour = Red; the order does not count.</summary>
    public ValueList<VariantOption> Options { get; init; } = [];

    /// <summary>The final price of one unit without tax (not an impact on the product's price); null when the system has none.</summary>
    public Money? PriceNet { get; init; }

    /// <summary>The EAN-13 or other trade number as digits; null when there is none.</summary>
    public string? Barcode { get; init; }

    /// <summary>The final weight of one unit in kilograms; null when unknown.</summary>
    public decimal? WeightKg { get; init; }

    /// <summary>The UPC as digits; null when there is none.</summary>
    public string? Upc { get; init; }

    /// <summary>The ISBN; null when there is none.</summary>
    public string? Isbn { get; init; }

    /// <summary>The maker's own article number; null when there is none.</summary>
    public string? Mpn { get; init; }

    /// <summary>What the variant costs the merchant, one unit without tax; null when the system has none.</summary>
    public Money? CostNet { get; init; }

    /// <summary>The reduced price of one unit without tax; null when there is none.</summary>
    public Money? SalePriceNet { get; init; }

    /// <summary>From when on it is reduced, in UTC, inclusive; null means always.</summary>
    public DateTimeOffset? SaleFrom { get; init; }

    /// <summary>Until when it is reduced, in UTC, exclusive; null means for ever.</summary>
    public DateTimeOffset? SaleUntil { get; init; }

    /// <summary>The least quantity of an order; null when the system does not tell.</summary>
    public decimal? MinimalQuantity { get; init; }

    /// <summary>True for the variant that is chosen first; null when the system does not tell.</summary>
    public bool? IsDefault { get; init; }

    /// <summary>Whether customers can buy it; null when the system has no such switch.</summary>
    public bool? Active { get; init; }

    /// <summary>Whether the system counts its stock; null when it has no such switch.</summary>
    public bool? CountsStock { get; init; }

    /// <summary>Whether more can be ordered than there is; null for the system's own default.</summary>
    public Backorders? Backorders { get; init; }

    /// <summary>The stock below which somebody is warned; null for none.</summary>
    public decimal? LowStock { get; init; }

    /// <summary>Fields beyond those above that the connection was told to carry, by their key.</summary>
    public TextMap Custom { get; init; } = TextMap.Empty;
}
