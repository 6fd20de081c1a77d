namespace ErpSync.Sandbox;

/// <summary>A customer invoice, credit note or deposit.</summary>
public sealed class DolibarrInvoice : DolibarrTradeDocument
{
    /// <summary>0 standard, 2 credit note, 3 deposit.</summary>
    public int Type { get; set; }

    /// <summary>True when it was paid in full.</summary>
    public bool IsPaid { get; set; }

    /// <summary>The day it must be paid.</summary>
    public DateOnly DueDate { get; set; }

    /// <summary>The invoice that a credit note corrects; null for none.</summary>
    public int? SourceId { get; set; }

    /// <summary>What of credit notes was used up on it, gross in the company's currency.</summary>
    public decimal CreditUsed { get; set; }

    /// <summary>The PDF that was built; null for none.</summary>
    public ReadOnlyMemory<byte>? Pdf { get; set; }
}
