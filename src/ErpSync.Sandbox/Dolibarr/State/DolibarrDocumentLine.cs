namespace ErpSync.Sandbox;

/// <summary>A line of an order or invoice with the totals that the server computed.</summary>
public sealed class DolibarrDocumentLine : DolibarrRecord
{
    /// <summary>The product; null for free text.</summary>
    public int? ProductId { get; set; }

    /// <summary>0 goods, 1 service.</summary>
    public int Type { get; set; }

    /// <summary>The quantity.</summary>
    public decimal Quantity { get; set; }

    /// <summary>The price of one unit without tax in the company's currency, as it is stored.</summary>
    public decimal UnitPrice { get; set; }

    /// <summary>The price of one unit without tax in the document's currency, as it is stored.</summary>
    public decimal ForeignUnitPrice { get; set; }

    /// <summary>The discount in per cent.</summary>
    public decimal Discount { get; set; }

    /// <summary>The VAT rate in per cent.</summary>
    public decimal VatRate { get; set; }

    /// <summary>The second tax in per cent; 0 when it is off.</summary>
    public decimal LocalTax1 { get; set; }

    /// <summary>The third tax in per cent; 0 when it is off.</summary>
    public decimal LocalTax2 { get; set; }

    /// <summary>How the second tax is computed.</summary>
    public int LocalTax1Type { get; set; }

    /// <summary>How the third tax is computed.</summary>
    public int LocalTax2Type { get; set; }

    /// <summary>The totals in the company's currency.</summary>
    public DolibarrAmounts Amounts { get; set; }

    /// <summary>The totals in the document's currency.</summary>
    public DolibarrAmounts ForeignAmounts { get; set; }
}
