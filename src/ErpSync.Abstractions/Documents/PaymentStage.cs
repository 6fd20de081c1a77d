namespace ErpSync;

/// <summary>How far a payment is. Names are stored: never rename one.</summary>
public enum PaymentStage
{
    /// <summary>Announced.</summary>
    Pending,

    /// <summary>Booked.</summary>
    Received,

    /// <summary>Refused or taken back.</summary>
    Failed,
}
