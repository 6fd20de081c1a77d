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
}
