namespace ErpSync;

/// <summary>One line of a shipment.</summary>
public sealed record ShipmentLine
{
    /// <summary>The product or variant; null when it is gone.</summary>
    public Ref? Product { get; init; }

    /// <summary>The id of the order's line in its own system (<see cref="DocumentLine.Id"/>); null when unknown. Not compared.</summary>
    public string? OrderLine { get; init; }

    /// <summary>The article number; null when there is none.</summary>
    public string? Reference { get; init; }

    /// <summary>The name, plain text; null when there is none. Not compared.</summary>
    public string? Label { get; init; }

    /// <summary>How much is sent.</summary>
    public decimal Quantity { get; init; } = 1;

    /// <summary>Where it is taken from; null when the shipment tells. Not compared.</summary>
    public Ref? Warehouse { get; init; }

    /// <summary>The lot or serial number; null when there is none.</summary>
    public string? Lot { get; init; }
}
