namespace ErpSync.Sandbox;

/// <summary>An amount in a customer's favour that a credit note left behind.</summary>
public sealed class DolibarrDiscount : DolibarrRow
{
    /// <summary>The credit note.</summary>
    public int SourceId { get; set; }

    /// <summary>The third party.</summary>
    public int ThirdPartyId { get; set; }

    /// <summary>The VAT rate it stands for.</summary>
    public decimal VatRate { get; set; }

    /// <summary>The amount, positive.</summary>
    public DolibarrAmounts Amounts { get; set; }

    /// <summary>The invoice that it was used on; null while it is open.</summary>
    public int? UsedOn { get; set; }
}
