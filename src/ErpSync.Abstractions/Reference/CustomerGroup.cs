namespace ErpSync;

/// <summary>A group of customers, a category of customers or a price level. Read to be mapped.</summary>
public sealed record CustomerGroup : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.CustomerGroup;

    /// <summary>The system's own code, stable when names change; null when it has none.</summary>
    public string? Code { get; init; }

    /// <summary>The name as people see it in the connection's main language.</summary>
    public string Name { get; init; } = "";

    /// <summary>True when the group decides prices: a price level or a group with its own prices; null when the system does not tell.</summary>
    public bool? DecidesPrices { get; init; }

    /// <summary>The general discount in percent; null for none.</summary>
    public decimal? DiscountPercent { get; init; }

    /// <summary>Whether it can be used at present; null when the system does not tell.</summary>
    public bool? Active { get; init; }
}
