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

    /// <summary>What it is made of; null when the system does not tell.</summary>
    public ProductType? Type { get; init; }

    /// <summary>The articles in a pack or group; empty for others.</summary>
    public ValueList<PackItem> Items { get; init; } = [];

    /// <summary>The UPC as digits; null when there is none.</summary>
    public string? Upc { get; init; }

    /// <summary>The ISBN; null when there is none.</summary>
    public string? Isbn { get; init; }

    /// <summary>The maker's own article number; null when there is none.</summary>
    public string? Mpn { get; init; }

    /// <summary>Its maker or brand; null when there is none.</summary>
    public Ref? Manufacturer { get; init; }

    /// <summary>The supplier it is usually bought from; null when there is none.</summary>
    public Ref? Supplier { get; init; }

    /// <summary>The usual supplier's article number; null when there is none.</summary>
    public string? SupplierReference { get; init; }

    /// <summary>The category it stands in first; null when the system has none such.</summary>
    public Ref? MainCategory { get; init; }

    /// <summary>Properties that no choice depends on, by name in the connection's main language, for example Material = Cotton; several values are joined by <c> | </c>.</summary>
    public TextMap Features { get; init; } = TextMap.Empty;

    /// <summary>Free words that customers find it by, in the main language.</summary>
    public TextSet Tags { get; init; } = TextSet.Empty;

    /// <summary>In what state it is sold; null when the system does not tell.</summary>
    public ProductCondition? Condition { get; init; }

    /// <summary>The width in centimetres; null when unknown.</summary>
    public decimal? WidthCm { get; init; }

    /// <summary>The height in centimetres; null when unknown.</summary>
    public decimal? HeightCm { get; init; }

    /// <summary>The depth or length in centimetres; null when unknown.</summary>
    public decimal? DepthCm { get; init; }

    /// <summary>The unit it is sold in, for example <c>kg</c>; null for pieces or when the system does not tell.</summary>
    public string? Unit { get; init; }

    /// <summary>The least quantity of an order; null when the system does not tell.</summary>
    public decimal? MinimalQuantity { get; init; }

    /// <summary>Where customers find it; null when the system does not tell.</summary>
    public ProductVisibility? Visibility { get; init; }

    /// <summary>Whether it can be ordered while it is active; null when the system has no such switch.</summary>
    public bool? Orderable { get; init; }

    /// <summary>Whether it is delivered as a file; null when the system does not tell.</summary>
    public bool? IsDownloadable { get; init; }

    /// <summary>Whether the system counts its stock; null when it has no such switch.</summary>
    public bool? CountsStock { get; init; }

    /// <summary>Whether more can be ordered than there is; null for the system's own default.</summary>
    public Backorders? Backorders { get; init; }

    /// <summary>The stock below which somebody is warned; null for none.</summary>
    public decimal? LowStock { get; init; }

    /// <summary>The reduced price of one unit without tax; null when there is none.</summary>
    public Money? SalePriceNet { get; init; }

    /// <summary>From when on it is reduced, in UTC, inclusive; null means always.</summary>
    public DateTimeOffset? SaleFrom { get; init; }

    /// <summary>Until when it is reduced, in UTC, exclusive; null means for ever.</summary>
    public DateTimeOffset? SaleUntil { get; init; }

    /// <summary>The system's name of the set of taxes, for example a tax class; null when it has none. <see cref="Taxes"/> tells the rates.</summary>
    public string? TaxClass { get; init; }

    /// <summary>The part of the address in the shop, without blanks.</summary>
    public LocalizedText Slug { get; init; } = LocalizedText.Empty;

    /// <summary>The title for search engines, plain text.</summary>
    public LocalizedText MetaTitle { get; init; } = LocalizedText.Empty;

    /// <summary>The description for search engines, plain text.</summary>
    public LocalizedText MetaDescription { get; init; } = LocalizedText.Empty;

    /// <summary>Where an external product is sold; null for others.</summary>
    public string? ExternalUrl { get; init; }

    /// <summary>A note for the house; null when there is none.</summary>
    public string? PrivateNote { get; init; }

    /// <summary>Fields beyond those above that the connection was told to carry, by their key.</summary>
    public TextMap Custom { get; init; } = TextMap.Empty;

    /// <summary>True when the product is sold through variants; given by the reader, not compared and not written.</summary>
    public bool HasVariants { get; init; }
}
