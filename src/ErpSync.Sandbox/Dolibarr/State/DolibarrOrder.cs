namespace ErpSync.Sandbox;

/// <summary>A sales order.</summary>
public sealed class DolibarrOrder : DolibarrTradeDocument
{
    /// <summary>True when it was classified as billed.</summary>
    public bool IsBilled { get; set; }
}
