namespace ErpSync;

/// <summary>A price beside the product's own. Keyed by its owner, group, minimum quantity, currency and period.</summary>
public sealed record Price : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Price;

    /// <summary>The product or variant.</summary>
    public required Ref Owner { get; init; }

    /// <summary>The customer group or price level by name; null means everybody.</summary>
    public string? Group { get; init; }

    /// <summary>From which quantity of one order line on, inclusive; 1 or more.</summary>
    public decimal FromQuantity { get; init; } = 1;

    /// <summary>The price of one unit without tax.</summary>
    public required Money Net { get; init; }

    /// <summary>From when on, in UTC, inclusive; null means always.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when, in UTC, exclusive; null means for ever.</summary>
    public DateTimeOffset? Until { get; init; }
}
