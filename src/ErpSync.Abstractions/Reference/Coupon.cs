namespace ErpSync;

/// <summary>A voucher that a shop honours. Read to be looked at and to name the discounts of documents; never written.</summary>
public sealed record Coupon : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Coupon;

    /// <summary>What the buyer types, as the shop keeps it.</summary>
    public string? Code { get; init; }

    /// <summary>What it is for, plain text; null when nobody said.</summary>
    public string? Name { get; init; }

    /// <summary>The reduction in percent; null when it is an amount.</summary>
    public decimal? DiscountPercent { get; init; }

    /// <summary>The reduction as an amount in the shop's currency; null when it is a percentage.</summary>
    public Money? DiscountAmount { get; init; }

    /// <summary>True when the reduction is taken off each piece and not off the basket; null when the system does not tell.</summary>
    public bool? PerPiece { get; init; }

    /// <summary>Whether delivery is free with it; null when the system does not tell.</summary>
    public bool? FreeShipping { get; init; }

    /// <summary>From when on it is honoured, in UTC, inclusive; null means always.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when it is honoured, in UTC, exclusive; null means for ever.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The least that must be bought; null for none.</summary>
    public Money? MinimumAmount { get; init; }

    /// <summary>How often it can be used in all; null for no limit.</summary>
    public decimal? UsageLimit { get; init; }

    /// <summary>How often it was used; null when the system does not tell.</summary>
    public decimal? UsageCount { get; init; }

    /// <summary>Whether it can be used at present; null when the system does not tell.</summary>
    public bool? Active { get; init; }
}
