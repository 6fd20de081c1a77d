namespace ErpSync.Vtiger;

/// <summary>The header of a price book. Its list prices can be neither read nor written through the API: relating a product answers success and does nothing.</summary>
public sealed record PriceBook : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => new("price-book");

    /// <summary>The name; null only where vtiger has none.</summary>
    public string? Name { get; init; }

    /// <summary>The currency of its prices; null takes the base currency.</summary>
    public CurrencyCode? Currency { get; init; }

    /// <summary>Whether it is in use; null means yes.</summary>
    public bool? Active { get; init; }

    /// <summary>What is known beside; null when there is nothing.</summary>
    public string? Description { get; init; }
}
