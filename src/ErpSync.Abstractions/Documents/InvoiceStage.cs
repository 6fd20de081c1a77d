namespace ErpSync;

/// <summary>How far an invoice or credit note is. Names are stored: never rename one.</summary>
public enum InvoiceStage
{
    /// <summary>Not valid yet; it has no number.</summary>
    Draft,

    /// <summary>Valid and not paid.</summary>
    Open,

    /// <summary>Paid in part. Follows from payments; never written.</summary>
    PartlyPaid,

    /// <summary>Paid in full; of a credit note: paid back or used up.</summary>
    Paid,

    /// <summary>Abandoned.</summary>
    Cancelled,
}
