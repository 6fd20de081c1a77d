namespace ErpSync.Sandbox;

/// <summary>What orders and invoices share.</summary>
public abstract class DolibarrTradeDocument : DolibarrRecord
{
    /// <summary>The third party.</summary>
    public int ThirdPartyId { get; set; }

    /// <summary>The day.</summary>
    public DateOnly Date { get; set; }

    /// <summary>The status: of orders -1 cancelled, 0 draft, 1 validated, 2 in shipment, 3 delivered; of invoices 0 draft, 1 validated, 2 closed, 3 abandoned.</summary>
    public int Status { get; set; }

    /// <summary>When it was validated; null for a draft.</summary>
    public DateTimeOffset? Validated { get; set; }

    /// <summary>The currency as ISO code.</summary>
    public string Currency { get; set; } = "EUR";

    /// <summary>Units of <see cref="Currency"/> per unit of the company's currency.</summary>
    public decimal Rate { get; set; } = 1m;

    /// <summary>The lines in their order.</summary>
    public IList<DolibarrDocumentLine> Lines { get; } = [];

    /// <summary>The contacts with their role (BILLING, SHIPPING, CUSTOMER), in the order of linking.</summary>
    public IList<(int ContactId, string Role)> Contacts { get; } = [];

    /// <summary>The totals in the company's currency.</summary>
    public DolibarrAmounts Amounts { get; set; }

    /// <summary>The totals in <see cref="Currency"/>.</summary>
    public DolibarrAmounts ForeignAmounts { get; set; }
}
