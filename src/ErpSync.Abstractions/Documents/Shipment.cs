namespace ErpSync;

/// <summary>Goods sent to a customer, all of an order or a part.</summary>
public sealed record Shipment : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Shipment;

    /// <summary>The number that this system gave it, as it prints it. Given by the reader, not compared; a creator may use one that it is given, if its system lets it.</summary>
    public string? Number { get; init; }

    /// <summary>The order.</summary>
    public Ref? Order { get; init; }

    /// <summary>The customer; null when unknown.</summary>
    public Ref? Customer { get; init; }

    /// <summary>The day in the source's own time zone; null when the system does not tell.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>When the goods left, in UTC; null when unknown.</summary>
    public DateTimeOffset? ShippedAt { get; init; }

    /// <summary>When the goods arrived, in UTC; null when unknown.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>The delivery address as it stood on the document; null when there was none.</summary>
    public PostalAddress? DeliverTo { get; init; }

    /// <summary>What is sent; empty where the system does not tell lines.</summary>
    public ValueList<ShipmentLine> Lines { get; init; } = [];

    /// <summary>Who delivers; null when unknown.</summary>
    public Ref? Carrier { get; init; }

    /// <summary>The way of delivery as the system words it; null when unknown.</summary>
    public string? CarrierText { get; init; }

    /// <summary>The numbers of the parcels, in the order in which they were added.</summary>
    public ValueList<string> TrackingNumbers { get; init; } = [];

    /// <summary>Where the parcel can be followed; null when unknown.</summary>
    public string? TrackingUrl { get; init; }

    /// <summary>Where the goods are taken from; null when lines tell or nobody does.</summary>
    public Ref? Warehouse { get; init; }

    /// <summary>The weight in kilograms; null when unknown.</summary>
    public decimal? WeightKg { get; init; }

    /// <summary>True when with this shipment everything ordered was sent; null when the system does not tell.</summary>
    public bool? IsComplete { get; init; }

    /// <summary>How far it is. Written, it is the life cycle: a draft is validated by writing <see cref="ShipmentStage.Ready"/>.</summary>
    public ShipmentStage? Stage { get; init; }

    /// <summary>What is known beside; null when there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Fields beyond those above that the connection was told to carry, by their key.</summary>
    public TextMap Custom { get; init; } = TextMap.Empty;

    /// <summary>The token that its create carried, as far as the system keeps it. Given by the reader, not compared and not written.</summary>
    public string? Token { get; init; }
}
