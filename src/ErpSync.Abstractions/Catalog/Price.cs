namespace ErpSync;

/// <summary>A price beside the product's own. Keyed by its owner, customer, group, minimum quantity, currency, country, shop and period.</summary>
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

    /// <summary>The price of one unit without tax, after the reduction.</summary>
    public required Money Net { get; init; }

    /// <summary>From when on, in UTC, inclusive; null means always.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when, in UTC, exclusive; null means for ever.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The price of one unit without tax before the reduction, where it replaces the product's own; null when the product's own price is reduced.</summary>
    public Money? FixedNet { get; init; }

    /// <summary>The reduction in percent; null for none.</summary>
    public decimal? ReductionPercent { get; init; }

    /// <summary>The reduction of one unit as an amount; null for none.</summary>
    public Money? ReductionAmount { get; init; }

    /// <summary>Whether <see cref="ReductionAmount"/> includes tax; null when there is none.</summary>
    public bool? ReductionWithTax { get; init; }

    /// <summary>The customer; null means everybody.</summary>
    public Ref? Customer { get; init; }

    /// <summary>The customer's e-mail address or number, for matching; null means everybody.</summary>
    public string? CustomerKey { get; init; }

    /// <summary>True when the price holds in every currency, converted; its amounts are then in the base currency.</summary>
    public bool AnyCurrency { get; init; }

    /// <summary>The country it holds in, two capitals; null for all.</summary>
    public string? Country { get; init; }

    /// <summary>The shop of a multi-shop installation, by the name the connection gives it; null for all.</summary>
    public string? Shop { get; init; }
}
