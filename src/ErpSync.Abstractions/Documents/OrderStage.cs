namespace ErpSync;

/// <summary>How far an order is, in the words of all systems. A connector folds the stages that its system lacks in <see cref="KindProfile{T}.Normalise"/>. Names are stored: never rename one.</summary>
public enum OrderStage
{
    /// <summary>Not valid yet.</summary>
    Draft,

    /// <summary>Placed, waiting for payment or a decision.</summary>
    Pending,

    /// <summary>Accepted; validated.</summary>
    Confirmed,

    /// <summary>In preparation.</summary>
    Processing,

    /// <summary>A part of the goods was sent.</summary>
    PartlyShipped,

    /// <summary>All goods were sent.</summary>
    Shipped,

    /// <summary>Delivered and closed.</summary>
    Completed,

    /// <summary>Will not be delivered.</summary>
    Cancelled,

    /// <summary>Paid back.</summary>
    Refunded,

    /// <summary>Payment failed.</summary>
    Failed,
}
