namespace ErpSync;

/// <summary>How far a shipment is. Names are stored: never rename one.</summary>
public enum ShipmentStage
{
    /// <summary>Not valid yet.</summary>
    Draft,

    /// <summary>Valid; packed.</summary>
    Ready,

    /// <summary>On its way.</summary>
    Shipped,

    /// <summary>Arrived and closed.</summary>
    Delivered,

    /// <summary>Not sent.</summary>
    Cancelled,
}
