namespace ErpSync.Sandbox;

/// <summary>What a supplier asks for a product.</summary>
public sealed class DolibarrSupplierPrice : DolibarrRow
{
    /// <summary>The product.</summary>
    public int ProductId { get; set; }

    /// <summary>The third party that is the supplier.</summary>
    public int SupplierId { get; set; }

    /// <summary>The supplier's own article number.</summary>
    public string Reference { get; set; } = "";

    /// <summary>From which quantity on.</summary>
    public decimal Quantity { get; set; } = 1;

    /// <summary>The price of the quantity without tax.</summary>
    public decimal Price { get; set; }

    /// <summary>The tax rate in per cent.</summary>
    public decimal VatRate { get; set; }

    /// <summary>The delivery time in days; null when unknown.</summary>
    public int? DeliveryDays { get; set; }

    /// <summary>The currency of the price as it was entered; empty where several currencies are off or were not said.</summary>
    public string Currency { get; set; } = "";

    /// <summary>The price of the quantity in <see cref="Currency"/>.</summary>
    public decimal CurrencyPrice { get; set; }
}
