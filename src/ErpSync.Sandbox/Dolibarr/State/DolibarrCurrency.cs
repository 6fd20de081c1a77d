namespace ErpSync.Sandbox;

/// <summary>A currency in use.</summary>
public sealed class DolibarrCurrency : DolibarrRow
{
    /// <summary>The ISO code.</summary>
    public string Code { get; set; } = "";

    /// <summary>The name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Units per unit of the company's currency.</summary>
    public decimal Rate { get; set; } = 1m;
}
