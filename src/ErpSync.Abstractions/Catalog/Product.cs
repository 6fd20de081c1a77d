namespace ErpSync;

/// <summary>A product or service.</summary>
public sealed record Product : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Product;

    /// <summary>The article number; null when it has none. Case counts.</summary>
    public string? Reference { get; init; }

    /// <summary>The name, plain text.</summary>
    public LocalizedText Name { get; init; } = LocalizedText.Empty;

    /// <summary>The short text beside the price, HTML.</summary>
    public LocalizedText Summary { get; init; } = LocalizedText.Empty;

    /// <summary>The long text, HTML.</summary>
    public LocalizedText Description { get; init; } = LocalizedText.Empty;

    /// <summary>The list price of one unit without tax, in the connection's base currency; null when the system has none.</summary>
    public Money? PriceNet { get; init; }

    /// <summary>What the product costs the merchant, one unit without tax; null when the system has none.</summary>
    public Money? CostNet { get; init; }

    /// <summary>The taxes of a sale in the connection's own country, in order of application; empty means untaxed; null when the system does not tell.</summary>
    public ValueList<TaxRate>? Taxes { get; init; }

    /// <summary>The EAN-13 or other trade number as digits; null when there is none.</summary>
    public string? Barcode { get; init; }

    /// <summary>The weight of one unit in kilograms; null when unknown or the product has none.</summary>
    public decimal? WeightKg { get; init; }

    /// <summary>Whether customers can buy it; null when the system has no such switch.</summary>
    public bool? Active { get; init; }

    /// <summary>True for a service or virtual product, which has no stock; null when the system does not tell.</summary>
    public bool? IsService { get; init; }

    /// <summary>The categories it is filed under.</summary>
    public RefSet Categories { get; init; } = RefSet.Empty;

    /// <summary>Fields beyond those above that the connection was told to carry, by their key.</summary>
    public TextMap Custom { get; init; } = TextMap.Empty;

    /// <summary>True when the product is sold through variants; given by the reader, not compared and not written.</summary>
    public bool HasVariants { get; init; }
}
