namespace ErpSync.Vtiger;

/// <summary>A purchase order of vtiger, read only: a kind of this connector, because ErpSync has none. Its goods go on stock when it reaches <c>Received Shipment</c>.</summary>
public sealed record PurchaseOrder : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => new("purchase-order");

    /// <summary>The number that vtiger gave it; null where it has none.</summary>
    public string? Number { get; init; }

    /// <summary>The subject; null only where vtiger has none.</summary>
    public string? Subject { get; init; }

    /// <summary>The status as vtiger names it, for example <c>Received Shipment</c>; null when it has none.</summary>
    public string? Status { get; init; }

    /// <summary>The supplier; null when there is none.</summary>
    public Ref? Supplier { get; init; }

    /// <summary>The day the goods are due, in vtiger's zone; null when none is told.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>The number of the parcel; null when there is none.</summary>
    public string? TrackingNumber { get; init; }

    /// <summary>What is ordered and at what price. Their sum is the total.</summary>
    public ValueList<DocumentLine> Lines { get; init; } = [];

    /// <summary>The currency of every amount; null only when vtiger does not tell.</summary>
    public CurrencyCode? Currency { get; init; }

    /// <summary>How many units of <see cref="Currency"/> one unit of the base currency was worth; null when both are the same.</summary>
    public decimal? ConversionRate { get; init; }

    /// <summary>The total with tax, as vtiger tells it; null when it does not.</summary>
    public Money? TotalGross { get; init; }
}
