namespace ErpSync;

/// <summary>How much of a product or variant there is. Keyed by its owner and warehouse; it comes and goes with its owner and is never created by itself.</summary>
public sealed record StockLevel : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.StockLevel;

    /// <summary>The product or variant.</summary>
    public required Ref Owner { get; init; }

    /// <summary>The warehouse; null means the sum that the connection was told to build.</summary>
    public string? Warehouse { get; init; }

    /// <summary>The quantity that is compared and sent: physical, sellable or another, as the connection was told. May be negative or fractional.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>What lies on the shelf; null when the system does not tell. Not compared.</summary>
    public decimal? Physical { get; init; }

    /// <summary>What customers have ordered and not received; null when the system does not tell. Not compared.</summary>
    public decimal? Reserved { get; init; }

    /// <summary><see cref="Physical"/> less <see cref="Reserved"/>; null when either is unknown.</summary>
    public decimal? Sellable => Physical - Reserved;
}
