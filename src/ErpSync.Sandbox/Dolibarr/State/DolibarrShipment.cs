namespace ErpSync.Sandbox;

/// <summary>A shipment of an order.</summary>
public sealed class DolibarrShipment : DolibarrRecord
{
    /// <summary>The third party.</summary>
    public int ThirdPartyId { get; set; }

    /// <summary>The order.</summary>
    public int OrderId { get; set; }

    /// <summary>0 draft, 1 validated, 2 closed.</summary>
    public int Status { get; set; }

    /// <summary>When it was validated; null for a draft.</summary>
    public DateTimeOffset? Validated { get; set; }

    /// <summary>When it was closed; null before.</summary>
    public DateTimeOffset? Closed { get; set; }

    /// <summary>What is sent: the id of the line, the order's line, the warehouse and the quantity.</summary>
    public IList<DolibarrShipmentLine> Lines { get; } = [];
}
