namespace ErpSync.Sandbox;

/// <summary>A payment of one invoice or several.</summary>
public sealed class DolibarrPayment : DolibarrRecord
{
    /// <summary>When it was paid.</summary>
    public DateTimeOffset Date { get; set; }

    /// <summary>The bank account; 0 for none.</summary>
    public int AccountId { get; set; }

    /// <summary>The way of payment in the dictionary.</summary>
    public int TypeId { get; set; }

    /// <summary>What falls on each invoice: in the company's currency and in the invoice's.</summary>
    public IList<(int InvoiceId, decimal Amount, decimal ForeignAmount)> Amounts { get; } = [];
}
