namespace ErpSync.Sandbox;

/// <summary>The selling price of a product in one price level.</summary>
public sealed class DolibarrPriceLevel
{
    /// <summary>The price without tax, in the company's currency.</summary>
    public decimal Price { get; set; }

    /// <summary>The price with tax.</summary>
    public decimal PriceTtc { get; set; }

    /// <summary>The lowest price without tax; 0 for none.</summary>
    public decimal PriceMin { get; set; }

    /// <summary>The lowest price with tax; 0 for none.</summary>
    public decimal PriceMinTtc { get; set; }

    /// <summary>Which price was entered: <c>HT</c> (without tax) or <c>TTC</c> (with tax); empty when a product was created without a word on it.</summary>
    public string PriceBaseType { get; set; } = "HT";

    /// <summary>The tax rate in per cent.</summary>
    public decimal VatRate { get; set; }
}
